using System.Security.Cryptography;
using System.Text;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Sources;

/// <summary>Writes checks and items through EF Core.</summary>
internal sealed class SourceStore(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, TimeProvider clock) : ISourceStore
{
    /// <summary>A due time further away than this comes from a clock that jumped, and counts as due now.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueSource>> DueAsync(bool all, string? only, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var jumped = now + LongestPause;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var sources = await db.Sources.AsNoTracking()
            .Where(s => only != null ? s.Id == only : !s.IsPaused && (all || s.NextCheckAt <= now || (s.NextCheckAt > jumped && !s.IsSample)
                || db.Items.Any(i => i.SourceId == s.Id && i.State == ItemState.Pending && i.NextAttemptAt <= now)))
            .OrderByDescending(s => s.IsSample).ThenBy(s => s.NextCheckAt).ThenBy(s => s.Id)
            .ToListAsync(cancellationToken);
        return [.. sources.Select(s => new DueSource(
            s.Id, s.Name, s.Kind, new Uri(s.Url), s.Language, s.IsSample, new Validators(s.ETag, s.LastModified), s.FailuresInARow))];
    }

    /// <inheritdoc/>
    public async Task<int> StoreCheckAsync(SourceCheck check, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var source = await db.Sources.SingleAsync(s => s.Id == check.SourceId, cancellationToken);
        var added = await AddItemsAsync(db, check, now, cancellationToken);
        source.LastCheckAt = now;
        source.NextCheckAt = check.NextCheckAt;
        source.Failure = check.Failure;
        source.Cause = check.Cause;
        source.IsPaused |= check.Pause;
        if (check.Failure is null)
        {
            (source.LastSuccessAt, source.FailuresInARow) = (now, 0);
            (source.ETag, source.LastModified) = (check.Validators.ETag, check.Validators.LastModified);
            source.Url = check.MovedTo?.AbsoluteUri ?? source.Url;
        }
        else
        {
            source.FailuresInARow++;
        }

        db.Fetches.Add(new FetchRow
        {
            SourceId = check.SourceId,
            At = now,
            Failure = check.Failure,
            Cause = check.Cause,
            WasUnchanged = check.WasUnchanged,
            SeenItems = check.Items.Count,
            NewItems = added,
            DurationMilliseconds = (long)check.Duration.TotalMilliseconds,
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return added;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PendingItem>> PendingAsync(string sourceId, int limit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var items = await db.Items.AsNoTracking()
            .Where(i => i.SourceId == sourceId && i.State == ItemState.Pending && i.NextAttemptAt <= now)
            .OrderBy(i => i.PublishedAt).ThenBy(i => i.Id).Take(limit).ToListAsync(cancellationToken);
        return [.. items.Select(i => new PendingItem(
            i.Id, new Uri(i.Url), i.Title, i.PublishedAt, i.Author, i.Summary, i.ContentHtml, i.FirstSeenAt, i.Attempts))];
    }

    /// <inheritdoc/>
    public async Task ItemFailedAsync(long itemId, string cause, DateTimeOffset? nextAttemptAt, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Items.Where(i => i.Id == itemId).ExecuteUpdateAsync(
            item => item.SetProperty(i => i.State, nextAttemptAt == null ? ItemState.Failed : ItemState.Pending)
                .SetProperty(i => i.Attempts, i => i.Attempts + 1)
                .SetProperty(i => i.NextAttemptAt, nextAttemptAt ?? DateTimeOffset.UnixEpoch)
                .SetProperty(i => i.Cause, cause),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Sources.Where(s => !s.IsPaused).MinAsync(s => (DateTimeOffset?)s.NextCheckAt, cancellationToken);
    }

    private static async Task<int> AddItemsAsync(ChipWatchDb db, SourceCheck check, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = (await db.Items.Where(i => i.SourceId == check.SourceId).Select(i => i.IdHash).ToListAsync(cancellationToken))
            .Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        var added = 0;
        foreach (var item in check.Items.Where(item => item.Url is not null))
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(item.Id.Trim()));
            if (!known.Add(Convert.ToHexString(hash)))
            {
                continue;
            }

            db.Items.Add(new ItemRow
            {
                SourceId = check.SourceId,
                IdHash = hash,
                Url = item.Url!,
                Title = item.Title,
                PublishedAt = item.Published,
                Author = item.Author,
                Summary = item.Summary,
                ContentHtml = item.ContentHtml,
                FirstSeenAt = now,
                NextAttemptAt = now,
            });
            added++;
        }

        return added;
    }
}
