using ChipWatch.Store;
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
    /// <param name="now">The present instant: where the days of an order by weight end.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public static async Task<TimelineView> ReadAsync(ITimelineQueries timelines, TimelineRequest request, FacetChoice? owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Page<StoryCard> stories;
        WeightedPage? weighed = null;
        var shown = Owned(request.Filter);
        if (request.Order is TimelineOrder.Weight)
        {
            weighed = await timelines.ByWeightAsync(shown, now, request.After, PageSize, cancellationToken);
            stories = new([.. weighed.Items.Select(ranked => ranked.Story)], weighed.Next);
            // what is counted is what is weighed: the window's days, where no others were asked for
            shown = shown with { From = weighed.From, To = weighed.To };
        }
        else
        {
            stories = await timelines.PageAsync(shown, request.After, PageSize, cancellationToken);
        }

        var facets = await timelines.FacetsAsync(shown, cancellationToken);
        if (stories.Items.Count > 0)
        {
            return new TimelineView(request, stories, facets, [], true) { Weighed = weighed };
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
        return new TimelineView(request, stories, facets, [.. relaxed.OrderByDescending(part => part.Stories)], anyStories) { Weighed = weighed };

        TimelineFilter Owned(TimelineFilter filter) => owner is null ? filter : filter.With(owner, FacetState.Included);
    }
}
