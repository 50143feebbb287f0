using ChipWatch.Store.Articles;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Timelines;

/// <summary>Reads the next stories of a timeline by whatever index is narrowest, so that a page costs the same in a store of any size.</summary>
internal static class StoryPages
{
    /// <summary>So many articles that hold the words are looked at first: of a word that stands everywhere these are the last weeks.</summary>
    private const int FirstHits = 1_000;

    /// <summary>The stories behind a cursor, newest first.</summary>
    public static Task<List<StoryRow>> ReadAsync(ChipWatchDb db, TimelineFilter filter, TimelineCursor? after, int count, CancellationToken cancellationToken) =>
        !string.IsNullOrWhiteSpace(filter.Query) ? HoldingAsync(db, filter, after, count, cancellationToken)
        : filter.Included.Count > 0 ? OfValuesAsync(db, filter, after, count, cancellationToken)
        : Page(After(db.StoriesOf(db.Stories, filter), after), count).ToListAsync(cancellationToken);

    private static async Task<List<StoryRow>> HoldingAsync(ChipWatchDb db, TimelineFilter filter, TimelineCursor? after, int count, CancellationToken cancellationToken)
    {
        // Ids follow time, and no article of a story is younger than the story.
        var below = after is null ? long.MaxValue : ArticleIds.From(after.LatestAt.AddSeconds(1));
        // Where those give no full page, the word is a seldom one or other conditions hold too: then all are looked at.
        var first = await Page(After(db.StoriesOf(db.StoriesHolding(filter.Query!, below, FirstHits), filter), after), count).ToListAsync(cancellationToken);
        var isAll = first.Count == count || (first.Count == 0 && after is null && filter with { Query = null } is { IsEmpty: true });
        return isAll ? first : await Page(After(db.StoriesOf(db.StoriesHolding(filter.Query!, below, int.MaxValue), filter), after), count).ToListAsync(cancellationToken);
    }

    /// <summary>Walks the lists of one facet's values, each by its index, and merges them; the other conditions are asked of each story.</summary>
    private static async Task<List<StoryRow>> OfValuesAsync(ChipWatchDb db, TimelineFilter filter, TimelineCursor? after, int count, CancellationToken cancellationToken)
    {
        var (facet, values) = await NarrowestAsync(db, filter, cancellationToken);
        var stories = db.StoriesOf(db.Stories, filter, without: facet);
        var found = new Dictionary<long, StoryRow>();
        foreach (var value in values)
        {
            var listed = db.StoryFacets.Where(f => f.Facet == facet && f.Value == value);
            if (after is not null)
            {
                listed = listed.Where(f => f.LatestAt <= after.LatestAt && (f.LatestAt < after.LatestAt || f.StoryId < after.Id));
            }

            var rows = await listed.Join(stories, f => f.StoryId, s => s.Id, (Facet, Story) => new { Facet, Story })
                .OrderByDescending(pair => pair.Facet.LatestAt).ThenByDescending(pair => pair.Facet.StoryId).Take(count)
                .Select(pair => pair.Story).AsNoTracking().ToListAsync(cancellationToken);
            rows.ForEach(row => found.TryAdd(row.Id, row));
        }

        return [.. found.Values.OrderByDescending(s => s.LatestAt).ThenByDescending(s => s.Id).Take(count)];
    }

    /// <summary>The facet whose chosen values have the fewest stories.</summary>
    private static async Task<(Facet Facet, IReadOnlyList<string> Values)> NarrowestAsync(ChipWatchDb db, TimelineFilter filter, CancellationToken cancellationToken)
    {
        var groups = filter.Included.GroupBy(choice => choice.Facet).Select(group => (group.Key, Values: group.Select(choice => choice.Value).Distinct(StringComparer.Ordinal).ToList())).ToList();
        if (groups.Count == 1)
        {
            return groups[0];
        }

        var sizes = new List<int>();
        foreach (var (facet, values) in groups)
        {
            sizes.Add(await db.FacetCounts.Where(c => c.Facet == facet && values.Contains(c.Value)).SumAsync(c => c.Stories, cancellationToken));
        }

        return groups[sizes.IndexOf(sizes.Min())];
    }

    private static IQueryable<StoryRow> After(IQueryable<StoryRow> stories, TimelineCursor? after) => after is null
        ? stories
        // The first bound lets the index seek; without it every row already shown would be read again.
        : stories.Where(s => s.LatestAt <= after.LatestAt && (s.LatestAt < after.LatestAt || s.Id < after.Id));

    private static IQueryable<StoryRow> Page(IQueryable<StoryRow> stories, int count) =>
        stories.AsNoTracking().OrderByDescending(s => s.LatestAt).ThenByDescending(s => s.Id).Take(count);
}
