using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Upkeep;

/// <summary>Copies the store into a file of its own while it is in use: whole, checked, and under its name only when it is both.</summary>
public interface IStoreBackup
{
    /// <summary>Makes a backup.</summary>
    /// <param name="file">A file that does not exist yet; its folder is made.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left behind.</param>
    /// <exception cref="IOException">The file exists, the disk is full, or the copy failed its check.</exception>
    Task BackupAsync(string file, CancellationToken cancellationToken);

    /// <summary>Makes a backup in the data directory and removes the oldest beyond seven.</summary>
    /// <param name="occasion">Why, in a word or two for the file's name.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The file.</returns>
    Task<string> BackupBeforeAsync(string occasion, CancellationToken cancellationToken);
}

/// <summary>VACUUM INTO, flush, integrity_check, rename.</summary>
internal sealed class StoreBackup(IDbContextFactory<ChipWatchDb> databases, StoreFiles files, TimeProvider clock) : IStoreBackup
{
    internal const int Kept = 7;

    /// <inheritdoc/>
    public async Task BackupAsync(string file, CancellationToken cancellationToken)
    {
        file = Path.GetFullPath(file);
        if (File.Exists(file))
        {
            throw new IOException($"{file} exists already. Name a new file; a backup never overwrites one.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var partial = $"{file}.{Guid.NewGuid():N}.partial";
        try
        {
            await using (var db = await databases.CreateDbContextAsync(cancellationToken))
            {
                db.Database.SetCommandTimeout(TimeSpan.FromHours(6));
                await db.Database.ExecuteSqlAsync($"VACUUM INTO {partial}", cancellationToken);
            }

            Flush(partial);
            if (await SqliteFile.CheckAsync(partial, isThorough: true, cancellationToken) is [var finding, ..])
            {
                throw new IOException($"The copy is not whole ({finding}). No backup was made; run `chipwatch doctor`.");
            }

            File.Move(partial, file);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <inheritdoc/>
    public async Task<string> BackupBeforeAsync(string occasion, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var file = Path.Combine(files.Backups, $"chipwatch-{at}-{occasion}.db");
        for (var again = 2; File.Exists(file); again++)
        {
            file = Path.Combine(files.Backups, $"chipwatch-{at}-{occasion}-{again}.db");
        }

        await BackupAsync(file, cancellationToken);
        foreach (var old in files.BackupFiles().Skip(Kept))
        {
            File.Delete(old);
        }

        return file;
    }

    /// <summary>Onto the disk itself, so that a power cut after the rename finds the whole file.</summary>
    internal static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
