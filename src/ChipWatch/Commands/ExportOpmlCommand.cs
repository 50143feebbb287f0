using System.CommandLine;
using ChipWatch.Sources;

namespace ChipWatch.Commands;

/// <summary>`export-opml`: all sources but the samples as a list of feeds, with all their settings.</summary>
internal static class ExportOpmlCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("export-opml", "Write the sources as a list of feeds (OPML) to standard output.");
        command.SetAction((_, stop) => SourcesCommand.WithDeskAsync(
            settings,
            async (services, token) =>
            {
                await using var output = Console.OpenStandardOutput();
                await output.WriteAsync(await services.GetRequiredService<SourceImport>().ExportAsync(token), token);
                return 0;
            },
            stop));
        return command;
    }
}
