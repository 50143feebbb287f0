using System.Globalization;
using ChipWatch.Benchmarks;

// Prints a table: what each step costs in processor time, and how many times the barest thing that could do it, measured beside it.
// Arguments: sizes of the store to measure at; 1,000 and 10,000 without any.
var sizes = args.Length > 0 ? args.Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order().ToList() : [1_000, 10_000];

Console.WriteLine("| step | costs | beside | ratio |");
Console.WriteLine("| --- | --- | --- | --- |");
foreach (var line in await PipelineMeasures.RunAsync())
{
    Console.WriteLine(line);
}

await StoreMeasures.RunAsync(sizes, Console.WriteLine);
