using ChipWatch.Sources;
using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Sources;

/// <summary>A source to be changed.</summary>
/// <param name="Line">The source.</param>
/// <param name="Draft">The form as it was typed and what is wrong with it, or as the settings are.</param>
public sealed record EditView(SourceLine Line, SourceDraft Draft);

/// <summary>A form that may have been refused.</summary>
/// <param name="Form">As typed.</param>
/// <param name="Fault">What is wrong; null for a form that was not sent yet.</param>
public sealed record SourceDraft(SourceForm Form, SourceChange? Fault);

/// <summary>The form that changes a source.</summary>
public partial class EditSourcePage
{
    private SourceForm form = new();
    private SourceChange? fault;

    /// <summary>The source.</summary>
    [Parameter] public string Id { get; set; } = "";

    /// <summary>Ticket of a form that was refused.</summary>
    [SupplyParameterFromQuery(Name = "draft")] private string? DraftTicket { get; set; }

    [Inject] private ISourceQueries Sources { get; set; } = null!;

    [Inject] private SourceDrafts Drafts { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task<EditView?> LoadAsync(CancellationToken cancellationToken) =>
        await Sources.FindAsync(Id, cancellationToken) is { Line: { IsSample: false } line } source
            ? new(line, Drafts.Find<SourceDraft>(DraftTicket) ?? new(SourceForm.Of(source.Settings), null))
            : null;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var before = View;
        await base.OnParametersSetAsync();
        if (View is { } view && !ReferenceEquals(view, before))
        {
            (form, fault) = (view.Draft.Form, view.Draft.Fault);
        }
    }

    private Task SaveAsync() => OnceAsync(async stop =>
    {
        fault = await Desk.EditAsync(Id, form, stop);
        if (fault is SourceChange.Done)
        {
            Navigation.NavigateTo(ChipWatchUrls.Source(Id));
        }
    });
}
