using ChipWatch.Store.Leases;
using Microsoft.Data.Sqlite;

namespace ChipWatch.Store.Upkeep;

/// <summary>
/// Says whether this process may read the sources now: it holds the lease, the disk has room, the store takes writes. Whoever holds a
/// permit keeps it by a heartbeat; its token ends when the permit does. Reading pages needs none.
/// </summary>
public sealed class IngestPermit : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);
    private readonly IngestLease lease;
    private readonly StoreFiles files;
    private readonly IDiskSpace disk;
    private readonly StoreNotices notices;
    private readonly StoreOptions options;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim asking = new(1, 1);
    private CancellationTokenSource? holding;
    private ITimer? heartbeat;

    internal IngestPermit(IngestLease lease, StoreFiles files, IDiskSpace disk, StoreNotices notices, StoreOptions options, TimeProvider clock) =>
        (this.lease, this.files, this.disk, this.notices, this.options, this.clock) = (lease, files, disk, notices, options, clock);

    /// <summary>What is in the way; null while nothing is. Pages show it as a banner.</summary>
    public StoreNotice? Notice => notices.Current;

    /// <summary>Asks for the permit, or renews it.</summary>
    /// <returns>A token that ends when the permit is lost; null where reading must wait; the notice says why.</returns>
    public async Task<CancellationToken?> EnterAsync(CancellationToken cancellationToken)
    {
        await asking.WaitAsync(cancellationToken);
        try
        {
            notices.Tell(await HindranceAsync(cancellationToken));
            if (Notice is not null)
            {
                End();
                return null;
            }

            var held = holding ??= new CancellationTokenSource();
            heartbeat ??= clock.CreateTimer(_ => _ = RenewAsync(), null, Beat, Timeout.InfiniteTimeSpan);
            return held.Token;
        }
        finally
        {
            asking.Release();
        }
    }

    /// <summary>Gives the permit up where the store cannot take a write now; the notice says why, and the token of <see cref="EnterAsync"/> ends.</summary>
    /// <returns>Whether that was the cause: no room, or a lock that another program holds.</returns>
    public bool GiveUp(Exception cause)
    {
        for (var inner = cause; inner is not null; inner = inner.InnerException)
        {
            if (inner is SqliteException refused && NoticeOf(refused) is { } notice)
            {
                notices.Tell(notice);
                End();
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (heartbeat is not null)
        {
            await heartbeat.DisposeAsync();
        }

        try
        {
            await lease.ReleaseAsync(CancellationToken.None);
        }
        catch (SqliteException)
        {
            // The store is gone or locked: the lease ends by itself within a minute.
        }

        // `asking` is left alone: a beat may be waiting for it, and would wait for ever
    }

    private async Task RenewAsync()
    {
        try
        {
            if (holding is not null)
            {
                await EnterAsync(CancellationToken.None);
            }
        }
        catch (Exception ended) when (ended is ObjectDisposedException or SqliteException)
        {
            // The program ends, or the store cannot be asked: the lease runs out, and the next write is compared with it.
        }
        finally
        {
            // Armed again only now: after a long sleep one beat is due, not all that were missed.
            heartbeat?.Change(Beat, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task<StoreNotice?> HindranceAsync(CancellationToken cancellationToken)
    {
        if (disk.FreeBytes(files.Folder) is { } free && free < options.LeastFreeBytes)
        {
            return new(
                IngestHindrance.DiskShort,
                $"Sources are not read: the disk has {free / (1024 * 1024)} MiB left, {options.LeastFreeMebibytes} MiB are needed. What is stored stays readable. Make room; reading goes on by itself.");
        }

        try
        {
            return await lease.TakeAsync(cancellationToken) is { } holder
                ? new(IngestHindrance.AnotherReads, $"Another ChipWatch ({holder}) reads the sources of this store. This one shows the pages only.")
                : null;
        }
        catch (SqliteException cause) when (NoticeOf(cause) is not null)
        {
            return NoticeOf(cause);
        }
    }

    private static StoreNotice? NoticeOf(SqliteException cause) =>
        SqliteFile.IsLocked(cause) ? new(
            IngestHindrance.StoreLocked,
            "Sources are not read: another program holds the lock of the store. What is stored stays readable. Close that program; reading goes on by itself.")
        : SqliteFile.IsFull(cause) ? new(
            IngestHindrance.DiskShort, "Sources are not read: the disk is full. What is stored stays readable. Make room; reading goes on by itself.")
        : null;

    /// <summary>Ends the token that was handed out. It holds nothing that must be given back, and may be asked for from any thread.</summary>
    private void End() => Interlocked.Exchange(ref holding, null)?.Cancel();
}
