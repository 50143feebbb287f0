using System.CommandLine;
using System.Text.Json;
using ChipWatch.Catalogue;
using ChipWatch.Ingestion;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Articles;

namespace ChipWatch.Commands;

/// <summary>`retag`: every stored article again through the present rules.</summary>
internal static class RetagCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var originals = new Option<bool>("--re-extract") { Description = "Also read the kept pages again." };
        var outdated = new Option<bool>("--outdated") { Description = "Only articles that were tagged by the names of other seeds." };
        var command = new Command("retag", "Take every stored article through the present rules again; prints what changed.") { originals, outdated };
        command.SetAction((parsed, cancellationToken) => RunAsync(settings, parsed.GetValue(originals), parsed.GetValue(outdated), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, bool originals, bool outdated, CancellationToken cancellationToken)
    {
        await using var app = ChipWatchHost.CreateBuilder(settings).Build();
        await ChipWatchHost.PrepareStoreAsync(app.Services, cancellationToken);
        var (changed, articles) = (0, 0);
        var isTerminal = !Console.IsErrorRedirected;
        var retagging = app.Services.GetRequiredService<ArticleRetagging>();
        await app.Services.GetRequiredService<CatalogueRetagging>().SettleAsync(cancellationToken);
        var weighed = outdated
            ? await retagging.RunOutdatedAsync(Print, Progress, cancellationToken)
            : await retagging.RunAsync(originals, Print, Progress, cancellationToken);
        if (isTerminal)
        {
            await Console.Error.WriteLineAsync();
        }

        Console.WriteLine(JsonSerializer.Serialize(new { articles, changed }, PipelineJson.Options));
        if (!weighed)
        {
            await Console.Error.WriteLineAsync("chipwatch: another ChipWatch reads the sources; it weighs the changed articles into their stories with its next round.");
        }

        return 0;

        void Print(RetagChange change)
        {
            changed++;
            Console.WriteLine(JsonSerializer.Serialize(change, PipelineJson.Options));
        }

        void Progress(RetagStage stage, int done, int all)
        {
            articles = stage == RetagStage.Articles ? all : articles;
            if (isTerminal)
            {
                // Blanks wipe what a longer line left.
                Console.Error.Write(stage switch
                {
                    RetagStage.Articles => $"\r{done} of {all} articles, {changed} changed",
                    RetagStage.Weighed => $"\r{done} of {all} changed articles weighed into their stories    ",
                    _ => $"\r{done} of {all} stories summed up                                   ",
                });
            }
        }
    }
}
