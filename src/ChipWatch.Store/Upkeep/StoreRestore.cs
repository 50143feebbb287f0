using System.Globalization;
using ChipWatch.Store.Leases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Upkeep;

/// <summary>What became of a restore.</summary>
/// <param name="IsDone">Whether the store now is what the file held.</param>
/// <param name="Sentence">What happened, or why not.</param>
public sealed record RestoreOutcome(bool IsDone, string Sentence);

/// <summary>Puts a backup in the place of the store. The present store is kept aside, never deleted, damaged or not.</summary>
public sealed class StoreRestore
{
    private readonly IDbContextFactory<ChipWatchDb> databases;
    private readonly StoreFiles files;
    private readonly TimeProvider clock;

    internal StoreRestore(IDbContextFactory<ChipWatchDb> databases, StoreFiles files, TimeProvider clock) =>
        (this.databases, this.files, this.clock) = (databases, files, clock);

    /// <summary>Checks a file and restores it. No other program may have the store open.</summary>
    public async Task<RestoreOutcome> RestoreAsync(string file, CancellationToken cancellationToken)
    {
        file = Path.GetFullPath(file);
        if (await RefusalAsync(file, cancellationToken) is { } refusal)
        {
            return new(false, refusal);
        }

        if (await HolderAsync(cancellationToken) is { } holder)
        {
            return new(false, $"Another ChipWatch ({holder}) uses this store. End it first, then restore again.");
        }

        Directory.CreateDirectory(files.Folder);
        var copy = files.Database + ".copying";
        File.Copy(file, copy, overwrite: true);
        StoreBackup.Flush(copy);
        if (await SqliteFile.CheckAsync(copy, isThorough: true, cancellationToken) is [var finding, ..])
        {
            File.Delete(copy);
            return new(false, $"{file} could not be copied whole ({finding}). Nothing was changed.");
        }

        File.Move(copy, files.Arriving, overwrite: true);
        SqliteConnection.ClearAllPools();
        var aside = SetAside();
        File.Move(files.Arriving, files.Database);
        return new(true, aside is null ? $"Restored {file}." : $"Restored {file}. The store of before is kept as {aside}.");
    }

    /// <summary>Ends a restore that was cut off between setting the old store aside and moving the new one in.</summary>
    internal static void EndInterrupted(StoreFiles files)
    {
        if (!File.Exists(files.Database) && File.Exists(files.Arriving))
        {
            File.Move(files.Arriving, files.Database);
        }
    }

    private async Task<string?> RefusalAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return $"{file} is not there.";
        }

        if (file == files.Database)
        {
            return "That is the store itself; name a backup.";
        }

        if (await SqliteFile.CheckAsync(file, isThorough: true, cancellationToken) is [var finding, ..])
        {
            return $"{file} is damaged ({finding}). Nothing was changed; take an older backup.";
        }

        if (await SqliteFile.MigrationsAsync(file, cancellationToken) is not { } migrations)
        {
            return $"{file} is no store of ChipWatch. Nothing was changed.";
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return migrations.Except(db.Database.GetMigrations()).Any()
            ? $"{file} was made by a newer ChipWatch. Nothing was changed; install that version first." : null;
    }

    private async Task<string?> HolderAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(files.Database))
        {
            return null;
        }

        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return await IngestLease.HolderAsync(db, cancellationToken);
        }
        catch (SqliteException cause) when (!SqliteFile.IsLocked(cause))
        {
            return null; // a damaged store, or one from before leases, is just what is restored over
        }
    }

    /// <summary>The log of SQLite goes with its file: together they are the last state, apart neither is.</summary>
    private string? SetAside()
    {
        if (!File.Exists(files.Database))
        {
            return null;
        }

        var name = Path.Combine(files.Folder, $"{Path.GetFileNameWithoutExtension(files.Database)}-before-restore-{clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}");
        var aside = name + ".db";
        for (var again = 2; File.Exists(aside); again++)
        {
            aside = $"{name}-{again}.db";
        }

        foreach (var ending in new[] { "-wal", "-shm" })
        {
            if (File.Exists(files.Database + ending))
            {
                File.Move(files.Database + ending, aside + ending);
            }
        }

        File.Move(files.Database, aside);
        return aside;
    }
}
