using System.CommandLine;
using ChipWatch.Store.Seeding;

namespace ChipWatch.Commands;

/// <summary>`migrate`: the store's tables as this version needs them. `serve` and `ingest` do the same when they start.</summary>
internal static class MigrateCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("migrate", "Bring the store's tables up to date, after a backup.");
        command.SetAction((_, cancellationToken) => RunAsync(settings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        await using var app = ChipWatchHost.CreateBuilder(settings).Build();
        var applied = await app.Services.GetRequiredService<IStoreSetup>().MigrateAsync(cancellationToken);
        foreach (var migration in applied)
        {
            Console.WriteLine(migration);
        }

        Console.WriteLine(applied.Count == 0 ? "The store is up to date." : $"{applied.Count} migrations applied.");
        return 0;
    }
}
