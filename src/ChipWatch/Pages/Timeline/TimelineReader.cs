using ChipWatch.Store.Timelines;

namespace ChipWatch.Pages.Timeline;

/// <summary>Asks for everything that a list of stories shows.</summary>
public static class TimelineReader
{
    private const int PageSize = 50;
    private const int MostRelaxed = 8;

    /// <summary>One page of stories with its facets and, where it is empty, what leaving out a part of the filter would show.</summary>
    /// <param name="timelines">The store's stories.</param>
    /// <param name="request">What the address asks for.</param>
    /// <param name="owner">A vendor whose stories alone count; null for all.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public static async Task<TimelineView> ReadAsync(ITimelineQueries timelines, TimelineRequest request, FacetChoice? owner, CancellationToken cancellationToken)
    {
        var stories = await timelines.PageAsync(Owned(request.Filter), request.After, PageSize, cancellationToken);
        var facets = await timelines.FacetsAsync(Owned(request.Filter), cancellationToken);
        if (stories.Items.Count > 0)
        {
            return new TimelineView(request, stories, facets, [], true);
        }

        var relaxed = new List<RelaxedPart>();
        foreach (var part in request.Filter.Parts(choice => FacetNames.Of(choice, facets)).Take(MostRelaxed))
        {
            var count = (await timelines.FacetsAsync(Owned(part.Without), cancellationToken)).Stories;
            if (count > 0)
            {
                relaxed.Add(new RelaxedPart(part, count));
            }
        }

        var anyStories = relaxed.Count > 0 || (await timelines.PageAsync(Owned(TimelineFilter.All), null, 1, cancellationToken)).Items.Count > 0;
        return new TimelineView(request, stories, facets, [.. relaxed.OrderByDescending(part => part.Stories)], anyStories);

        TimelineFilter Owned(TimelineFilter filter) => owner is null ? filter : filter.With(owner, FacetState.Included);
    }
}
