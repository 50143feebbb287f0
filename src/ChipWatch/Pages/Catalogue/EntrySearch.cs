using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Pages.Catalogue;

/// <summary>Finds entries by part of a name.</summary>
internal static class EntrySearch
{
    /// <summary>Whether the shown name, the id or a name that texts write holds the words.</summary>
    public static bool Holds(CatalogueEntry entry, string words) =>
        words.Length == 0 || Has(entry.Name, words) || Has(entry.Id, words) || entry.Names.Any(name => Has(name.Text, words));

    /// <summary>Higher for what a person most likely means.</summary>
    public static int Rank(CatalogueEntry entry, string words) =>
        string.Equals(entry.Name, words, StringComparison.OrdinalIgnoreCase) || entry.Names.Any(name => string.Equals(name.Text, words, StringComparison.OrdinalIgnoreCase)) ? 2
        : Has(entry.Name, words) ? 1
        : 0;

    /// <summary>Names to show beside the entry: those that hold the words first.</summary>
    public static IEnumerable<string> Shown(CatalogueEntry entry, string words, int most) => entry.Names.Select(name => name.Text)
        .Where(text => text != entry.Name).OrderByDescending(text => words.Length > 0 && Has(text, words)).Take(most);

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
