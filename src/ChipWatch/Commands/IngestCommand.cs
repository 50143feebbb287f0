using System.CommandLine;
using System.Text.Json;
using ChipWatch.Ingestion;
using ChipWatch.Live;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Upkeep;

namespace ChipWatch.Commands;

/// <summary>`ingest`: one round over what is due, the same code as the service.</summary>
internal static class IngestCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var source = new Option<string?>("--source") { Description = "One source alone, due or not." };
        var all = new Option<bool>("--all") { Description = "Every source that is not paused, due or not." };
        var wait = new Option<bool>("--wait") { Description = "Go on until no page is left to be read." };
        var command = new Command("ingest", "Read the sources that are due, once.") { source, all, wait };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(settings, parsed.GetValue(source), parsed.GetValue(all), parsed.GetValue(wait), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, string? source, bool all, bool wait, CancellationToken cancellationToken)
    {
        await using var app = ChipWatchHost.CreateBuilder(settings).Build();
        await ChipWatchHost.PrepareStoreAsync(app.Services, cancellationToken);
        var round = app.Services.GetRequiredService<IngestionRound>();
        using var line = new RoundProgressLine(app.Services.GetRequiredService<RoundMonitor>(), Console.Error, !Console.IsErrorRedirected);
        var results = new List<SourceResult>();
        try
        {
            IReadOnlyList<SourceResult> once;
            do
            {
                once = await round.RunAsync(new RoundRequest(all && results.Count == 0, source, IsLive: false), result => Print(result, line), cancellationToken);
                results.AddRange(once);
            }
            while (wait && once.Any(result => result.Articles > 0));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && app.Services.GetRequiredService<IngestPermit>().Notice is not null)
        {
            // The permit was lost in the middle: its notice says why
        }

        if (app.Services.GetRequiredService<IngestPermit>().Notice is { } hindrance)
        {
            await Console.Error.WriteLineAsync($"chipwatch: {hindrance.Sentence}");
            return 1;
        }

        if (source is not null && results.Count == 0)
        {
            await Console.Error.WriteLineAsync($"chipwatch: there is no source \"{source}\". See the sources page for their ids.");
            return 2;
        }

        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                sources = results.Count,
                items = results.Sum(r => r.Items),
                newItems = results.Sum(r => r.NewItems),
                articles = results.Sum(r => r.Articles),
                failed = results.Count(r => r.Failure is not null),
            },
            PipelineJson.Options));
        return 0;
    }

    private static void Print(SourceResult result, RoundProgressLine line)
    {
        lock (Console.Error)
        {
            line.Clear();
            Console.WriteLine(JsonSerializer.Serialize(result, PipelineJson.Options));
        }
    }
}
