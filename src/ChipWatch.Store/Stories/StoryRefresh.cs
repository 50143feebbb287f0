using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>Rewrites a story's row, rungs, facets and counters from its articles, in the caller's transaction.</summary>
internal static class StoryRefresh
{
    /// <summary>So many stories are read and written together: asking for each by itself took longer than all that is worked out of it.</summary>
    private const int StoriesAtOnce = 100;

    /// <summary>So many articles at most, but for a story that has more.</summary>
    private const int ArticlesAtOnce = 600;

    /// <summary>Brings stories up to date, and the earlier ones that they follow up. A story without articles goes.</summary>
    public static async Task RunAsync(ChipWatchDb db, OutletAliases outlets, IReadOnlyCollection<long> stories, CancellationToken cancellationToken)
    {
        var affected = new SortedSet<long>(stories);
        foreach (var some in stories.Chunk(StoriesAtOnce))
        {
            foreach (var story in await StoryFollowUps.ThatFollowAsync(db, some, cancellationToken))
            {
                affected.UnionWith(await StoryFollowUps.EarlierAsync(db, story, cancellationToken));
            }
        }

        await using var facets = new StoryFacetIndex(db);
        await using var rungs = new RowInserter<StoryRungRow>(db);
        foreach (var some in affected.Chunk(StoriesAtOnce))
        {
            var rows = await db.Stories.Where(s => some.Contains(s.Id)).ToListAsync(cancellationToken);
            var sizes = await db.Articles.Where(a => a.StoryId != null && some.Contains(a.StoryId.Value)).GroupBy(a => a.StoryId!.Value)
                .Select(story => new { story.Key, Articles = story.Count() }).ToDictionaryAsync(story => story.Key, story => story.Articles, cancellationToken);
            foreach (var together in Packed([.. rows.OrderBy(row => row.Id)], sizes))
            {
                await RunAsync(db, outlets, together, facets, rungs, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            rows.ForEach(row => db.Entry(row).State = EntityState.Detached);
        }

        await facets.CountAsync(cancellationToken);
    }

    private static IEnumerable<List<StoryRow>> Packed(List<StoryRow> rows, Dictionary<long, int> sizes)
    {
        var (together, articles) = (new List<StoryRow>(), 0);
        foreach (var row in rows)
        {
            var more = sizes.GetValueOrDefault(row.Id);
            if (together.Count > 0 && articles + more > ArticlesAtOnce)
            {
                yield return together;
                (together, articles) = ([], 0);
            }

            together.Add(row);
            articles += more;
        }

        if (together.Count > 0)
        {
            yield return together;
        }
    }

    private static async Task RunAsync(ChipWatchDb db, OutletAliases outlets, List<StoryRow> stories, StoryFacetIndex facets, RowInserter<StoryRungRow> rungs, CancellationToken cancellationToken)
    {
        var ids = stories.ConvertAll(story => story.Id);
        var members = await StoryMember.LoadForSumAsync(db, outlets, ids, cancellationToken);
        var followed = await StoryFollowUps.ThatAreFollowedAsync(db, ids, cancellationToken);
        var known = await facets.LoadAsync(ids, cancellationToken);
        var before = (await db.StoryRungs.AsNoTracking().Where(r => ids.Contains(r.StoryId)).OrderBy(r => r.Ordinal).ToListAsync(cancellationToken)).ToLookup(r => r.StoryId);
        foreach (var story in stories)
        {
            IReadOnlyList<StoryMember> own = [.. members[story.Id]];
            if (own.Count == 0)
            {
                await facets.ReplaceAsync(story.Id, known[story.Id], story.LatestAt, new HashSet<FacetChoice>(), cancellationToken);
                db.Stories.Remove(story);
                continue;
            }

            var summary = StorySummary.Of(story.Id, own, followed.Contains(story.Id) ? await StoryMember.LoadLaterAsync(db, outlets, story.Id, cancellationToken) : []);
            Write(story, summary, own);
            await ReplaceRungsAsync(db, story.Id, before[story.Id], summary.Rungs, rungs, cancellationToken);
            await facets.ReplaceAsync(story.Id, known[story.Id], story.LatestAt, summary.Facets, cancellationToken);
        }
    }

    /// <summary>The row of a summary, outside any context.</summary>
    public static StoryRow RowOf(long storyId, StorySummary summary, IReadOnlyList<StoryMember> members)
    {
        var first = members[0].Article.PublishedAt;
        var story = new StoryRow { Id = storyId, Slug = "", Headline = "", FirstAt = first, LatestAt = first, Vendors = "[]", Chips = "[]", Topics = "[]" };
        Write(story, summary, members);
        return story;
    }

    /// <summary>A story that holds one article so far; the rest of the row comes with the next refresh.</summary>
    public static StoryRow NewRow(long storyId, ArticleRow article) => new()
    {
        Id = storyId,
        Slug = article.Slug,
        Headline = article.Title,
        FirstAt = article.PublishedAt,
        LatestAt = article.PublishedAt,
        Vendors = "[]",
        Chips = "[]",
        Topics = "[]",
    };

    private static void Write(StoryRow story, StorySummary summary, IReadOnlyList<StoryMember> members)
    {
        story.Headline = summary.Lead.Article.Title;
        story.Slug = summary.Lead.Article.Slug;
        story.Language = summary.Lead.Article.Language;
        story.Claim = summary.Lead.Quote;
        story.FirstAt = members.Min(m => m.Article.PublishedAt);
        story.LatestAt = members.Max(m => m.Article.PublishedAt);
        story.EventType = summary.Lead.Article.EventType;
        story.Status = summary.Status;
        story.Vendors = StoredJson.Write(summary.Vendors);
        story.Chips = StoredJson.Write(summary.Chips);
        story.Topics = StoredJson.Write(summary.Topics);
        story.Origin = summary.Origin;
        story.OriginIsRead = summary.OriginIsRead;
        story.Origins = summary.Origins;
        story.Relays = summary.Relays;
        story.ArticleCount = members.Count;
        story.LeadArticleId = summary.Lead.Article.Id;
        story.IsSample = members.All(m => m.Article.IsSample);
    }

    /// <summary>Most changes of a story move no rung: then nothing is written.</summary>
    private static async Task ReplaceRungsAsync(
        ChipWatchDb db, long storyId, IEnumerable<StoryRungRow> before, IReadOnlyList<StoryRungRow> now, RowInserter<StoryRungRow> rungs, CancellationToken cancellationToken)
    {
        if (before.Select(Told).SequenceEqual(now.Select(Told)))
        {
            return;
        }

        await db.StoryRungs.Where(r => r.StoryId == storyId).ExecuteDeleteAsync(cancellationToken);
        foreach (var rung in now)
        {
            await rungs.InsertAsync(rung, cancellationToken);
        }
    }

    private static (int Ordinal, EventStatus Status, DateTimeOffset At, long Article, string? Quote, long? From) Told(StoryRungRow rung) =>
        (rung.Ordinal, rung.Status, rung.At, rung.ArticleId, rung.Quote, rung.FromStoryId);
}
