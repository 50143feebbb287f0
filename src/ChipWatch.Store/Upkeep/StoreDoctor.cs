using System.Globalization;
using ChipWatch.Store.Leases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Upkeep;

/// <summary>One thing that was looked at.</summary>
/// <param name="What">Name of the check.</param>
/// <param name="IsWell">Whether all is in order.</param>
/// <param name="Sentence">What was found.</param>
/// <param name="Remedy">What to do; null where nothing is to be done.</param>
public sealed record Finding(string What, bool IsWell, string Sentence, string? Remedy = null)
{
    /// <summary>All in order.</summary>
    public static Finding Well(string what, string sentence) => new(what, true, sentence);

    /// <summary>Something is wrong.</summary>
    public static Finding Wrong(string what, string sentence, string remedy) => new(what, false, sentence, remedy);
}

/// <summary>Looks a store over: file, indexes, rows that belong together, counters, disk, clock. Writes nothing, opens no connection to the outside.</summary>
public sealed class StoreDoctor
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);
    private static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly IDbContextFactory<ChipWatchDb> databases;
    private readonly StoreFiles files;
    private readonly IDiskSpace disk;
    private readonly StoreOptions options;
    private readonly TimeProvider clock;

    internal StoreDoctor(IDbContextFactory<ChipWatchDb> databases, StoreFiles files, IDiskSpace disk, StoreOptions options, TimeProvider clock) =>
        (this.databases, this.files, this.disk, this.options, this.clock) = (databases, files, disk, options, clock);

    /// <summary>Every finding, in the order in which they are best read.</summary>
    public async IAsyncEnumerable<Finding> ExamineAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Disk();
        if (!File.Exists(files.Database))
        {
            yield return Finding.Wrong("store", $"There is no store at {files.Database}.", "Run `chipwatch serve` or `chipwatch seed`: either makes it. Had it one before, see docs/operations.md, \"Restore\".");
            yield break;
        }

        var file = await FileAsync(cancellationToken);
        yield return file;
        if (!file.IsWell)
        {
            yield break; // whatever else were asked would answer from damaged pages
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            yield return Finding.Wrong("schema", $"{pending.Count} migrations are not applied yet.", "Run `chipwatch migrate`: it makes a backup first.");
            yield break;
        }

        yield return Finding.Well("schema", "up to date");
        yield return await WordsAsync(db, cancellationToken);
        foreach (var check in StoreRules.All)
        {
            var found = await db.Database.SqlQueryRaw<long>(check.Count).SingleAsync(cancellationToken);
            yield return found == 0 ? Finding.Well(check.What, check.Well) : Finding.Wrong(check.What, string.Create(CultureInfo.InvariantCulture, $"{found} {check.Wrong}"), check.Remedy);
        }

        yield return Backups();
        yield return await ClockAsync(db, cancellationToken);
        yield return await LeaseAsync(db, cancellationToken);
    }

    private Finding Disk() => disk.FreeBytes(files.Folder) switch
    {
        null => Finding.Well("disk", "the system does not say how much room is left"),
        { } free when free < options.LeastFreeBytes => Finding.Wrong("disk", $"{Mebibytes(free)} are free; below {options.LeastFreeMebibytes} MiB no source is read.", "Make room on the disk, or move the data directory (ChipWatch:DataDirectory)."),
        { } free => Finding.Well("disk", $"{Mebibytes(free)} are free"),
    };

    private async Task<Finding> FileAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SqliteFile.CheckAsync(files.Database, isThorough: true, cancellationToken) is [var finding, ..]
                ? Finding.Wrong("store", $"{files.Database} is damaged: {finding}", StoreDamagedException.Of(files, finding).Message)
                : Finding.Well("store", $"{files.Database}, {Mebibytes(new FileInfo(files.Database).Length)}, whole");
        }
        catch (SqliteException cause)
        {
            return Finding.Wrong("store", $"{files.Database} cannot be read: {cause.Message}", "See who has it open, and whether its folder may be written to by this user.");
        }
    }

    private static async Task<Finding> WordsAsync(ChipWatchDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.CheckIndexAsync(cancellationToken);
            return Finding.Well("words", "the full-text index is whole");
        }
        catch (SqliteException cause) when (SqliteFile.IsLocked(cause))
        {
            return Finding.Wrong("words", "The full-text index could not be looked at: another program holds the lock of the store.", "Close that program, or wait until it is through, and run `chipwatch doctor` again.");
        }
        catch (SqliteException cause)
        {
            return Finding.Wrong("words", $"The full-text index is damaged: {cause.Message}", "Run `chipwatch retag`: it writes the index again.");
        }
    }

    private Finding Backups() => files.BackupFiles() is [var newest, ..] all
        ? Finding.Well("backups", $"{all.Count} automatic ones, the newest {Path.GetFileName(newest)}")
        : Finding.Well("backups", "no automatic one yet; they are made before each migration. `chipwatch backup FILE` makes one now");

    private async Task<Finding> ClockAsync(ChipWatchDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = await db.Fetches.MaxAsync(f => (DateTimeOffset?)(f.LastAt ?? f.At), cancellationToken);
        return now < Earliest ? Finding.Wrong("clock", $"The clock says {now:u}.", "Set the clock of this machine; dates of articles depend on it.")
            : last > now + Ahead ? Finding.Wrong("clock", $"The last check of a source is dated {last:u}, after now ({now:u}): the clock was put back.", "Set the clock of this machine; sources are due again at once.")
            : Finding.Well("clock", $"{now:u}");
    }

    private static async Task<Finding> LeaseAsync(ChipWatchDb db, CancellationToken cancellationToken) =>
        await IngestLease.HolderAsync(db, cancellationToken) is { } holder
            ? Finding.Well("lease", $"{holder} reads the sources")
            : Finding.Well("lease", "nobody reads the sources at the moment");

    private static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:N1} MiB");
}
