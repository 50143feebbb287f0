using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Vendors;

/// <summary>Reads vendors: the catalogue's facts, and counts from the timeline's facets.</summary>
internal sealed class VendorQueries(
    IDbContextFactory<ChipWatchDb> databases, LiveCatalogue catalogue, TagNames names, ITimelineQueries timelines) : IVendorQueries
{
    private const int MostNamedWith = 12;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<VendorLine>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var counts = await db.FacetCounts.Where(c => c.Facet == Facet.Vendor).ToDictionaryAsync(c => c.Value, c => c.Stories, cancellationToken);
        var latest = await db.StoryFacets.Where(f => f.Facet == Facet.Vendor).GroupBy(f => f.Value)
            .Select(g => new { Value = g.Key, LatestAt = g.Max(f => f.LatestAt) })
            .ToDictionaryAsync(g => g.Value, g => g.LatestAt, cancellationToken);
        return [.. catalogue.Current.News.Companies
            .Select(c => new VendorLine(
                names.Company(c.Id), c.Country, c.Roles, counts.GetValueOrDefault(c.Id), latest.TryGetValue(c.Id, out var at) ? at : null))
            .OrderByDescending(v => v.Stories).ThenBy(v => v.Name.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <inheritdoc/>
    public async Task<VendorView?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var company = catalogue.Current.News.Companies.FirstOrDefault(c => c.Id == id);
        if (company is null)
        {
            return null;
        }

        var facets = await timelines.FacetsAsync(new TimelineFilter([new(Facet.Vendor, id)], []), cancellationToken);
        var own = catalogue.Current.News.Chips.Where(c => c.Company == id).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var shared = await db.StoryFacets
            .Where(f => f.Facet == Facet.Vendor && f.Value != id
                && db.StoryFacets.Any(v => v.StoryId == f.StoryId && v.Facet == Facet.Vendor && v.Value == id))
            .GroupBy(f => f.Value).Select(g => new { Value = g.Key, Stories = g.Count() })
            .OrderByDescending(g => g.Stories).ThenBy(g => g.Value).Take(MostNamedWith).ToListAsync(cancellationToken);
        return new(
            company,
            names.Company(id),
            facets.Stories,
            Values(facets, Facet.Status),
            [.. Values(facets, Facet.Chip).Where(chip => own.Contains(chip.Id))],
            Values(facets, Facet.Topic),
            [.. shared.Select(s => NamedWith(names.Company(s.Value), s.Stories))]);
    }

    private static FacetValue NamedWith(TagName name, int stories) => new(name.Id, name.Name, stories, name.Colour);

    private static IReadOnlyList<FacetValue> Values(TimelineFacets facets, Facet facet) => facets.Groups.Single(g => g.Facet == facet).Values;
}
