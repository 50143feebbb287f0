using ChipWatch.Store.Stories;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Timelines;

/// <summary>Reads the timeline by keyset; counts come from the writer's counters where nothing is filtered, else from the stories shown.</summary>
internal sealed class TimelineQueries(IDbContextFactory<ChipWatchDb> databases, StoryCards cards, TagNames names) : ITimelineQueries
{
    private const int LargestPage = 200;

    /// <inheritdoc/>
    public async Task<Page<StoryCard>> PageAsync(TimelineFilter filter, string? after, int size, CancellationToken cancellationToken)
    {
        size = Math.Clamp(size, 1, LargestPage);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await StoryPages.ReadAsync(db, filter, TimelineCursor.Read(after), size + 1, cancellationToken);
        var next = rows.Count > size ? new TimelineCursor(rows[size - 1].LatestAt, rows[size - 1].Id).ToString() : null;
        return new([.. rows.Take(size).Select(cards.Of)], next);
    }

    /// <inheritdoc/>
    public async Task<WeightedPage> ByWeightAsync(TimelineFilter filter, DateTimeOffset now, string? after, int size, CancellationToken cancellationToken)
    {
        size = Math.Clamp(size, 1, LargestPage);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var window = await RankingWindow.OfAsync(db.StoriesMatching(filter), filter.From, filter.To, now, cancellationToken);
        var weighed = await WeightedStories.ReadAsync(db, cards, db.StoriesMatching(filter with { From = window.From, To = window.To }), window, cancellationToken);
        var rest = WeightCursor.Read(after) is { } last ? [.. weighed.Stories.Where(last.IsBefore)] : weighed.Stories;
        return new(
            [.. rest.Take(size)], rest.Count > size ? WeightCursor.Of(rest[size - 1]).ToString() : null,
            window.From, window.To, weighed.Stories.Count, weighed.IsCut);
    }

    /// <inheritdoc/>
    public async Task<TimelineFacets> FacetsAsync(TimelineFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var shown = await SpanAsync(db, filter, cancellationToken);
        var outlets = await db.Outlets.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        var groups = new List<FacetGroup>();
        foreach (var facet in Enum.GetValues<Facet>())
        {
            groups.Add(Group(filter, facet, await CountsAsync(db, filter, facet, cancellationToken), outlets));
        }

        return new(groups, shown.Stories, shown.Articles, shown.Earliest, shown.Latest);
    }

    /// <summary>How much a filter shows, and from when to when. Of all, indexes alone say it: no story is read.</summary>
    private static async Task<(int Stories, int Articles, DateTimeOffset? Earliest, DateTimeOffset? Latest)> SpanAsync(ChipWatchDb db, TimelineFilter filter, CancellationToken cancellationToken)
    {
        if (filter.IsEmpty)
        {
            return (
                await db.Stories.CountAsync(cancellationToken),
                await db.Articles.CountAsync(a => a.StoryId != null, cancellationToken),
                await db.Stories.MinAsync(s => (DateTimeOffset?)s.LatestAt, cancellationToken),
                await db.Stories.MaxAsync(s => (DateTimeOffset?)s.LatestAt, cancellationToken));
        }

        var shown = await db.StoriesMatching(filter).GroupBy(_ => 1)
            .Select(g => new { Stories = g.Count(), Articles = g.Sum(s => s.ArticleCount), Earliest = g.Min(s => s.LatestAt), Latest = g.Max(s => s.LatestAt) })
            .SingleOrDefaultAsync(cancellationToken);
        return shown is null ? default : (shown.Stories, shown.Articles, shown.Earliest, shown.Latest);
    }

    private static async Task<Dictionary<string, int>> CountsAsync(ChipWatchDb db, TimelineFilter filter, Facet facet, CancellationToken cancellationToken)
    {
        if (filter.IsEmpty)
        {
            return await db.FacetCounts.Where(c => c.Facet == facet && c.Stories > 0).ToDictionaryAsync(c => c.Value, c => c.Stories, cancellationToken);
        }

        var stories = db.StoriesMatching(filter, without: facet);
        return await db.StoryFacets.Where(f => f.Facet == facet && stories.Any(s => s.Id == f.StoryId))
            .GroupBy(f => f.Value).Select(g => new { Value = g.Key, Stories = g.Count() })
            .ToDictionaryAsync(g => g.Value, g => g.Stories, cancellationToken);
    }

    private FacetGroup Group(TimelineFilter filter, Facet facet, Dictionary<string, int> counts, Dictionary<string, string> outlets)
    {
        foreach (var choice in filter.Included.Concat(filter.Excluded).Where(choice => choice.Facet == facet))
        {
            counts.TryAdd(choice.Value, 0);
        }

        return new(facet, [.. counts
            .Select(count => (Name: facet == Facet.Outlet && outlets.TryGetValue(count.Key, out var outlet) ? new TagName(count.Key, outlet) : names.Of(facet, count.Key), Stories: count.Value))
            .Select(value => new FacetValue(value.Name.Id, value.Name.Name, value.Stories, value.Name.Colour))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Name, StringComparer.OrdinalIgnoreCase)]);
    }
}
