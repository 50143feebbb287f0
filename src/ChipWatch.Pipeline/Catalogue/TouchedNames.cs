using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Catalogue;

/// <summary>The spellings of which one stands in every article that a change can touch.</summary>
public static class TouchedNames
{
    /// <summary>Spellings to look for, each once. One that ends in '*' stands for any ending.</summary>
    /// <param name="edit">The change.</param>
    /// <param name="before">The entry before it; null for a new one.</param>
    /// <param name="after">The entry after it; null where it goes.</param>
    /// <param name="catalogue">The catalogue, for the family of a chip.</param>
    public static IReadOnlyList<string> Of(CatalogueEdit edit, CatalogueEntry? before, CatalogueEntry? after, NewsCatalogue catalogue)
    {
        var names = new List<string>();
        names.AddRange(edit.Added.Select(name => name.Text));
        names.AddRange(edit.Removed);
        names.AddRange(edit.Changed.Select(patch => patch.Text));
        if (edit.IsNew || before is null || after is null || edit.Facts.Count > 0)
        {
            // Its maker, its kind or its place in a family speak wherever it is named at all.
            names.AddRange((before?.Names ?? []).Concat(after?.Names ?? []).Select(name => name.Text));
            names.AddRange(FamilyNames(before, catalogue).Concat(FamilyNames(after, catalogue)));
        }

        if (edit.Kind == EntryKind.Outlet && (edit.IsNew || edit.Name is not null || edit.Facts.Count > 0))
        {
            names.AddRange(new[] { before, after }.OfType<CatalogueEntry>().SelectMany(entry => entry.Names.Select(name => name.Text).Prepend(entry.Name)));
        }

        return [.. names.SelectMany(Spellings).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>"The fifth-generation Trainium" holds no name of the Trainium5, only that of its family.</summary>
    private static IEnumerable<string> FamilyNames(CatalogueEntry? chip, NewsCatalogue catalogue) =>
        chip is { Kind: EntryKind.Chip } && chip.Fact(EntryFacts.Family) is { } family
            ? catalogue.Chips.Where(other => other.Family == family && other.Generation is null && other.Company == chip.Fact(EntryFacts.Company)).SelectMany(other => other.Aliases).Select(alias => alias.Text)
            : [];

    private static IEnumerable<string> Spellings(string text) =>
        text.EndsWith('*') ? VocabularyBuilder.Spellings(text[..^1]).Select(spelling => spelling + "*") : VocabularyBuilder.Spellings(text);
}
