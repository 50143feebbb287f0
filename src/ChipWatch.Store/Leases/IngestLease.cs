using ChipWatch.Store.Upkeep;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Leases;

/// <summary>The right to read the sources of a store, which one process has at a time: a row with its owner, 60 seconds by the database's clock, and a number that rises with every change.</summary>
/// <remarks>Each write transaction of the owner compares the number (<see cref="FenceCheck"/>). A process that slept through its lease finds another number there and writes nothing.</remarks>
internal sealed class IngestLease(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, IngestFence held, StoreFiles files)
{
    internal const string Name = "ingest";
    internal const long Milliseconds = 60_000;

    private readonly string owner = ProcessIdentity.Current().Write(Guid.NewGuid().ToString("N")[..8]);

    /// <summary>The number under which this process holds the lease; 0 while it does not.</summary>
    public long Fence => held.Held;

    /// <summary>Takes the lease or prolongs it.</summary>
    /// <returns>Null where this process holds it now; else the holder, for people.</returns>
    public async Task<string?> TakeAsync(CancellationToken cancellationToken)
    {
        // A turn in the queue: between two long transactions of this very process there is hardly a moment in which SQLite's lock is to be had.
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var holder = await db.Leases.AsNoTracking().SingleOrDefaultAsync(l => l.Name == Name, cancellationToken);
        var dead = holder is not null && holder.Owner != owner && ProcessIdentity.IsDead(holder.Owner) ? holder.Owner : "";
        var fences = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO Leases (Name, Owner, Fence, ExpiresAt) VALUES ({Name}, {owner}, 1, CAST(unixepoch('subsec') * 1000 AS INTEGER) + {Milliseconds})
            ON CONFLICT (Name) DO UPDATE SET
                Fence = CASE WHEN Owner = excluded.Owner THEN Fence ELSE Fence + 1 END,
                Owner = excluded.Owner,
                ExpiresAt = excluded.ExpiresAt
            WHERE Owner = excluded.Owner OR Owner = {dead} OR ExpiresAt <= CAST(unixepoch('subsec') * 1000 AS INTEGER)
            RETURNING Fence AS Value
            """).ToListAsync(cancellationToken);
        held.Held = fences is [var fence] ? fence : 0;
        return Fence > 0 ? null : ProcessIdentity.Describe(holder?.Owner ?? "");
    }

    /// <summary>Gives the lease back, if this process holds it.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (Fence == 0)
        {
            return;
        }

        var fence = Fence;
        held.Held = 0;
        // At the end of the program the container, and the model with it, is gone already: a connection of its own is not.
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = files.Database, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 2 }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Leases SET ExpiresAt = 0 WHERE Name = $name AND Owner = $owner AND Fence = $fence";
        command.Parameters.AddWithValue("$name", Name);
        command.Parameters.AddWithValue("$owner", owner);
        command.Parameters.AddWithValue("$fence", fence);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Who holds the lease of a store, for people; null for nobody that lives.</summary>
    public static async Task<string?> HolderAsync(ChipWatchDb db, CancellationToken cancellationToken)
    {
        var now = await db.Database.SqlQuery<long>($"SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER) AS Value").SingleAsync(cancellationToken);
        var lease = await db.Leases.AsNoTracking().SingleOrDefaultAsync(l => l.Name == Name && l.ExpiresAt > now, cancellationToken);
        return lease is null || ProcessIdentity.IsDead(lease.Owner) ? null : ProcessIdentity.Describe(lease.Owner);
    }
}
