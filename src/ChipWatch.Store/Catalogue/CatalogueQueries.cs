using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Catalogue;

/// <summary>Reads entries with the counters that the writer keeps.</summary>
internal sealed class CatalogueQueries(IDbContextFactory<ChipWatchDb> databases, LiveCatalogue live, ICatalogueStore changes) : ICatalogueQueries
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<EntryLine>> ListAsync(EntryKind kind, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var facet = FacetOf(kind);
        var stories = await db.FacetCounts.AsNoTracking().Where(c => c.Facet == facet).ToDictionaryAsync(c => c.Value, c => c.Stories, cancellationToken);
        var changed = await db.CatalogueChanges.Where(c => c.Kind == kind && c.UndoneAt == null).GroupBy(c => c.EntryId)
            .Select(g => new { Id = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Id, g => g.Count, cancellationToken);
        var seeds = live.Seeds.Entries(kind).ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        return [.. live.Current.News.Entries(kind)
            .Select(entry => new EntryLine(entry, seeds.GetValueOrDefault(entry.Id), changed.GetValueOrDefault(entry.Id), stories.GetValueOrDefault(ValueOf(entry))))
            .OrderBy(line => line.Entry.Name, StringComparer.OrdinalIgnoreCase).ThenBy(line => line.Entry.Id, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<EntryView?> FindAsync(EntryKind kind, string id, CancellationToken cancellationToken)
    {
        if (live.Current.News.Find(kind, id) is not { } entry)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (facet, value) = (FacetOf(kind), ValueOf(entry));
        var stories = await db.FacetCounts.Where(c => c.Facet == facet && c.Value == value).Select(c => c.Stories).SingleOrDefaultAsync(cancellationToken);
        var tag = kind switch { EntryKind.Company => TagFacet.Company, EntryKind.Chip => TagFacet.Chip, _ => TagFacet.Topic };
        var articles = kind == EntryKind.Outlet
            ? await db.Articles.CountAsync(a => a.OutletId == value, cancellationToken)
            : await db.Tags.CountAsync(t => t.Facet == tag && t.TagId == value, cancellationToken);
        List<CatalogueChange> made = [.. (await changes.ChangesAsync(cancellationToken)).Where(change => change.Edit.Kind == kind && change.Edit.EntryId == id)];
        return new(new(entry, live.Seeds.Find(kind, id), made.Count(change => change.UndoneAt is null), stories), articles, made);
    }

    private static Facet FacetOf(EntryKind kind) => kind switch
    {
        EntryKind.Company => Facet.Vendor,
        EntryKind.Chip => Facet.Chip,
        EntryKind.Topic => Facet.Topic,
        _ => Facet.Outlet,
    };

    /// <summary>Articles know their outlet by the slug of its name.</summary>
    private static string ValueOf(CatalogueEntry entry) => entry.Kind == EntryKind.Outlet ? Slug.Of(entry.Name) : entry.Id;
}
