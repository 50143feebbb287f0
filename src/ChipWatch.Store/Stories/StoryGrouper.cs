using System.Globalization;
using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>
/// Groups articles in the order of their ids, which is the order of time. An article that comes late makes what was taken in of late be grouped again
/// after it, so that the order in which articles arrive within a day decides nothing. What people decided goes before what the rules say.
/// </summary>
internal sealed class StoryGrouper(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, TimeProvider clock) : IStoryGrouper
{
    private const int BatchSize = 100;
    private const int MostFound = 2000;
    private const int MostCandidates = 60;
    private const int MostReopened = 1000;

    /// <summary>Of a story on which hundreds report, the first articles and the latest say what it is about.</summary>
    private const int FirstCompared = 10;
    private const int LatestCompared = 30;
    private const int MostInOneStep = 5000;

    /// <summary>Grouping again takes at most a part of the time: after each such step it rests for so many times its length.</summary>
    private const int RestShare = 10;

    /// <summary>Id of the article from which on the order is still to be made good.</summary>
    private const string Owed = "grouping.owed-from";

    /// <summary>How long after its arrival an article may still change its story.</summary>
    private static readonly TimeSpan StaysOpen = TimeSpan.FromHours(24);

    /// <summary>Guarded by the gate.</summary>
    private DateTimeOffset restsUntil = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    public Task<IReadOnlyCollection<long>> GroupAsync(CancellationToken cancellationToken) => GroupAsync(mayRest: true, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyCollection<long>> SettleAsync(CancellationToken cancellationToken) => GroupAsync(mayRest: false, cancellationToken);

    private async Task<IReadOnlyCollection<long>> GroupAsync(bool mayRest, CancellationToken cancellationToken)
    {
        var changed = new HashSet<long>();
        await RegroupAfterLateAsync(changed, mayRest, cancellationToken);
        while (await InTransactionAsync(db => GroupWaitingAsync(db, BatchSize, long.MaxValue, changed, null, cancellationToken), cancellationToken) > 0)
        {
        }

        return changed;
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
                return await GroupWaitingAsync(db, MostInOneStep, long.MaxValue, changed, Tell, cancellationToken);
            },
            cancellationToken);
        while (last > 0)
        {
            last = await InTransactionAsync(db => GroupWaitingAsync(db, BatchSize, long.MaxValue, changed, Tell, cancellationToken), cancellationToken);
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
                .Select(a => new { a.Id, StoryId = a.StoryId!.Value }).Take(MostReopened).ToListAsync(cancellationToken);
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

            foreach (var story in stories)
            {
                await StoryKeyIndex.RebuildAsync(db, story, cancellationToken);
            }

            var grouped = await GroupWaitingAsync(db, int.MaxValue, opened.Max(), changed, null, cancellationToken);
            await StoryRefresh.RunAsync(db, stories, cancellationToken);
            changed.UnionWith(stories);
            restsUntil = clock.GetUtcNow() + (RestShare * (clock.GetUtcNow() - now));
            return grouped;
        },
        cancellationToken);

    private static long? Earlier(long? waiting, SettingRow? owed) =>
        owed is null ? waiting : Math.Min(waiting ?? long.MaxValue, long.Parse(owed.Value, CultureInfo.InvariantCulture));

    /// <summary>Groups what waits, oldest first, in the caller's transaction.</summary>
    /// <returns>How many articles were treated.</returns>
    private static async Task<int> GroupWaitingAsync(ChipWatchDb db, int most, long upTo, HashSet<long> changed, Action<int>? progress, CancellationToken cancellationToken)
    {
        var hand = await HandDecisions.LoadAsync(db, cancellationToken);
        var signatures = new SignatureShelf(db);
        var done = 0;
        while (done < most)
        {
            // No reason yet: new, or revised and to be weighed into its story again.
            var batch = await db.Articles.AsNoTracking().Where(a => a.StoryReason == null && a.Id <= upTo).OrderBy(a => a.Id).Take(Math.Min(BatchSize, most - done)).ToListAsync(cancellationToken);
            if (batch.Count == 0)
            {
                break;
            }

            var grown = new HashSet<long>();
            foreach (var article in batch)
            {
                db.Attach(article);
                var decided = hand.StoryOf(article.Id);
                if (article.StoryId is null && decided is null && !await db.Tags.AnyAsync(t => t.ArticleId == article.Id, cancellationToken))
                {
                    article.StoryReason = "In no story: it names no company, chip or topic of the field.";
                }
                else
                {
                    await PlaceAsync(db, article, decided, signatures, cancellationToken);
                    grown.Add(article.StoryId!.Value);
                }

                await db.SaveChangesAsync(cancellationToken);
                // What was written need not be looked through for changes again with each further article.
                db.ChangeTracker.Clear();
            }

            await StoryRefresh.RunAsync(db, grown, cancellationToken);
            db.ChangeTracker.Clear();
            changed.UnionWith(grown);
            done += batch.Count;
            progress?.Invoke(batch.Count);
        }

        return done;
    }

    private static async Task PlaceAsync(ChipWatchDb db, ArticleRow article, long? decided, SignatureShelf signatures, CancellationToken cancellationToken)
    {
        var (_, signature) = (await signatures.ReadAsync([article.Id], cancellationToken)).Single();
        if (article.StoryId is not null)
        {
            article.StoryReason = "Revised; stays in its story.";
        }
        else if (decided is not null)
        {
            (article.StoryId, article.StoryReason) = (decided, "Decided by hand.");
        }
        else
        {
            var candidates = await CandidatesAsync(db, article, signature, signatures, cancellationToken);
            var match = StoryClusterer.Match(signature, candidates);
            article.StoryId = match.Story is { } story ? long.Parse(story, CultureInfo.InvariantCulture) : article.Id;
            article.StoryReason = match.Reason;
            if (match.Story is null && AffairSteps.Of(signature, [.. candidates, .. await FarCandidatesAsync(db, article, signature, signatures, candidates, cancellationToken)]) is { } step)
            {
                db.FollowUps.Add(new FollowUpRow { ArticleId = article.Id, FollowsId = long.Parse(step.Story, CultureInfo.InvariantCulture), Reason = step.Reason });
            }
        }

        var storyId = article.StoryId.Value;
        if (!await db.Stories.AnyAsync(s => s.Id == storyId, cancellationToken))
        {
            db.Stories.Add(StoryRefresh.NewRow(storyId, article));
            await db.SaveChangesAsync(cancellationToken);
        }

        await StoryKeyIndex.AddAsync(db, storyId, article.PublishedAt, signature, cancellationToken);
    }

    private static async Task<IReadOnlyList<OpenStory>> CandidatesAsync(
        ChipWatchDb db, ArticleRow article, StorySignature signature, SignatureShelf signatures, CancellationToken cancellationToken)
    {
        var shared = new Dictionary<long, (int Keys, DateTimeOffset Latest)>();
        foreach (var keys in signature.Keys.Distinct(StringComparer.Ordinal).GroupBy(StoryKeys.Reach))
        {
            var asked = keys.ToList();
            var from = article.PublishedAt - keys.Key;
            var to = article.PublishedAt + keys.Key;
            var found = await db.StoryKeys.Where(k => asked.Contains(k.Key) && k.LatestAt >= from && k.LatestAt <= to)
                .GroupBy(k => k.StoryId).Select(g => new { StoryId = g.Key, Shared = g.Count(), LatestAt = g.Max(k => k.LatestAt) })
                .OrderByDescending(s => s.LatestAt).ThenBy(s => s.StoryId).Take(MostFound).ToListAsync(cancellationToken);
            foreach (var story in found)
            {
                shared[story.StoryId] = (shared.GetValueOrDefault(story.StoryId).Keys + story.Shared, story.LatestAt);
            }
        }

        return await OpenAsync(
            db, signatures, [.. shared.OrderByDescending(s => s.Value.Keys).ThenByDescending(s => s.Value.Latest).ThenBy(s => s.Key).Take(MostCandidates).Select(s => s.Key)], cancellationToken);
    }

    /// <summary>Stories from further back than grouping looks, which the article may go on with but never joins.</summary>
    private static async Task<IReadOnlyList<OpenStory>> FarCandidatesAsync(
        ChipWatchDb db, ArticleRow article, StorySignature signature, SignatureShelf signatures, IReadOnlyList<OpenStory> near, CancellationToken cancellationToken)
    {
        var asked = AffairSteps.FarKeys(signature);
        if (asked.Count == 0)
        {
            return [];
        }

        var (from, to) = (article.PublishedAt - AffairSteps.Longest, article.PublishedAt - StoryKeys.LongestReach);
        var found = await db.StoryKeys.Where(k => asked.Contains(k.Key) && k.LatestAt >= from && k.LatestAt < to)
            .Select(k => new { k.StoryId, k.LatestAt }).Distinct().OrderByDescending(k => k.LatestAt).ThenBy(k => k.StoryId).Take(MostCandidates).ToListAsync(cancellationToken);
        var known = near.Select(story => story.Id).ToHashSet(StringComparer.Ordinal);
        return await OpenAsync(db, signatures, [.. found.Select(k => k.StoryId).Distinct().Where(id => !known.Contains(id.ToString(CultureInfo.InvariantCulture)))], cancellationToken);
    }

    private static async Task<IReadOnlyList<OpenStory>> OpenAsync(ChipWatchDb db, SignatureShelf signatures, List<long> ids, CancellationToken cancellationToken)
    {
        var all = await db.Articles.Where(a => a.StoryId != null && ids.Contains(a.StoryId.Value))
            .OrderBy(a => a.Id).Select(a => new { a.Id, StoryId = a.StoryId!.Value }).ToListAsync(cancellationToken);
        var stories = all.GroupBy(a => a.StoryId).SelectMany(story => story.Take(FirstCompared).Union(story.TakeLast(LatestCompared)))
            .ToDictionary(a => a.Id, a => a.StoryId);
        var members = await signatures.ReadAsync([.. stories.Keys.Order()], cancellationToken);
        return [.. members.GroupBy(member => stories[member.Article]).Select(story => signatures.Open(story.Key, story))];
    }
}
