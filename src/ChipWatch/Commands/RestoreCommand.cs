using System.CommandLine;
using ChipWatch.Store.Upkeep;

namespace ChipWatch.Commands;

/// <summary>`restore FILE`: a backup in the place of the store, which is kept aside.</summary>
internal static class RestoreCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var file = new Argument<FileInfo>("file") { Description = "A backup." };
        var command = new Command("restore", "Put a backup in the place of the store; the present one is kept aside.") { file };
        command.SetAction((parsed, cancellationToken) => RunAsync(settings, parsed.GetRequiredValue(file), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, FileInfo file, CancellationToken cancellationToken)
    {
        await using var app = ChipWatchHost.CreateBuilder(settings).Build();
        var outcome = await app.Services.GetRequiredService<StoreRestore>().RestoreAsync(file.FullName, cancellationToken);
        if (!outcome.IsDone)
        {
            await Console.Error.WriteLineAsync($"chipwatch: {outcome.Sentence}");
            return 1;
        }

        Console.WriteLine(outcome.Sentence);
        return 0;
    }
}
