using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Sources;

/// <summary>Writes checks and what becomes of items through EF Core.</summary>
internal sealed class SourceStore(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, StoreOptions options, TimeProvider clock) : ISourceStore
{
    private const int UnreadableBeforePause = 10;
    private const int MovesBeforeBelief = 3;
    private const int FormerUrlsKept = 20;
    private const int ChecksKept = 400;

    /// <summary>Longer than the days that are drawn, so that no day of them loses checks.</summary>
    private static readonly TimeSpan ChecksStay = TimeSpan.FromDays(15);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueSource>> DueAsync(bool all, string? only, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // A due time further away than any pause comes from a clock that jumped, and counts as due now
        var jumped = now + PollSchedule.LongestPause;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var sources = await db.Sources.AsNoTracking()
            .Where(s => only != null ? s.Id == only : !s.IsPaused && (all || s.NextCheckAt <= now || (s.NextCheckAt > jumped && !s.IsSample)
                || db.Items.Any(i => i.SourceId == s.Id && i.State == ItemState.Pending && (i.NextAttemptAt <= now || i.NextAttemptAt > jumped))))
            .OrderByDescending(s => s.IsSample).ThenBy(s => s.NextCheckAt).ThenBy(s => s.Id)
            .ToListAsync(cancellationToken);
        return [.. sources.Select(s => new DueSource(
            s.Id, s.Name, s.Kind, new Uri(s.Url), s.Language, s.IsSample, new Validators(s.ETag, s.LastModified), s.FailuresInARow)
        {
            IsCheckDue = all || only is not null || s.NextCheckAt <= now || (s.NextCheckAt > jumped && !s.IsSample),
            Rules = s.Rules is { } rules ? StoredJson.Read<SourceRules>(rules) : null,
            CheckEvery = s.CheckEvery,
            Rhythm = s.Rhythm,
            Wishes = s.Wishes is { } wishes ? StoredJson.Read<PollWishes>(wishes) : PollWishes.None,
        })];
    }

    /// <inheritdoc/>
    public async Task<int> StoreCheckAsync(SourceCheck check, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Sources.SingleOrDefaultAsync(s => s.Id == check.SourceId, cancellationToken) is not { } source)
        {
            return 0;
        }

        if (check.IsPostponed)
        {
            source.NextCheckAt = check.NextCheckAt;
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return 0;
        }

        var added = await ItemWriter.AddAsync(db, check.SourceId, check.Items, options.ItemsPerSource, now, cancellationToken);
        (source.LastCheckAt, source.NextCheckAt) = (now, check.NextCheckAt);
        (source.Failure, source.Cause) = (check.Failure, check.Cause);
        if (check.Failure is null)
        {
            NoteSuccess(source, check, now);
        }
        else
        {
            source.FailuresInARow++;
            source.IsPaused |= check.Pause || await IsUnreadableTooOftenAsync(db, check, cancellationToken);
        }

        var isFurther = check.WasUnchanged && await ProlongAsync(db, check, now, cancellationToken);
        if (!isFurther)
        {
            db.Fetches.Add(RowOf(check, now, added));
        }

        await db.SaveChangesAsync(cancellationToken);
        if (!isFurther)
        {
            await ForgetOldChecksAsync(db, check.SourceId, now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return added;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PendingItem>> PendingAsync(string sourceId, int limit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var jumped = now + PollSchedule.LongestPause;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var items = await db.Items.AsNoTracking()
            .Where(i => i.SourceId == sourceId && i.State == ItemState.Pending && (i.NextAttemptAt <= now || i.NextAttemptAt > jumped))
            .OrderBy(i => i.PublishedAt).ThenBy(i => i.Id).Take(limit)
            .Select(i => new { i.Id, i.Url, i.Title, i.PublishedAt, i.Author, i.Summary, Length = i.ContentHtml == null ? 0 : i.ContentHtml.Length, i.FirstSeenAt, i.Attempts })
            .ToListAsync(cancellationToken);
        return [.. items.Select(i => new PendingItem(i.Id, new Uri(i.Url), i.Title, i.PublishedAt, i.Author, i.Summary, i.Length, i.FirstSeenAt, i.Attempts))];
    }

    /// <inheritdoc/>
    public async Task<string?> ContentAsync(long itemId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Items.Where(i => i.Id == itemId).Select(i => i.ContentHtml).SingleOrDefaultAsync(cancellationToken);
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
    public async Task PostponeItemsAsync(string sourceId, DateTimeOffset until, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Items.Where(i => i.SourceId == sourceId && i.State == ItemState.Pending && i.NextAttemptAt < until)
            .ExecuteUpdateAsync(item => item.SetProperty(i => i.NextAttemptAt, until), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Sources.Where(s => !s.IsPaused).MinAsync(s => (DateTimeOffset?)s.NextCheckAt, cancellationToken);
    }

    private static FetchRow RowOf(SourceCheck check, DateTimeOffset now, int added) => new()
    {
        SourceId = check.SourceId,
        At = now,
        Failure = check.Failure,
        Cause = check.Cause,
        WasUnchanged = check.WasUnchanged,
        SeenItems = check.Items.Count,
        NewItems = added,
        DurationMilliseconds = (long)check.Duration.TotalMilliseconds,
    };

    /// <summary>A source that is unchanged once more on the same day: its last check then stands for this one too. Days stay apart, because they are counted apart.</summary>
    /// <returns>Whether there was such a check.</returns>
    private static async Task<bool> ProlongAsync(ChipWatchDb db, SourceCheck check, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await db.Fetches.Where(f => f.SourceId == check.SourceId).OrderByDescending(f => f.At).ThenByDescending(f => f.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is not { WasUnchanged: true, Failure: null } || last.At.UtcDateTime.Date != now.UtcDateTime.Date || last.At > now)
        {
            return false;
        }

        (last.LastAt, last.Times, last.DurationMilliseconds) = (now, last.Times + 1, (long)check.Duration.TotalMilliseconds);
        return true;
    }

    /// <summary>Of a source asked seldom the last hundreds of checks stay, of one asked often all of the last two weeks.</summary>
    private static async Task ForgetOldChecksAsync(ChipWatchDb db, string sourceId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var oldest = now - ChecksStay;
        var of = db.Fetches.Where(f => f.SourceId == sourceId);
        var last = await of.OrderByDescending(f => f.At).ThenByDescending(f => f.Id).Skip(ChecksKept - 1).Select(f => (DateTimeOffset?)f.At).FirstOrDefaultAsync(cancellationToken);
        if (last is { } kept)
        {
            await of.Where(f => f.At < kept && f.At < oldest).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static void NoteSuccess(SourceRow source, SourceCheck check, DateTimeOffset now)
    {
        (source.LastSuccessAt, source.FailuresInARow) = (now, 0);
        source.IsPaused &= source.IsPausedByHand;
        source.Rhythm = check.Rhythm;
        source.Wishes = check.Wishes.IsEmpty ? null : StoredJson.Write(check.Wishes);
        if (check.Asked is { } asked && asked != new Uri(source.Url))
        {
            return;
        }

        (source.ETag, source.LastModified) = (check.Validators.ETag, check.Validators.LastModified);
        NoteMove(source, check.MovedTo?.AbsoluteUri);
    }

    private static void NoteMove(SourceRow source, string? movedTo)
    {
        source.MovedSeen = movedTo is null ? 0 : movedTo == source.MovedTo ? source.MovedSeen + 1 : 1;
        source.MovedTo = movedTo;
        if (source.MovedSeen >= MovesBeforeBelief)
        {
            var former = StoredJson.ReadList<string>(source.FormerUrls).Append(source.Url).TakeLast(FormerUrlsKept);
            (source.FormerUrls, source.Url, source.MovedTo, source.MovedSeen) = (StoredJson.Write(former), movedTo!, null, 0);
        }
    }

    private static async Task<bool> IsUnreadableTooOftenAsync(ChipWatchDb db, SourceCheck check, CancellationToken cancellationToken)
    {
        if (check.Failure is not (FetchFailure.NotAFeed or FetchFailure.Moved))
        {
            return false;
        }

        var before = await db.Fetches.Where(f => f.SourceId == check.SourceId).OrderByDescending(f => f.At).ThenByDescending(f => f.Id)
            .Select(f => f.Failure).Take(UnreadableBeforePause - 1).ToListAsync(cancellationToken);
        return before.Count(failure => failure is FetchFailure.NotAFeed or FetchFailure.Moved) == UnreadableBeforePause - 1;
    }
}
