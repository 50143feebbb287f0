using ChipWatch.Store.Today;

namespace ChipWatch.Store.Timelines;

/// <summary>One value of a facet with the number of stories that choosing it would show.</summary>
/// <param name="Id">The value.</param>
/// <param name="Name">Shown name.</param>
/// <param name="Count">Stories that hold under all filters but the included values of this facet.</param>
/// <param name="Colour">"#RRGGBB" of a company, else null.</param>
public sealed record FacetValue(string Id, string Name, int Count, string? Colour = null);

/// <summary>A facet with its values, most stories first, then by name. Chosen values are there even with no story.</summary>
public sealed record FacetGroup(Facet Facet, IReadOnlyList<FacetValue> Values);

/// <summary>The facets of a filter, and what it shows in all.</summary>
/// <param name="Groups">One group a facet, in the enum's order.</param>
/// <param name="Stories">Stories that the filter shows.</param>
/// <param name="Articles">Articles of those stories.</param>
/// <param name="Earliest">Latest article of the oldest story shown; null for none.</param>
/// <param name="Latest">Latest article of the newest story shown; null for none.</param>
public sealed record TimelineFacets(IReadOnlyList<FacetGroup> Groups, int Stories, int Articles, DateTimeOffset? Earliest, DateTimeOffset? Latest);

/// <summary>One page of stories in the order of their printed sum.</summary>
/// <param name="Items">The stories, highest sum first, then by date and id.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
/// <param name="From">First day of the window that they are weighed over.</param>
/// <param name="To">Last day of it.</param>
/// <param name="Weighed">How many stories were weighed.</param>
/// <param name="IsCut">Whether the window holds more: then the newest were weighed.</param>
public sealed record WeightedPage(IReadOnlyList<RankedStory> Items, string? Next, DateOnly From, DateOnly To, int Weighed, bool IsCut);

/// <summary>Reads the timeline: stories, newest first or by weight.</summary>
public interface ITimelineQueries
{
    /// <summary>One page of stories, latest article first, then by id.</summary>
    /// <param name="filter">Which stories.</param>
    /// <param name="after">The `Next` of the page before; null for the first; an unreadable cursor reads as the first.</param>
    /// <param name="size">Rows, 1 to 200.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<Page<StoryCard>> PageAsync(TimelineFilter filter, string? after, int size, CancellationToken cancellationToken);

    /// <summary>One page of stories, highest printed sum first: the sum of Today and of the digest.</summary>
    /// <param name="filter">Which stories. Without days: the seven that end at <paramref name="now"/>, or at the newest such story where those are empty.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="after">The `Next` of the page before; null for the first; an unreadable cursor reads as the first.</param>
    /// <param name="size">Rows, 1 to 200.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<WeightedPage> ByWeightAsync(TimelineFilter filter, DateTimeOffset now, string? after, int size, CancellationToken cancellationToken);

    /// <summary>Counts for every facet under a filter.</summary>
    Task<TimelineFacets> FacetsAsync(TimelineFilter filter, CancellationToken cancellationToken);
}
