using ChipWatch.Store.Rows;

namespace ChipWatch.Store.Timelines;

/// <summary>Turns a filter into a query: values of one facet are alternatives, facets must all hold, an excluded value must not be there.</summary>
internal static class StoryFiltering
{
    /// <summary>The stories that a filter shows.</summary>
    /// <param name="db">The store.</param>
    /// <param name="filter">Which stories.</param>
    /// <param name="without">A facet whose included values are left aside: for counting its alternatives.</param>
    public static IQueryable<StoryRow> StoriesMatching(this ChipWatchDb db, TimelineFilter filter, Facet? without = null)
    {
        var stories = db.StoriesOf(db.Stories, filter, without);
        if (!string.IsNullOrWhiteSpace(filter.Query))
        {
            var articles = db.ArticlesMatching(filter.Query);
            stories = stories.Where(s => articles.Any(a => a.StoryId == s.Id));
        }

        return stories;
    }

    /// <summary>Of some stories those that a filter shows, its words left aside.</summary>
    public static IQueryable<StoryRow> StoriesOf(this ChipWatchDb db, IQueryable<StoryRow> stories, TimelineFilter filter, Facet? without = null)
    {
        foreach (var group in filter.Included.Where(choice => choice.Facet != without).GroupBy(choice => choice.Facet))
        {
            var (facet, values) = (group.Key, group.Select(choice => choice.Value).ToList());
            stories = stories.Where(s => db.StoryFacets.Any(f => f.StoryId == s.Id && f.Facet == facet && values.Contains(f.Value)));
        }

        foreach (var group in filter.Excluded.GroupBy(choice => choice.Facet))
        {
            var (facet, values) = (group.Key, group.Select(choice => choice.Value).ToList());
            stories = stories.Where(s => !db.StoryFacets.Any(f => f.StoryId == s.Id && f.Facet == facet && values.Contains(f.Value)));
        }

        if (filter.From is { } from)
        {
            var start = StartOf(from);
            stories = stories.Where(s => s.LatestAt >= start);
        }

        if (filter.To is { } to)
        {
            var end = StartOf(to.AddDays(1));
            stories = stories.Where(s => s.LatestAt < end);
        }

        return stories;
    }

    /// <summary>Midnight UTC of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
