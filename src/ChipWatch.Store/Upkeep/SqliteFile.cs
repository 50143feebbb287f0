using Microsoft.Data.Sqlite;

namespace ChipWatch.Store.Upkeep;

/// <summary>Looks at a SQLite file by itself, outside the model.</summary>
internal static class SqliteFile
{
    /// <summary>SQLITE_CORRUPT and SQLITE_NOTADB.</summary>
    public static bool IsDamage(SqliteException cause) => cause.SqliteErrorCode is 11 or 26;

    private static bool IsNoDatabase(SqliteException cause) => cause.SqliteErrorCode == 26;

    /// <summary>SQLITE_BUSY and SQLITE_LOCKED.</summary>
    public static bool IsLocked(SqliteException cause) => cause.SqliteErrorCode is 5 or 6;

    /// <summary>SQLITE_FULL.</summary>
    public static bool IsFull(SqliteException cause) => cause.SqliteErrorCode == 13;

    /// <summary>What a check of a file finds wrong, first finding first; empty where it is whole.</summary>
    /// <param name="file">The file; is not written to.</param>
    /// <param name="isThorough">integrity_check (also compares indexes with their tables) instead of quick_check.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public static async Task<IReadOnlyList<string>> CheckAsync(string file, bool isThorough, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(file, cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = isThorough ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)";
            command.CommandTimeout = 0;
            var findings = new List<string>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                findings.Add(reader.GetString(0));
            }

            return findings is ["ok"] ? [] : findings;
        }
        catch (SqliteException cause) when (IsDamage(cause))
        {
            return [IsNoDatabase(cause) ? "it is no SQLite file" : cause.Message];
        }
    }

    /// <summary>The migrations that a store has been through; null where the file is no store of ChipWatch.</summary>
    public static async Task<IReadOnlyList<string>?> MigrationsAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(file, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name IN ('__EFMigrationsHistory', 'Articles', 'Revisions')";
        if (await command.ExecuteScalarAsync(cancellationToken) is not 3L)
        {
            return null;
        }

        command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId";
        var migrations = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            migrations.Add(reader.GetString(0));
        }

        return migrations;
    }

    private static async Task<SqliteConnection> OpenAsync(string file, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA trusted_schema=OFF; PRAGMA busy_timeout=5000; PRAGMA query_only=ON;";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
