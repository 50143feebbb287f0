using Microsoft.Data.Sqlite;

namespace ChipWatch.Store.Upkeep;

/// <summary>Where the store's file lies, and what lies beside it.</summary>
/// <param name="Database">The SQLite file.</param>
/// <param name="Backups">Folder of the automatic backups.</param>
public sealed record StoreFiles(string Database, string Backups)
{
    /// <summary>A restore that was interrupted between its last two steps leaves the new store under this name.</summary>
    public string Arriving => Database + ".restoring";

    /// <summary>The folder of the store.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(Database))!;

    /// <summary>The files of a connection string.</summary>
    public static StoreFiles Of(string connectionString)
    {
        var database = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
        return new(database, Path.Combine(Path.GetDirectoryName(database)!, "backups"));
    }

    /// <summary>Backups, the newest first.</summary>
    public IReadOnlyList<string> BackupFiles() => Directory.Exists(Backups)
        ? [.. Directory.EnumerateFiles(Backups, "chipwatch-*.db").OrderByDescending(file => Path.GetFileName(file), StringComparer.Ordinal)] : [];
}
