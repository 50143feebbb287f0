using ChipWatch.Store;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Pages.Timeline;

/// <summary>All that a timeline shows.</summary>
/// <param name="Request">What the address asks for.</param>
/// <param name="Stories">One page of stories, in the order asked for.</param>
/// <param name="Facets">Counts of every value, and the sum.</param>
/// <param name="Relaxed">For an empty list: each part of the filter with the stories that would show without it, most first; parts that bring none are left out.</param>
/// <param name="AnyStories">Whether the store holds any story at all.</param>
public sealed record TimelineView(TimelineRequest Request, Page<StoryCard> Stories, TimelineFacets Facets, IReadOnlyList<RelaxedPart> Relaxed, bool AnyStories)
{
    /// <summary>The stories with their sums and the window that they were weighed over; null in the order of time.</summary>
    public WeightedPage? Weighed { get; init; }
}

/// <summary>What leaving out one part of a filter would show.</summary>
/// <param name="Part">The part, with the filter that is left.</param>
/// <param name="Stories">Stories that it shows.</param>
public sealed record RelaxedPart(FilterPart Part, int Stories)
{
    /// <summary>"not Intel", "Custom silicon or Memory and HBM".</summary>
    public string Words => (Part.IsExcluded ? "not " : "") + string.Join(" or ", Part.Names);
}
