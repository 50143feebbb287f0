using System.CommandLine;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Sources;
using ChipWatch.Store.Sources;

namespace ChipWatch.Commands;

/// <summary>`import-opml`: sources from a list of feeds, a line of JSON for each entry, then totals.</summary>
internal static class ImportOpmlCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var file = new Argument<string>("file") { Description = "An OPML file of at most 5 MiB." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would come of each entry." };
        var command = new Command("import-opml", "Add the sources of a list of feeds (OPML). Opens no connection.") { file, dryRun };
        command.SetAction((parsed, stop) => RunAsync(settings, parsed.GetValue(file) ?? "", parsed.GetValue(dryRun), stop));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, string path, bool dryRun, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return await SourcesCommand.FailAsync($"there is no file {path}.");
        }

        if (new FileInfo(path).Length > Opml.MaxBytes)
        {
            return await SourcesCommand.FailAsync("a list of feeds has at most 5 MiB. Nothing was changed.");
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        return await SourcesCommand.WithDeskAsync(
            settings,
            async (services, stop) =>
            {
                var lists = services.GetRequiredService<SourceImport>();
                var draft = await lists.ReadAsync(bytes, stop);
                if (draft.Fault is { } fault)
                {
                    return await SourcesCommand.FailAsync($"{fault} Nothing was changed.");
                }

                var done = dryRun ? draft : await lists.SaveAsync(draft, stop);
                Report(done);
                return 0;
            },
            cancellationToken);
    }

    private static void Report(ImportDraft done)
    {
        using var bar = new ProgressBar(done.Lines.Count);
        foreach (var line in done.Lines)
        {
            SourcesCommand.Print(new
            {
                line.Name,
                line.Url,
                id = line.Change switch { SourceChange.Done(var added) when done.IsSaved => added, SourceChange.AlreadyThere(var there, _) => there, _ => null },
                result = line.Change switch { SourceChange.Done => "added", SourceChange.AlreadyThere => "already there", _ => "refused" },
                line.Reason,
            });
            bar.Step();
        }

        SourcesCommand.Print(new { entries = done.Lines.Count, done.Added, alreadyThere = done.Known, done.Refused, dryRun = !done.IsSaved });
    }
}
