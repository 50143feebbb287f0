using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Catalogue;

/// <summary>What a change must hold to, so that no entry breaks the tagger or the pages.</summary>
public static class EditRules
{
    /// <summary>Longest name, context word or exclusion.</summary>
    public const int LongestText = 100;

    private const int LongestFact = 400;
    private const int ShortestName = 2;
    private const int ShortestOpenTerm = 3;
    private const int MostNames = 3_000;
    private const int MostWords = 60;
    private const int HeaviestTerm = 5;

    /// <summary>The id that a new entry gets.</summary>
    public static string IdOf(EntryKind kind, string name, string? company)
    {
        var slug = Slug.Of(name);
        return kind == EntryKind.Chip && !string.IsNullOrEmpty(company) && !slug.StartsWith(company + "-", StringComparison.Ordinal) ? $"{company}-{slug}" : slug;
    }

    /// <summary>The first fault of a change; null where it can be made.</summary>
    /// <param name="edit">The change.</param>
    /// <param name="before">The entry as it is; null for a new one.</param>
    /// <param name="catalogue">The catalogue as it is.</param>
    public static EditFault? Check(CatalogueEdit edit, CatalogueEntry? before, NewsCatalogue catalogue)
    {
        if (edit.IsNew && before is not null)
        {
            return new(EditField.Name, $"The catalogue has {before.Name} already.");
        }

        if (edit.Apply(before) is not { } after)
        {
            return new(EditField.Name, "There is no such entry any more.");
        }

        if (edit.IsEmpty)
        {
            return new(EditField.Text, "Nothing was changed.");
        }

        return Name(after) ?? Facts(after, catalogue) ?? Names(edit, before, after);
    }

    private static EditFault? Name(CatalogueEntry after) =>
        after.Name.Trim().Length == 0 || !after.Name.Any(char.IsLetterOrDigit) ? new(EditField.Name, "It needs a name.")
        : after.Name.Length > LongestText || after.Name.Any(char.IsControl) ? new(EditField.Name, $"A name is one line of at most {LongestText} characters.")
        : null;

    private static EditFault? Facts(CatalogueEntry after, NewsCatalogue catalogue)
    {
        foreach (var (key, value) in after.Facts)
        {
            if (value.Length > LongestFact || value.Any(char.IsControl))
            {
                return new(EditField.Fact, $"One line of at most {LongestFact} characters.", key);
            }
        }

        return after.Kind switch
        {
            EntryKind.Company when (after.Fact(EntryFacts.Roles) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .FirstOrDefault(role => !EntryFacts.AllRoles.Contains(role)) is { } unknown =>
                new(EditField.Fact, $"“{unknown}” is no role of the list.", EntryFacts.Roles),
            EntryKind.Company when after.Fact(EntryFacts.Website) is { } site && (!Uri.TryCreate(site, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")) =>
                new(EditField.Fact, "This is no web address. It looks like https://example.com.", EntryFacts.Website),
            EntryKind.Chip when after.Fact(EntryFacts.Company) is not { } maker || !catalogue.Companies.Any(company => company.Id == maker) =>
                new(EditField.Fact, "A chip needs a maker that the catalogue has.", EntryFacts.Company),
            EntryKind.Chip when after.Fact(EntryFacts.Kind) is not { } kind || !EntryFacts.ChipKinds.Contains(kind) =>
                new(EditField.Fact, $"One of {string.Join(", ", EntryFacts.ChipKinds)}.", EntryFacts.Kind),
            EntryKind.Outlet when after.Fact(EntryFacts.Kind) is { } house && !EntryFacts.OutletKinds.Contains(house) =>
                new(EditField.Fact, "Empty, analyst or bank.", EntryFacts.Kind),
            _ => null,
        };
    }

    private static EditFault? Names(CatalogueEdit edit, CatalogueEntry? before, CatalogueEntry after)
    {
        if (after.Names.Count > MostNames)
        {
            return new(EditField.Text, $"An entry has at most {MostNames} names.");
        }

        if (after.Names.Count == 0 && after.Kind != EntryKind.Outlet && before is not { Names.Count: 0 } && edit.IsNew)
        {
            return new(EditField.Text, "Without a name nothing can be found.");
        }

        if (edit.Added.FirstOrDefault(name => before?.Names.Any(known => known.Text == name.Text) == true) is { } again)
        {
            return new(EditField.Text, $"“{again.Text}” is there already.");
        }

        foreach (var patch in edit.Changed.Where(patch => before?.Names.Any(known => known.Text == patch.Text) != true))
        {
            return new(EditField.Text, $"The name “{patch.Text}” is not there any more.");
        }

        // What the seeds brought is not judged, only what a person touches.
        var touched = edit.Added.Select(name => name.Text).Concat(edit.Changed.Select(patch => patch.Text)).ToHashSet(StringComparer.Ordinal);
        return after.Names.Where(name => touched.Contains(name.Text)).Select(name => Rule(name, after.Kind)).FirstOrDefault(fault => fault is not null);
    }

    private static EditFault? Rule(NameRule name, EntryKind kind)
    {
        var isOpen = name.Text.EndsWith('*');
        var text = isOpen ? name.Text[..^1] : name.Text;
        if (!IsPhrase(text) || text.Length < ShortestName || text.Contains('*', StringComparison.Ordinal))
        {
            return new(EditField.Text, $"“{name.Text}”: a name begins with a letter or digit and has {ShortestName} to {LongestText} characters on one line.");
        }

        if (isOpen && (kind != EntryKind.Topic || text.Length < ShortestOpenTerm))
        {
            return new(EditField.Text, $"“{name.Text}”: only a term of a topic, of {ShortestOpenTerm} characters or more, may stand for any ending.");
        }

        if (name.Context.Count > MostWords || name.Context.FirstOrDefault(word => !IsPhrase(word)) is not null)
        {
            return new(EditField.Context, $"At most {MostWords} words or phrases, each beginning with a letter or digit.");
        }

        if (name.NotWhen.Count > MostWords || name.NotWhen.FirstOrDefault(word => !IsPhrase(word.TrimStart('-'))) is not null)
        {
            return new(EditField.NotWhen, $"At most {MostWords} words or phrases, each beginning with a letter or digit.");
        }

        return name.NeedsContext && name.Context.Count == 0 ? new(EditField.Context, "Which words make it sure?")
            : kind == EntryKind.Topic && (name.Weight is not { } weight || weight == 0 || Math.Abs(weight) > HeaviestTerm)
                ? new(EditField.Weight, $"From 1 to {HeaviestTerm}; below zero it speaks against the topic.")
            : null;
    }

    private static bool IsPhrase(string text) =>
        text.Length is > 0 and <= LongestText && char.IsLetterOrDigit(text[0]) && text == text.Trim() && !text.Any(char.IsControl);
}
