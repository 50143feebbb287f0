using System.Text.Json.Serialization;

namespace ChipWatch.Pipeline.Catalogue;

/// <summary>How one name was changed: the difference alone, so that what the seeds say of it otherwise still holds.</summary>
/// <param name="Text">The name.</param>
public sealed record NamePatch(string Text)
{
    /// <summary>Whether it needs a context now; null: as it was.</summary>
    public bool? NeedsContext { get; init; }

    /// <summary>Whether letter case counts now; null: as it was.</summary>
    public bool? CaseSensitive { get; init; }

    /// <summary>The weight of a term now; null: as it was.</summary>
    public double? Weight { get; init; }

    /// <summary>Context words that came.</summary>
    public IReadOnlyList<string> ContextAdded { get; init; } = [];

    /// <summary>Context words that went.</summary>
    public IReadOnlyList<string> ContextRemoved { get; init; } = [];

    /// <summary>Exclusions that came.</summary>
    public IReadOnlyList<string> NotWhenAdded { get; init; } = [];

    /// <summary>Exclusions that went.</summary>
    public IReadOnlyList<string> NotWhenRemoved { get; init; } = [];

    /// <summary>The name as it is after the change.</summary>
    public NameRule Apply(NameRule name) => name with
    {
        NeedsContext = NeedsContext ?? name.NeedsContext,
        CaseSensitive = CaseSensitive ?? name.CaseSensitive,
        Weight = Weight ?? name.Weight,
        Context = [.. name.Context.Except(ContextRemoved).Union(ContextAdded)],
        NotWhen = [.. name.NotWhen.Except(NotWhenRemoved).Union(NotWhenAdded)],
    };

    /// <summary>From one state of a name to another.</summary>
    public static NamePatch Between(NameRule before, NameRule after) => new(before.Text)
    {
        NeedsContext = before.NeedsContext == after.NeedsContext ? null : after.NeedsContext,
        CaseSensitive = before.CaseSensitive == after.CaseSensitive ? null : after.CaseSensitive,
        Weight = before.Weight == after.Weight ? null : after.Weight,
        ContextAdded = [.. after.Context.Except(before.Context)],
        ContextRemoved = [.. before.Context.Except(after.Context)],
        NotWhenAdded = [.. after.NotWhen.Except(before.NotWhen)],
        NotWhenRemoved = [.. before.NotWhen.Except(after.NotWhen)],
    };
}

/// <summary>One change of one entry by a person: what differs, never the whole entry. Laid over any later state of the seeds.</summary>
/// <param name="Kind">Its list.</param>
/// <param name="EntryId">The entry.</param>
public sealed record CatalogueEdit(EntryKind Kind, string EntryId)
{
    /// <summary>Whether the entry was added by it.</summary>
    public bool IsNew { get; init; }

    /// <summary>The shown name from then on; null: as it was.</summary>
    public string? Name { get; init; }

    /// <summary>Facts that were set; empty text takes one away.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Names that came.</summary>
    public IReadOnlyList<NameRule> Added { get; init; } = [];

    /// <summary>Names that went.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Names whose rules were changed.</summary>
    public IReadOnlyList<NamePatch> Changed { get; init; } = [];

    /// <summary>Whether it changes nothing.</summary>
    [JsonIgnore]
    public bool IsEmpty => !IsNew && Name is null && Facts.Count == 0 && Added.Count == 0 && Removed.Count == 0 && Changed.Count == 0;

    /// <summary>The entry after the change.</summary>
    /// <param name="entry">As it was; null where there is none of that id.</param>
    /// <returns>Null where there is nothing to change: the seeds have dropped the entry, and the change waits for its return.</returns>
    public CatalogueEntry? Apply(CatalogueEntry? entry)
    {
        if (entry is null)
        {
            return IsNew ? new(Kind, EntryId, Name ?? EntryId, Added, Facts) : null;
        }

        var names = entry.Names.Where(name => !Removed.Contains(name.Text))
            .Select(name => Changed.FirstOrDefault(patch => patch.Text == name.Text) is { } patch ? patch.Apply(name) : name).ToList();
        // The seeds have meanwhile brought what was added: theirs goes before ours.
        names.AddRange(Added.Where(name => !names.Exists(known => known.Text == name.Text)));
        var facts = new Dictionary<string, string>(entry.Facts, StringComparer.Ordinal);
        foreach (var (key, value) in Facts)
        {
            if (!IsNew || !facts.ContainsKey(key))
            {
                facts[key] = value;
            }
        }

        return entry with { Name = IsNew ? entry.Name : Name ?? entry.Name, Names = names, Facts = facts };
    }

    /// <summary>What leads from one state of an entry to another.</summary>
    /// <param name="before">Null for a new entry.</param>
    /// <param name="after">The state that is wanted.</param>
    public static CatalogueEdit Between(CatalogueEntry? before, CatalogueEntry after)
    {
        if (before is null)
        {
            return new(after.Kind, after.Id) { IsNew = true, Name = after.Name, Facts = after.Facts, Added = after.Names };
        }

        var known = before.Names.DistinctBy(name => name.Text).ToDictionary(name => name.Text, StringComparer.Ordinal);
        var wanted = after.Names.DistinctBy(name => name.Text).ToList();
        return new(after.Kind, after.Id)
        {
            Name = before.Name == after.Name ? null : after.Name,
            Facts = EntryFacts.Of(after.Kind).Where(key => (before.Fact(key) ?? "") != (after.Fact(key) ?? "")).ToDictionary(key => key, key => after.Fact(key) ?? "", StringComparer.Ordinal),
            Added = [.. wanted.Where(name => !known.ContainsKey(name.Text))],
            Removed = [.. known.Keys.Except(wanted.Select(name => name.Text))],
            Changed = [.. wanted.Where(name => known.TryGetValue(name.Text, out var was) && !was.Equals(name)).Select(name => NamePatch.Between(known[name.Text], name))],
        };
    }
}
