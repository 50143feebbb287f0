using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Catalogue;

/// <summary>The catalogue as lists of entries of one shape, and changes laid over it.</summary>
public static class CatalogueLayers
{
    /// <summary>The entries of one list, in its order.</summary>
    public static IReadOnlyList<CatalogueEntry> Entries(this NewsCatalogue catalogue, EntryKind kind) => kind switch
    {
        EntryKind.Company => [.. catalogue.Companies.Select(EntryShapes.Of)],
        EntryKind.Chip => [.. catalogue.Chips.Select(EntryShapes.Of)],
        EntryKind.Topic => [.. catalogue.Topics.Select(EntryShapes.Of)],
        _ => [.. OutletsById(catalogue).Select(outlet => EntryShapes.Of(outlet.Value, outlet.Key))],
    };

    /// <summary>One entry, or null.</summary>
    public static CatalogueEntry? Find(this NewsCatalogue catalogue, EntryKind kind, string id) => kind switch
    {
        EntryKind.Company => catalogue.Companies.FirstOrDefault(company => company.Id == id) is { } company ? EntryShapes.Of(company) : null,
        EntryKind.Chip => catalogue.Chips.FirstOrDefault(chip => chip.Id == id) is { } chip ? EntryShapes.Of(chip) : null,
        EntryKind.Topic => catalogue.Topics.FirstOrDefault(topic => topic.Id == id) is { } topic ? EntryShapes.Of(topic) : null,
        _ => OutletsById(catalogue).TryGetValue(id, out var outlet) ? EntryShapes.Of(outlet, id) : null,
    };

    /// <summary>
    /// The catalogue after changes, in their order. What is not changed is as <paramref name="seeds"/> have it, so a later state of the seeds brings
    /// what is new in them, and keeps what was changed here. A change of an entry that is not there is passed over.
    /// </summary>
    public static NewsCatalogue With(this NewsCatalogue seeds, IEnumerable<CatalogueEdit> edits)
    {
        var byKind = edits.ToLookup(edit => edit.Kind);
        return byKind.Count == 0 ? seeds : seeds with
        {
            Companies = byKind.Contains(EntryKind.Company)
                ? ById(Laid(seeds.Companies.Select(company => (company.Id, company)), byKind[EntryKind.Company], (company, _) => EntryShapes.Of(company), EntryShapes.Company)) : seeds.Companies,
            Chips = byKind.Contains(EntryKind.Chip)
                ? ById(Laid(seeds.Chips.Select(chip => (chip.Id, chip)), byKind[EntryKind.Chip], (chip, _) => EntryShapes.Of(chip), EntryShapes.Chip)) : seeds.Chips,
            Topics = byKind.Contains(EntryKind.Topic)
                ? ById(Laid(seeds.Topics.Select(topic => (topic.Id, topic)), byKind[EntryKind.Topic], (topic, _) => EntryShapes.Of(topic), EntryShapes.Topic)) : seeds.Topics,
            Outlets = byKind.Contains(EntryKind.Outlet)
                ? [.. Laid(OutletsById(seeds).Select(outlet => (outlet.Key, outlet.Value)), byKind[EntryKind.Outlet], EntryShapes.Of, EntryShapes.Outlet).Values] : seeds.Outlets,
        };
    }

    private static Dictionary<string, T> Laid<T>(
        IEnumerable<(string Id, T Entry)> seeds, IEnumerable<CatalogueEdit> edits, Func<T, string, CatalogueEntry> shape, Func<CatalogueEntry, T?, T> unshape)
        where T : class
    {
        var known = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (id, entry) in seeds)
        {
            known[id] = entry;
        }

        var changed = new Dictionary<string, CatalogueEntry>(StringComparer.Ordinal);
        foreach (var edit in edits)
        {
            var before = changed.GetValueOrDefault(edit.EntryId) ?? (known.TryGetValue(edit.EntryId, out var seed) ? shape(seed, edit.EntryId) : null);
            if (edit.Apply(before) is { } after)
            {
                changed[edit.EntryId] = after;
            }
        }

        foreach (var (id, entry) in changed)
        {
            known[id] = unshape(entry, known.GetValueOrDefault(id));
        }

        return known;
    }

    /// <summary>Sorted as the seeds are: the order decides between equal scores.</summary>
    private static List<T> ById<T>(Dictionary<string, T> entries) => [.. entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value)];

    /// <summary>Outlets have no id of their own: the slug of the name, with a number where two share it.</summary>
    private static Dictionary<string, OutletEntry> OutletsById(NewsCatalogue catalogue)
    {
        var byId = new Dictionary<string, OutletEntry>(StringComparer.Ordinal);
        foreach (var outlet in catalogue.Outlets)
        {
            var slug = outlet.Id ?? Slug.Of(outlet.Name);
            var id = slug;
            for (var number = 2; !byId.TryAdd(id, outlet); number++)
            {
                id = $"{slug}-{number}";
            }
        }

        return byId;
    }
}
