using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Store.Vendors;

/// <summary>A company as one row of the vendors' list.</summary>
/// <param name="Name">Id, name, colour.</param>
/// <param name="Country">ISO 3166 code of its seat.</param>
/// <param name="Roles">What it does: designer, foundry, cloud …</param>
/// <param name="Stories">Stories that name it.</param>
/// <param name="LatestAt">Latest article of those.</param>
public sealed record VendorLine(TagName Name, string? Country, IReadOnlyList<string> Roles, int Stories, DateTimeOffset? LatestAt);

/// <summary>One company with what its stories say in sum; the stories themselves come from the timeline with a vendor filter.</summary>
/// <param name="Company">The catalogue's entry.</param>
/// <param name="Name">Id, name, colour.</param>
/// <param name="Stories">Stories that name it.</param>
/// <param name="Statuses">Stories by status.</param>
/// <param name="Chips">Its own chips with stories, most first.</param>
/// <param name="Topics">Topics of its stories, most first.</param>
/// <param name="NamedWith">Other companies of its stories, most first, at most 12.</param>
public sealed record VendorView(
    Company Company,
    TagName Name,
    int Stories,
    IReadOnlyList<FacetValue> Statuses,
    IReadOnlyList<FacetValue> Chips,
    IReadOnlyList<FacetValue> Topics,
    IReadOnlyList<FacetValue> NamedWith);

/// <summary>Reads vendors.</summary>
public interface IVendorQueries
{
    /// <summary>All companies of the catalogue, most stories first, then by name.</summary>
    Task<IReadOnlyList<VendorLine>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One company, or null where the catalogue has none of that id.</summary>
    Task<VendorView?> FindAsync(string id, CancellationToken cancellationToken);
}
