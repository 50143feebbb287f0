using System.CommandLine;
using System.Text;
using ChipWatch.Digests;
using ChipWatch.Store.Digests;

namespace ChipWatch.Commands;

/// <summary>`digest`: the issue of one week.</summary>
internal static class DigestCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var week = new Option<string?>("--week") { Description = "ISO week such as 2026-W25; by default the last complete week that has stories." };
        var format = new Option<string>("--format") { Description = "md, the only format so far.", DefaultValueFactory = _ => "md" };
        format.AcceptOnlyFromAmong("md");
        var folder = new Option<DirectoryInfo?>("--out") { Description = "Folder to write the file into; by default standard output." };
        var command = new Command("digest", "Write the weekly digest.") { week, format, folder };
        command.SetAction((parsed, cancellationToken) => RunAsync(settings, parsed.GetValue(week), parsed.GetValue(folder), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, string? week, DirectoryInfo? folder, CancellationToken cancellationToken)
    {
        if (week is not null && !IsoWeek.TryParse(week, out _))
        {
            await Console.Error.WriteLineAsync($"chipwatch: \"{week}\" is no ISO week such as 2026-W25. See chipwatch digest --help.");
            return 2;
        }

        await using var app = ChipWatchHost.CreateBuilder(settings).Build();
        await ChipWatchHost.PrepareStoreAsync(app.Services, cancellationToken);
        var digests = app.Services.GetRequiredService<IDigestQueries>();
        var asked = week ?? await LastCompleteAsync(digests, app.Services.GetRequiredService<TimeProvider>(), cancellationToken);
        if (asked is null)
        {
            await Console.Error.WriteLineAsync("chipwatch: no week that has ended holds a story yet. Run chipwatch ingest first, or name a week.");
            return 1;
        }

        var text = Encoding.UTF8.GetBytes(DigestMarkdown.Write(await digests.IssueAsync(asked, cancellationToken)));
        if (folder is null)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(text, cancellationToken);
        }
        else
        {
            folder.Create();
            var file = Path.Combine(folder.FullName, $"chipwatch-{asked}.md");
            await File.WriteAllBytesAsync(file, text, cancellationToken);
            Console.WriteLine(file);
        }

        return 0;
    }

    private static async Task<string?> LastCompleteAsync(IDigestQueries digests, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return (await digests.WeeksAsync(cancellationToken)).FirstOrDefault(week => week.To < today)?.Week;
    }
}
