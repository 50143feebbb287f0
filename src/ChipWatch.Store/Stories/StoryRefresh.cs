using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>Rewrites a story's row, rungs, facets and counters from its articles, in the caller's transaction.</summary>
internal static class StoryRefresh
{
    /// <summary>So many rows are written together; a context that holds more is slower with each.</summary>
    private const int AtOnce = 100;

    /// <summary>Brings stories up to date, and the earlier ones that they follow up. A story without articles goes.</summary>
    public static async Task RunAsync(ChipWatchDb db, OutletAliases outlets, IReadOnlyCollection<long> stories, CancellationToken cancellationToken)
    {
        var affected = new SortedSet<long>(stories);
        foreach (var story in stories)
        {
            affected.UnionWith(await StoryFollowUps.EarlierAsync(db, story, cancellationToken));
        }

        await using var facets = new StoryFacetIndex(db);
        await using var rungs = new RowInserter<StoryRungRow>(db);
        foreach (var some in affected.Chunk(AtOnce))
        {
            var rows = await db.Stories.Where(s => some.Contains(s.Id)).ToListAsync(cancellationToken);
            foreach (var row in rows.OrderBy(row => row.Id))
            {
                await RunAsync(db, outlets, row, facets, rungs, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            rows.ForEach(row => db.Entry(row).State = EntityState.Detached);
        }

        await facets.CountAsync(cancellationToken);
    }

    private static async Task RunAsync(
        ChipWatchDb db, OutletAliases outlets, StoryRow story, StoryFacetIndex facets, RowInserter<StoryRungRow> rungs, CancellationToken cancellationToken)
    {
        var members = await StoryMember.LoadForSumAsync(db, outlets, story.Id, cancellationToken);
        if (members.Count == 0)
        {
            await facets.ReplaceAsync(story.Id, story.LatestAt, new HashSet<FacetChoice>(), cancellationToken);
            db.Stories.Remove(story);
            return;
        }

        var summary = StorySummary.Of(story.Id, members, await StoryMember.LoadLaterAsync(db, outlets, story.Id, cancellationToken));
        Write(story, summary, members);
        await ReplaceRungsAsync(db, story.Id, summary.Rungs, rungs, cancellationToken);
        await facets.ReplaceAsync(story.Id, story.LatestAt, summary.Facets, cancellationToken);
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
    private static async Task ReplaceRungsAsync(ChipWatchDb db, long storyId, IReadOnlyList<StoryRungRow> now, RowInserter<StoryRungRow> rungs, CancellationToken cancellationToken)
    {
        var before = await db.StoryRungs.AsNoTracking().Where(r => r.StoryId == storyId).OrderBy(r => r.Ordinal).ToListAsync(cancellationToken);
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
