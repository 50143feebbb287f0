using ChipWatch.Components;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Pages.Timeline;

/// <summary>How facets and their values are called on pages.</summary>
public static class FacetNames
{
    /// <summary>The facets in the order of the rail.</summary>
    public static IReadOnlyList<Facet> Order { get; } =
        [Facet.Status, Facet.Topic, Facet.Vendor, Facet.Chip, Facet.Event, Facet.Outlet, Facet.Language];

    /// <summary>"Vendor".</summary>
    public static string Word(Facet facet) => facet.ToString();

    /// <summary>"vendors".</summary>
    public static string Plural(Facet facet) => facet switch
    {
        Facet.Status => "statuses",
        Facet.Event => "events",
        _ => facet.ToString().ToLowerInvariant() + "s",
    };

    /// <summary>The shown name of a value; its id where no group lists it.</summary>
    public static string Of(FacetChoice choice, TimelineFacets facets)
    {
        var known = facets.Groups.FirstOrDefault(group => group.Facet == choice.Facet)?.Values.FirstOrDefault(value => value.Id == choice.Value);
        return Of(choice.Facet, choice.Value, known?.Name);
    }

    /// <summary>The shown name of a value that the store may have named.</summary>
    public static string Of(Facet facet, string id, string? name) => facet switch
    {
        Facet.Language => Languages.Name(id),
        Facet.Status or Facet.Event when id.Length > 0 => char.ToUpperInvariant(id[0]) + id[1..],
        _ => string.IsNullOrWhiteSpace(name) ? id : name,
    };
}
