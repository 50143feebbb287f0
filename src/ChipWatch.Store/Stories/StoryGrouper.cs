using System.Globalization;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>
/// Groups articles in the order of their ids, which is the order of time. An article that comes late makes what was taken in of late be grouped again
/// after it, so that the order in which articles arrive within a day decides nothing. What people decided goes before what the rules say.
/// </summary>
internal sealed class StoryGrouper(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, LiveCatalogue catalogue, TimeProvider clock) : IStoryGrouper
{
    /// <summary>So many articles are one transaction, after which their stories are summed up: large stories are worth doing that seldom.</summary>
    private const int BatchSize = 300;
    private const int MostRead = 100;
    private const int MostReopened = 1000;
    private const int MostInOneStep = 5000;

    /// <summary>Grouping again takes at most a part of the time: after each such step it rests for so many times its length.</summary>
    private const int RestShare = 10;

    /// <summary>Id of the article from which on the order is still to be made good.</summary>
    private const string Owed = "grouping.owed-from";

    /// <summary>How long after its arrival an article may still change its story.</summary>
    private static readonly TimeSpan StaysOpen = TimeSpan.FromHours(24);

    /// <summary>Guarded by the gate.</summary>
    private readonly SignatureReader signatures = new();

    /// <summary>Guarded by the gate.</summary>
    private DateTimeOffset restsUntil = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    public Task<IReadOnlyCollection<long>> GroupAsync(CancellationToken cancellationToken) => GroupAsync(mayRest: true, null, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyCollection<long>> GroupAsync(Action<int, int>? progress, CancellationToken cancellationToken) => GroupAsync(mayRest: true, progress, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyCollection<long>> SettleAsync(CancellationToken cancellationToken) => GroupAsync(mayRest: false, null, cancellationToken);

    private async Task<IReadOnlyCollection<long>> GroupAsync(bool mayRest, Action<int, int>? progress, CancellationToken cancellationToken)
    {
        var changed = new HashSet<long>();
        await RegroupAfterLateAsync(changed, mayRest, cancellationToken);
        var (all, done) = (progress is null ? 0 : await WaitingAsync(cancellationToken), 0);
        while (await InTransactionAsync(db => GroupWaitingAsync(db, catalogue.Current.Outlets, BatchSize, long.MaxValue, changed, Tell, cancellationToken), cancellationToken) > 0)
        {
        }

        return changed;

        void Tell(int more) => progress?.Invoke(done += more, Math.Max(all, done));
    }

    private async Task<int> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Articles.CountAsync(a => a.StoryReason == null, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryChange>> RegroupAllAsync(Action<int, int>? progress, CancellationToken cancellationToken)
    {
        var before = new Dictionary<long, long>();
        var changed = new HashSet<long>();
        var done = 0;
        var all = 0;
        var last = await InTransactionAsync(
            async db =>
            {
                before = await db.Articles.Where(a => a.StoryId != null).Select(a => new { a.Id, StoryId = a.StoryId!.Value }).ToDictionaryAsync(a => a.Id, a => a.StoryId, cancellationToken);
                all = await db.Articles.CountAsync(cancellationToken);
                await db.Articles.ExecuteUpdateAsync(a => a.SetProperty(x => x.StoryId, (long?)null).SetProperty(x => x.StoryReason, (string?)null), cancellationToken);
                await db.FollowUps.ExecuteDeleteAsync(cancellationToken);
                await db.Stories.ExecuteDeleteAsync(cancellationToken);
                await db.FacetCounts.ExecuteDeleteAsync(cancellationToken);
                // Whoever reads meanwhile sees the stories as they were until this step is through.
                return await GroupWaitingAsync(db, catalogue.Current.Outlets, MostInOneStep, long.MaxValue, changed, Tell, cancellationToken);
            },
            cancellationToken);
        while (last > 0)
        {
            last = await InTransactionAsync(db => GroupWaitingAsync(db, catalogue.Current.Outlets, BatchSize, long.MaxValue, changed, Tell, cancellationToken), cancellationToken);
        }

        await using var after = await databases.CreateDbContextAsync(cancellationToken);
        var now = await after.Articles.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.Id, a.Title, a.StoryId }).ToListAsync(cancellationToken);
        return [.. now.Where(a => a.StoryId != (before.TryGetValue(a.Id, out var was) ? was : null))
            .Select(a => new StoryChange(a.Id, a.Title, before.TryGetValue(a.Id, out var was) ? was : null, a.StoryId))];

        void Tell(int more) => progress?.Invoke(done += more, all);
    }

    private async Task<T> InTransactionAsync<T>(Func<ChipWatchDb, Task<T>> step, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await step(db);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>Opens the stories of what was published after the oldest waiting article and taken in of late, and groups all that in order, in one step.</summary>
    private Task<int> RegroupAfterLateAsync(HashSet<long> changed, bool mayRest, CancellationToken cancellationToken) => InTransactionAsync(
        async db =>
        {
            var owed = await db.Settings.SingleOrDefaultAsync(s => s.Key == Owed, cancellationToken);
            var waiting = await db.Articles.Where(a => a.StoryReason == null && a.StoryId == null).OrderBy(a => a.Id).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellationToken);
            if (Earlier(waiting, owed) is not { } first)
            {
                return 0;
            }

            var now = clock.GetUtcNow();
            var since = now - StaysOpen;
            var later = await db.Articles.Where(a => a.Id > first && a.StoryId != null && a.FirstSeenAt >= since).OrderBy(a => a.Id)
                .Select(a => new { a.Id, StoryId = a.StoryId!.Value }).Take(mayRest ? MostReopened : MostInOneStep).ToListAsync(cancellationToken);
            if (later.Count > 0 && mayRest && now < restsUntil)
            {
                // A great first round brings late articles every few seconds: they join for now, and the order is made good when this is worth its time again.
                if (owed is null)
                {
                    db.Settings.Add(owed = new SettingRow { Key = Owed, Value = "" });
                }

                owed.Value = first.ToString(CultureInfo.InvariantCulture);
                return await db.SaveChangesAsync(cancellationToken);
            }

            if (owed is not null)
            {
                db.Settings.Remove(owed);
                await db.SaveChangesAsync(cancellationToken);
            }

            if (later.Count == 0)
            {
                return 0;
            }

            // A story whose founding article is opened has no address of its own any more: all of it is opened.
            var opened = later.Select(a => a.Id).ToHashSet();
            var stories = later.Select(a => a.StoryId).Distinct().ToList();
            var founded = stories.Where(opened.Contains).ToList();
            opened.UnionWith(await db.Articles.Where(a => a.StoryId != null && founded.Contains(a.StoryId.Value)).Select(a => a.Id).ToListAsync(cancellationToken));
            foreach (var some in opened.Order().Chunk(500))
            {
                await db.Articles.Where(a => some.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.StoryId, (long?)null).SetProperty(x => x.StoryReason, (string?)null), cancellationToken);
                await db.FollowUps.Where(f => some.Contains(f.ArticleId)).ExecuteDeleteAsync(cancellationToken);
            }

            await using (var keys = new StoryKeyIndex(db, signatures))
            {
                foreach (var story in stories)
                {
                    await keys.RebuildAsync(story, cancellationToken);
                }
            }

            changed.UnionWith(stories);
            var grouped = await GroupWaitingAsync(db, catalogue.Current.Outlets, int.MaxValue, opened.Max(), changed, null, cancellationToken, stories);
            restsUntil = clock.GetUtcNow() + (RestShare * (clock.GetUtcNow() - now));
            return grouped;
        },
        cancellationToken);

    private static long? Earlier(long? waiting, SettingRow? owed) =>
        owed is null ? waiting : Math.Min(waiting ?? long.MaxValue, long.Parse(owed.Value, CultureInfo.InvariantCulture));

    /// <summary>Groups what waits, oldest first, in the caller's transaction, and sums up the stories that it changed.</summary>
    /// <returns>How many articles were treated.</returns>
    private async Task<int> GroupWaitingAsync(
        ChipWatchDb db, OutletAliases outlets, int most, long upTo, HashSet<long> changed, Action<int>? progress, CancellationToken cancellationToken, IEnumerable<long>? opened = null)
    {
        var hand = await HandDecisions.LoadAsync(db, cancellationToken);
        await using var placer = new StoryPlacer(db, signatures);
        var grown = new HashSet<long>(opened ?? []);
        var done = 0;
        while (done < most)
        {
            // No reason yet: new, or revised and to be weighed into its story again.
            var batch = await db.Articles.AsNoTracking().Where(a => a.StoryReason == null && a.Id <= upTo).OrderBy(a => a.Id).Take(Math.Min(MostRead, most - done))
                .Join(db.Signatures, a => a.Id, s => s.ArticleId, (a, s) => new { Article = a, IsTagged = db.Tags.Any(t => t.ArticleId == a.Id), s.Packed, s.Signature }).ToListAsync(cancellationToken);
            if (batch.Count == 0)
            {
                break;
            }

            foreach (var waiting in batch)
            {
                var article = waiting.Article;
                var decided = hand.StoryOf(article.Id);
                if (article.StoryId is null && decided is null && !waiting.IsTagged)
                {
                    await placer.LeaveAsync(article, "In no story: it names no company, chip or topic of the field.", cancellationToken);
                }
                else
                {
                    await placer.PlaceAsync(article, signatures.Read(waiting.Packed, waiting.Signature), decided, cancellationToken);
                    grown.Add(article.StoryId!.Value);
                }
            }

            done += batch.Count;
            progress?.Invoke(batch.Count);
        }

        await StoryRefresh.RunAsync(db, outlets, grown, cancellationToken);
        db.ChangeTracker.Clear();
        changed.UnionWith(grown);
        return done;
    }
}
