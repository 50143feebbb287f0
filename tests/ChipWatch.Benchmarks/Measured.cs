using System.Globalization;

namespace ChipWatch.Benchmarks;

/// <summary>One line of the table: what a step of ChipWatch costs beside the barest thing that could do it.</summary>
/// <param name="What">The step.</param>
/// <param name="Cost">Processor time of one.</param>
/// <param name="Baseline">What it is measured against; null where it is measured against itself at another size.</param>
/// <param name="BaselineCost">Processor time of one of those.</param>
internal sealed record Measured(string What, TimeSpan Cost, string? Baseline, TimeSpan BaselineCost)
{
    private const int Rounds = 5;

    /// <summary>The line as a row of a Markdown table.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {What} | {Cost.TotalMilliseconds:0.000} ms | {(Baseline is null ? "" : $"{Baseline}, {BaselineCost.TotalMilliseconds:0.000} ms")} | {(Baseline is null ? "" : $"{Cost / BaselineCost:0.0}×")} |");

    /// <summary>Measures both in turn, so that a busy machine hits both; of each the median of five rounds after one to warm up.</summary>
    /// <param name="what">The step.</param>
    /// <param name="times">How often it is done in a round.</param>
    /// <param name="step">Does it once; gets the number of the turn.</param>
    /// <param name="baseline">The name of the baseline.</param>
    /// <param name="bare">Does that once.</param>
    public static async Task<Measured> AgainstAsync(string what, int times, Func<int, Task> step, string baseline, Func<int, Task> bare)
    {
        var (own, other) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round <= Rounds; round++)
        {
            own.Add(await TimeAsync(times, step));
            other.Add(await TimeAsync(times, bare));
        }

        return new(what, Median(own[1..]), baseline, Median(other[1..]));
    }

    /// <summary>Processor time of one of so many.</summary>
    public static async Task<TimeSpan> TimeAsync(int times, Func<int, Task> step)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
        {
            await step(i);
        }

        return (Environment.CpuUsage.TotalTime - before) / times;
    }

    /// <summary>The middle one.</summary>
    public static TimeSpan Median(List<TimeSpan> rounds) => rounds.Order().ElementAt(rounds.Count / 2);
}
