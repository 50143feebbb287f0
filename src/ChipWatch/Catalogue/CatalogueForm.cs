using System.Globalization;
using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Catalogue;

/// <summary>What a form of the catalogue is for.</summary>
public enum FormPurpose
{
    /// <summary>A new entry.</summary>
    NewEntry,

    /// <summary>Further names of an entry.</summary>
    AddNames,

    /// <summary>The rules of one name.</summary>
    ChangeName,

    /// <summary>Takes one name away.</summary>
    RemoveName,

    /// <summary>The shown name and the facts.</summary>
    ChangeEntry,
}

/// <summary>A form of the catalogue: texts as they were typed, so that a refusal loses none of them.</summary>
public sealed class CatalogueForm
{
    private const int LongestText = 4000;

    /// <summary>What it is for.</summary>
    public FormPurpose Purpose { get; set; }

    /// <summary>The list.</summary>
    public EntryKind Kind { get; set; }

    /// <summary>The entry; empty for a new one.</summary>
    public string Id { get; set; } = "";

    /// <summary>Shown name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Facts by key.</summary>
    public Dictionary<string, string> Facts { get; } = new(StringComparer.Ordinal);

    /// <summary>The name that is changed or removed.</summary>
    public string Original { get; set; } = "";

    /// <summary>Names, one a line.</summary>
    public string Texts { get; set; } = "";

    /// <summary>Whether they count only beside a word of the context.</summary>
    public bool NeedsContext { get; set; }

    /// <summary>Words that make them sure, one a line.</summary>
    public string Context { get; set; } = "";

    /// <summary>Phrases that block them, one a line.</summary>
    public string NotWhen { get; set; } = "";

    /// <summary>Whether letter case counts.</summary>
    public bool CaseSensitive { get; set; }

    /// <summary>Weight of terms.</summary>
    public string Weight { get; set; } = "3";

    /// <summary>The form filled for a purpose.</summary>
    public static CatalogueForm Of(FormPurpose purpose, EntryKind kind, CatalogueEntry? entry, string? name)
    {
        var form = new CatalogueForm { Purpose = purpose, Kind = kind, Id = entry?.Id ?? "", Name = entry?.Name ?? name ?? "" };
        foreach (var key in EntryFacts.Of(kind))
        {
            form.Facts[key] = entry?.Fact(key) ?? "";
        }

        if (purpose == FormPurpose.NewEntry && kind == EntryKind.Chip)
        {
            form.Facts[EntryFacts.Kind] = "asic";
        }

        if (purpose is FormPurpose.NewEntry or FormPurpose.AddNames)
        {
            form.Texts = name ?? "";
        }
        else if (entry?.Names.FirstOrDefault(known => known.Text == name) is { } rule)
        {
            (form.Original, form.Texts, form.NeedsContext, form.CaseSensitive) = (rule.Text, rule.Text, rule.NeedsContext, rule.CaseSensitive);
            (form.Context, form.NotWhen) = (string.Join('\n', rule.Context), string.Join('\n', rule.NotWhen));
            form.Weight = rule.Weight?.ToString(CultureInfo.InvariantCulture) ?? form.Weight;
        }

        return form;
    }

    /// <summary>The form as a browser without scripts posts it.</summary>
    public static CatalogueForm Of(IFormCollection posted)
    {
        var form = new CatalogueForm
        {
            Purpose = Enum.TryParse<FormPurpose>(posted["purpose"], out var purpose) && Enum.IsDefined(purpose) ? purpose : FormPurpose.AddNames,
            Kind = Enum.TryParse<EntryKind>(posted["list"], out var kind) && Enum.IsDefined(kind) ? kind : EntryKind.Company,
            Id = posted["id"].ToString(),
            Name = posted["name"].ToString(),
            Original = posted["original"].ToString(),
            Texts = posted["texts"].ToString(),
            NeedsContext = posted.ContainsKey("needs-context"),
            Context = posted["context"].ToString(),
            NotWhen = posted["not-when"].ToString(),
            CaseSensitive = posted.ContainsKey("case"),
            Weight = posted["weight"].ToString(),
        };
        foreach (var key in EntryFacts.Of(form.Kind))
        {
            form.Facts[key] = posted["fact-" + key].ToString();
        }

        return form;
    }

    /// <summary>What the form would change.</summary>
    /// <param name="catalogue">The catalogue as it is.</param>
    /// <param name="edit">The change; null where a text cannot be read.</param>
    /// <returns>The first fault; null where it can be made.</returns>
    public EditFault? Read(NewsCatalogue catalogue, out CatalogueEdit? edit)
    {
        edit = null;
        if (new[] { Name, Texts, Context, NotWhen, Weight }.Concat(Facts.Values).Any(text => text.Length > LongestText))
        {
            return new(EditField.Text, $"At most {LongestText} characters in a field.");
        }

        var before = Purpose == FormPurpose.NewEntry ? null : catalogue.Find(Kind, Id);
        if (before is null && Purpose != FormPurpose.NewEntry)
        {
            return new(EditField.Name, "There is no such entry any more.");
        }

        double? weight = null;
        if (Kind == EntryKind.Topic)
        {
            if (!double.TryParse(Weight, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                return new(EditField.Weight, "This is no number.");
            }

            weight = number;
        }

        var texts = Lines(Texts);
        if (Purpose is FormPurpose.AddNames or FormPurpose.ChangeName && texts.Count == 0)
        {
            return new(EditField.Text, "Type at least one name.");
        }

        if (Purpose == FormPurpose.ChangeName && texts.Count > 1)
        {
            return new(EditField.Text, "One name at a time is changed. Add further ones to the entry.");
        }

        edit = CatalogueEdit.Between(before, After(before, texts, weight));
        return edit.IsNew && catalogue.Find(Kind, edit.EntryId) is { } there
            ? new(EditField.Name, $"The catalogue has {there.Name} already.")
            : EditRules.Check(edit, before, catalogue);
    }

    private CatalogueEntry After(CatalogueEntry? before, List<string> texts, double? weight)
    {
        var name = Name.Trim();
        NameRule Rule(string text) => new(text) { NeedsContext = NeedsContext, Context = Lines(Context), NotWhen = Lines(NotWhen), CaseSensitive = CaseSensitive, Weight = weight };
        return Purpose switch
        {
            FormPurpose.NewEntry => new(
                Kind, EditRules.IdOf(Kind, name, Facts.GetValueOrDefault(EntryFacts.Company)), name,
                [.. (texts.Count > 0 || Kind == EntryKind.Outlet ? texts : [name]).Select(Rule)], Known()),
            FormPurpose.AddNames => before! with { Names = [.. before.Names, .. texts.Select(Rule)] },
            FormPurpose.ChangeName => before! with { Names = [.. before.Names.Select(known => known.Text == Original ? Rule(texts[0]) with { From = known.From, Until = known.Until } : known)] },
            FormPurpose.RemoveName => before! with { Names = [.. before.Names.Where(known => known.Text != Original)] },
            _ => before! with { Name = name, Facts = Known() },
        };
    }

    private Dictionary<string, string> Known() =>
        Facts.Where(fact => fact.Value.Trim().Length > 0).ToDictionary(fact => fact.Key, fact => fact.Value.Trim(), StringComparer.Ordinal);

    private static List<string> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
