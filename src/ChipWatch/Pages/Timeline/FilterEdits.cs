using ChipWatch.Components;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Pages.Timeline;

/// <summary>How a facet's value stands in a filter.</summary>
public enum FacetState
{
    /// <summary>Not asked for.</summary>
    Off,

    /// <summary>Asked for.</summary>
    Included,

    /// <summary>Must not be there.</summary>
    Excluded,
}

/// <summary>One part of a filter that can be taken away, with the filter that is left.</summary>
/// <param name="Names">Its values as shown; alternatives.</param>
/// <param name="IsExcluded">Whether it excludes.</param>
/// <param name="Without">The filter without it.</param>
public sealed record FilterPart(IReadOnlyList<string> Names, bool IsExcluded, TimelineFilter Without);

/// <summary>What links of a filter lead to: the same filter with one thing changed.</summary>
public static class FilterEdits
{
    /// <summary>How a value stands.</summary>
    public static FacetState StateOf(this TimelineFilter filter, FacetChoice choice) =>
        filter.Included.Contains(choice) ? FacetState.Included : filter.Excluded.Contains(choice) ? FacetState.Excluded : FacetState.Off;

    /// <summary>The filter with a value put into a state.</summary>
    public static TimelineFilter With(this TimelineFilter filter, FacetChoice choice, FacetState state) => TimelineRequest.Canonical(filter with
    {
        Included = [.. filter.Included.Where(other => other != choice), .. state is FacetState.Included ? [choice] : Array.Empty<FacetChoice>()],
        Excluded = [.. filter.Excluded.Where(other => other != choice), .. state is FacetState.Excluded ? [choice] : Array.Empty<FacetChoice>()],
    });

    /// <summary>The parts of a filter: included values of a facet together, each excluded value, the words, the period.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="nameOf">Shown name of a value.</param>
    public static IReadOnlyList<FilterPart> Parts(this TimelineFilter filter, Func<FacetChoice, string> nameOf)
    {
        var parts = new List<FilterPart>();
        foreach (var facet in filter.Included.GroupBy(choice => choice.Facet))
        {
            parts.Add(new FilterPart([.. facet.Select(nameOf)], false, filter with { Included = [.. filter.Included.Where(choice => choice.Facet != facet.Key)] }));
        }

        foreach (var choice in filter.Excluded)
        {
            parts.Add(new FilterPart([nameOf(choice)], true, filter.With(choice, FacetState.Off)));
        }

        if (!string.IsNullOrWhiteSpace(filter.Query))
        {
            parts.Add(new FilterPart([$"“{filter.Query}”"], false, filter with { Query = null }));
        }

        if (filter.From is not null || filter.To is not null)
        {
            parts.Add(new FilterPart([Days.Span(filter.From, filter.To)], false, filter with { From = null, To = null }));
        }

        return parts;
    }
}
