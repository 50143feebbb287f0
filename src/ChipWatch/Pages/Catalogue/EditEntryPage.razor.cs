using ChipWatch.Catalogue;
using ChipWatch.Components;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Sources;
using ChipWatch.Store.Catalogue;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Catalogue;

/// <summary>All that the form shows.</summary>
/// <param name="Kind">The list.</param>
/// <param name="Entry">The entry as it is; null for a new one.</param>
/// <param name="Form">The form as it was typed, or filled from the entry.</param>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="Edit">What it would change; null before anything was looked at.</param>
/// <param name="Preview">What that would do.</param>
/// <param name="IsForgotten">Whether a look is asked for that is not kept any more.</param>
/// <param name="Companies">Makers to choose from.</param>
public sealed record EditEntryView(
    EntryKind Kind,
    CatalogueEntry? Entry,
    CatalogueForm Form,
    EditFault? Fault,
    CatalogueEdit? Edit,
    CataloguePreview? Preview,
    bool IsForgotten,
    IReadOnlyList<(string Id, string Name)> Companies);

/// <summary>Adds or changes an entry: the form, then what it would do, then the save. What a link brings is only filled in.</summary>
public partial class EditEntryPage
{
    /// <summary>The list, as its address names it.</summary>
    [Parameter] public string List { get; set; } = "";

    /// <summary>The entry; empty for a new one.</summary>
    [Parameter] public string? Id { get; set; }

    [SupplyParameterFromQuery(Name = "do")] private string? Do { get; set; }

    [SupplyParameterFromQuery(Name = "name")] private string? Name { get; set; }

    [SupplyParameterFromQuery(Name = "draft")] private string? DraftTicket { get; set; }

    [Inject] private LiveCatalogue Live { get; set; } = null!;

    [Inject] private SourceDrafts Drafts { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task<EditEntryView?> LoadAsync(CancellationToken cancellationToken)
    {
        var news = Live.Current.News;
        if (CatalogueWords.Kind(List) is not { } kind)
        {
            return Task.FromResult<EditEntryView?>(null);
        }

        var entry = string.IsNullOrEmpty(Id) ? null : news.Find(kind, Id);
        var purpose = entry is null ? FormPurpose.NewEntry : CatalogueWords.Purpose(Do) is { } asked and not FormPurpose.NewEntry ? asked : FormPurpose.AddNames;
        var isGone = entry is null && !string.IsNullOrEmpty(Id);
        var isNameGone = purpose is FormPurpose.ChangeName or FormPurpose.RemoveName && entry?.Names.Any(name => name.Text == Name) != true && string.IsNullOrEmpty(DraftTicket);
        if (isGone || isNameGone)
        {
            return Task.FromResult<EditEntryView?>(null);
        }

        var draft = Drafts.Find<CatalogueDraft>(DraftTicket) is { } kept && kept.Form.Kind == kind && kept.Form.Id == (Id ?? "") ? kept : null;
        return Task.FromResult<EditEntryView?>(new(
            kind,
            entry,
            draft?.Form ?? CatalogueForm.Of(purpose, kind, entry, Name is { Length: > EditRules.LongestText } tooLong ? tooLong[..EditRules.LongestText] : Name),
            draft?.Fault,
            draft?.Edit,
            draft?.Preview,
            draft is null && !string.IsNullOrEmpty(DraftTicket),
            [.. news.Companies.Select(company => (company.Id, company.Name)).OrderBy(company => company.Name, StringComparer.OrdinalIgnoreCase)]));
    }

    private static string Title(EditEntryView view)
    {
        var names = view.Kind == EntryKind.Topic ? "terms" : "names";
        return view.Form.Purpose switch
        {
            FormPurpose.NewEntry => $"Add {(view.Kind == EntryKind.Outlet ? "an" : "a")} {CatalogueWords.One(view.Kind)}",
            FormPurpose.AddNames => $"Add {names} to {view.Entry?.Name}",
            FormPurpose.ChangeName => $"Change “{view.Form.Original}”",
            FormPurpose.RemoveName => $"Remove “{view.Form.Original}”",
            _ => $"Change {view.Entry?.Name}",
        };
    }
}
