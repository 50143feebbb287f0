using System.CommandLine;
using ChipWatch.Store.Seeding;
using ChipWatch.Store.Sources;

namespace ChipWatch.Commands;

/// <summary>`seed`: the sources of the seeds that the store lacks. `serve` and `ingest` do the same when they start.</summary>
internal static class SeedCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("seed", "Make the store if need be, and add what the seeds bring.");
        command.SetAction((_, cancellationToken) => RunAsync(settings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        await using var app = ChipWatchHost.CreateBuilder(settings).Build();
        await app.Services.GetRequiredService<IStoreSetup>().MigrateAsync(cancellationToken);
        var added = await ChipWatchHost.SeedStoreAsync(app.Services, cancellationToken);
        var sources = await app.Services.GetRequiredService<ISourceQueries>().ListAsync(cancellationToken);
        Console.WriteLine($"{added} sources added; the store has {sources.Count}.");
        return 0;
    }
}
