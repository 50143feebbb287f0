using System.CommandLine;
using ChipWatch.Store.Upkeep;

namespace ChipWatch.Commands;

/// <summary>`backup FILE`: the store as one checked file, while it is in use.</summary>
internal static class BackupCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var file = new Argument<FileInfo>("file") { Description = "The file to make; must not exist yet." };
        var command = new Command("backup", "Copy the store into one file, while it is in use.") { file };
        command.SetAction((parsed, cancellationToken) => RunAsync(settings, parsed.GetRequiredValue(file), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, FileInfo file, CancellationToken cancellationToken)
    {
        await using var app = ChipWatchHost.CreateBuilder(settings).Build();
        if (!File.Exists(app.Services.GetRequiredService<StoreFiles>().Database))
        {
            await Console.Error.WriteLineAsync($"chipwatch: there is no store at {app.Services.GetRequiredService<StoreFiles>().Database}.");
            return 1;
        }

        await app.Services.GetRequiredService<IStoreBackup>().BackupAsync(file.FullName, cancellationToken);
        Console.WriteLine(file.FullName);
        return 0;
    }
}
