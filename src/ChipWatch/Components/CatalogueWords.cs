using ChipWatch.Catalogue;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Components;

/// <summary>The catalogue in words, and in addresses.</summary>
public static class CatalogueWords
{
    /// <summary>The list in an address: "chips".</summary>
    public static string Key(EntryKind kind) => kind switch
    {
        EntryKind.Company => "companies",
        EntryKind.Chip => "chips",
        EntryKind.Topic => "topics",
        _ => "outlets",
    };

    /// <summary>The list that an address names, or null.</summary>
    public static EntryKind? Kind(string? key) => Enum.GetValues<EntryKind>().Cast<EntryKind?>().FirstOrDefault(kind => Key(kind!.Value) == key);

    /// <summary>"Chips".</summary>
    public static string Title(EntryKind kind) => kind switch
    {
        EntryKind.Company => "Companies",
        EntryKind.Chip => "Chips",
        EntryKind.Topic => "Topics",
        _ => "Outlets",
    };

    /// <summary>"chip".</summary>
    public static string One(EntryKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>"3 chips".</summary>
    public static string Count(EntryKind kind, int count) => Counts.Of(count, One(kind), Key(kind));

    /// <summary>"3 names"; of a topic "3 terms".</summary>
    public static string Names(EntryKind kind, int count) => kind == EntryKind.Topic ? Counts.Of(count, "term", "terms") : Counts.Of(count, "name", "names");

    /// <summary>"name" or "term".</summary>
    public static string OneName(EntryKind kind) => kind == EntryKind.Topic ? "term" : "name";

    /// <summary>The purpose of a form in an address.</summary>
    public static string Key(FormPurpose purpose) => purpose switch
    {
        FormPurpose.NewEntry => "new",
        FormPurpose.AddNames => "add",
        FormPurpose.ChangeName => "change",
        FormPurpose.RemoveName => "remove",
        _ => "entry",
    };

    /// <summary>The purpose that an address names, or null.</summary>
    public static FormPurpose? Purpose(string? key) => Enum.GetValues<FormPurpose>().Cast<FormPurpose?>().FirstOrDefault(purpose => Key(purpose!.Value) == key);

    /// <summary>The facet of the timeline that shows an entry's stories.</summary>
    public static Facet FacetOf(EntryKind kind) => kind switch
    {
        EntryKind.Company => Facet.Vendor,
        EntryKind.Chip => Facet.Chip,
        EntryKind.Topic => Facet.Topic,
        _ => Facet.Outlet,
    };

    /// <summary>A fact's label.</summary>
    public static string Fact(string key) => key switch
    {
        EntryFacts.Roles => "Roles",
        EntryFacts.Country => "Country",
        EntryFacts.Website => "Site",
        EntryFacts.Broad => "Known for much else",
        EntryFacts.Company => "Maker",
        EntryFacts.Kind => "Kind",
        EntryFacts.Family => "Family",
        EntryFacts.Generation => "Generation",
        EntryFacts.Description => "Means",
        _ => "Needs a credit",
    };

    /// <summary>The script in which a name is written, for grouping.</summary>
    public static string Script(string text) =>
        text.Any(letter => letter is >= '\uAC00' and <= '\uD7AF') ? "Korean"
        : text.Any(letter => letter is >= '\u3040' and <= '\u30FF') ? "Japanese"
        : text.Any(letter => letter is >= '\u3400' and <= '\u9FFF') ? "Chinese characters"
        : text.Any(letter => letter is >= '\u0400' and <= '\u04FF') ? "Cyrillic"
        : "Latin script";

    /// <summary>What a change did, in one line.</summary>
    public static string Change(CatalogueEdit edit)
    {
        var parts = new List<string>();
        if (edit.IsNew)
        {
            parts.Add(edit.Added.Count > 0 ? $"added the entry with {Quoted(edit.Added.Select(added => added.Text))}" : "added the entry");
        }
        else if (edit.Name is { } name)
        {
            parts.Add($"renamed to “{name}”");
        }

        if (!edit.IsNew && edit.Added.Count > 0)
        {
            parts.Add($"added {Quoted(edit.Added.Select(added => added.Text))}");
        }

        if (edit.Removed.Count > 0)
        {
            parts.Add($"removed {Quoted(edit.Removed)}");
        }

        if (edit.Changed.Count > 0)
        {
            parts.Add($"changed {string.Join("; ", edit.Changed.Select(Patch))}");
        }

        if (!edit.IsNew && edit.Facts.Count > 0)
        {
            parts.Add(string.Join(", ", edit.Facts.Select(fact => fact.Value.Length == 0 ? $"took away {Fact(fact.Key).ToLowerInvariant()}" : $"{Fact(fact.Key).ToLowerInvariant()}: {fact.Value}")));
        }

        return string.Join(", ", parts);
    }

    private static string Patch(NamePatch patch)
    {
        var parts = new List<string>();
        Add("context + ", patch.ContextAdded);
        Add("context − ", patch.ContextRemoved);
        Add("not when + ", patch.NotWhenAdded);
        Add("not when − ", patch.NotWhenRemoved);
        if (patch.NeedsContext is { } needs)
        {
            parts.Add(needs ? "needs context" : "needs no context");
        }

        if (patch.CaseSensitive is { } exact)
        {
            parts.Add(exact ? "as written" : "any case");
        }

        if (patch.Weight is { } weight)
        {
            parts.Add($"weight {weight.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        }

        return $"“{patch.Text}” ({string.Join(", ", parts)})";

        void Add(string what, IReadOnlyList<string> words)
        {
            if (words.Count > 0)
            {
                parts.Add(what + Quoted(words));
            }
        }
    }

    private static string Quoted(IEnumerable<string> words)
    {
        const int MostNamed = 4;
        var all = words.ToList();
        return string.Join(", ", all.Take(MostNamed).Select(word => $"“{word}”")) + (all.Count > MostNamed ? $" and {all.Count - MostNamed} more" : "");
    }
}
