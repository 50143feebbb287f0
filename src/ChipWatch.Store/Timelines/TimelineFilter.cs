namespace ChipWatch.Store.Timelines;

/// <summary>What stories can be filtered by. The query's spelling is the name in lower case, but for Language ("lang").</summary>
public enum Facet
{
    /// <summary>Companies, by id.</summary>
    Vendor,

    /// <summary>Chips, by id.</summary>
    Chip,

    /// <summary>Topics, by id.</summary>
    Topic,

    /// <summary>Event types in lower case; one a story.</summary>
    Event,

    /// <summary>Statuses in lower case; one a story.</summary>
    Status,

    /// <summary>Outlets, by slug of their name.</summary>
    Outlet,

    /// <summary>Languages of the story's articles, two letters.</summary>
    Language,
}

/// <summary>One value of a facet that is asked for or excluded.</summary>
public sealed record FacetChoice(Facet Facet, string Value);

/// <summary>
/// Which stories a timeline shows. Values of one facet are alternatives, facets must all hold; an excluded value must not be on the story at all.
/// </summary>
/// <param name="Included">Values asked for.</param>
/// <param name="Excluded">Values that must not be there.</param>
/// <param name="Query">Words that an article of the story holds, all of them; null or blank for any.</param>
/// <param name="From">First day (UTC) of the story's latest article, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
public sealed record TimelineFilter(
    IReadOnlyList<FacetChoice> Included,
    IReadOnlyList<FacetChoice> Excluded,
    string? Query = null,
    DateOnly? From = null,
    DateOnly? To = null)
{
    /// <summary>Everything.</summary>
    public static TimelineFilter All { get; } = new([], []);

    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => Included.Count == 0 && Excluded.Count == 0 && string.IsNullOrWhiteSpace(Query) && From is null && To is null;

    /// <summary>Same choices in the same order, same words and days.</summary>
    public bool Equals(TimelineFilter? other) => other is not null
        && Included.SequenceEqual(other.Included) && Excluded.SequenceEqual(other.Excluded)
        && Query == other.Query && From == other.From && To == other.To;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Included.Count, Excluded.Count, Query, From, To);
}
