using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>Rewrites a story's row, rungs, facets and counters from its articles, in the caller's transaction.</summary>
internal static class StoryRefresh
{
    /// <summary>Brings stories up to date, and the earlier ones that they follow up. A story without articles goes.</summary>
    public static async Task RunAsync(ChipWatchDb db, IReadOnlyCollection<long> stories, CancellationToken cancellationToken)
    {
        var affected = new SortedSet<long>(stories);
        foreach (var story in stories)
        {
            affected.UnionWith(await StoryFollowUps.EarlierAsync(db, story, cancellationToken));
        }

        foreach (var story in affected)
        {
            await RunAsync(db, story, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static async Task RunAsync(ChipWatchDb db, long storyId, CancellationToken cancellationToken)
    {
        var members = await StoryMember.LoadAsync(db, storyId, cancellationToken);
        if (await db.Stories.SingleOrDefaultAsync(s => s.Id == storyId, cancellationToken) is not { } story)
        {
            return;
        }

        if (members.Count == 0)
        {
            await ReplaceFacetsAsync(db, story, new HashSet<FacetChoice>(), cancellationToken);
            db.Stories.Remove(story);
            return;
        }

        var summary = StorySummary.Of(storyId, members, await StoryMember.LoadLaterAsync(db, storyId, cancellationToken));
        Write(story, summary, members);
        await db.StoryRungs.Where(r => r.StoryId == storyId).ExecuteDeleteAsync(cancellationToken);
        Forget(db.StoryRungs.Local, db, storyId);
        db.StoryRungs.AddRange(summary.Rungs);
        await ReplaceFacetsAsync(db, story, summary.Facets, cancellationToken);
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

    private static async Task ReplaceFacetsAsync(ChipWatchDb db, StoryRow story, IReadOnlySet<FacetChoice> wanted, CancellationToken cancellationToken)
    {
        var rows = await db.StoryFacets.Where(f => f.StoryId == story.Id).ToListAsync(cancellationToken);
        var known = rows.ToDictionary(f => new FacetChoice(f.Facet, f.Value));
        foreach (var row in rows)
        {
            row.LatestAt = story.LatestAt;
        }

        foreach (var gone in known.Where(k => !wanted.Contains(k.Key)))
        {
            db.StoryFacets.Remove(gone.Value);
            await CountAsync(db, gone.Key, -1, cancellationToken);
        }

        foreach (var fresh in wanted.Where(choice => !known.ContainsKey(choice)))
        {
            db.StoryFacets.Add(new StoryFacetRow { StoryId = story.Id, Facet = fresh.Facet, Value = fresh.Value, LatestAt = story.LatestAt });
            await CountAsync(db, fresh, 1, cancellationToken);
        }
    }

    private static async Task CountAsync(ChipWatchDb db, FacetChoice choice, int change, CancellationToken cancellationToken)
    {
        var count = await db.FacetCounts.FindAsync([choice.Facet, choice.Value], cancellationToken);
        if (count is null)
        {
            count = new FacetCountRow { Facet = choice.Facet, Value = choice.Value };
            db.FacetCounts.Add(count);
        }

        count.Stories += change;
    }

    /// <summary>Rungs of this story that the context still tracks were deleted in the database: it must not know them any more.</summary>
    private static void Forget(IEnumerable<StoryRungRow> tracked, ChipWatchDb db, long storyId)
    {
        foreach (var rung in tracked.Where(r => r.StoryId == storyId).ToList())
        {
            db.Entry(rung).State = EntityState.Detached;
        }
    }
}
