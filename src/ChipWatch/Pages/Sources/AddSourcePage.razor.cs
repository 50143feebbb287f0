using System.Globalization;
using ChipWatch.Components;
using ChipWatch.Sources;
using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Sources;

/// <summary>What is being added.</summary>
/// <param name="Url">As it stands in the address.</param>
/// <param name="Look">What was found; null before anything was looked at.</param>
/// <param name="Pick">Which of it is chosen.</param>
/// <param name="Chosen">That one.</param>
/// <param name="Draft">The form as it was typed, or as the source describes itself.</param>
public sealed record AddView(string? Url, SourceLook? Look, int Pick, FoundSource? Chosen, SourceDraft Draft);

/// <summary>
/// Adds a source by any address: what it offers, ten items of it with the tags they would get, then the form. An address in the link is only
/// filled in: requests go out when a person asks for them, never because a link was followed.
/// </summary>
public partial class AddSourcePage
{
    private SourceForm form = new();
    private SourceChange? fault;
    private bool isLooking;

    [SupplyParameterFromQuery(Name = "url")] private string? Url { get; set; }

    [SupplyParameterFromQuery(Name = "look")] private string? LookTicket { get; set; }

    [SupplyParameterFromQuery(Name = "pick")] private string? PickText { get; set; }

    [SupplyParameterFromQuery(Name = "draft")] private string? DraftTicket { get; set; }

    [Inject] private SourceDrafts Drafts { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task<AddView?> LoadAsync(CancellationToken cancellationToken)
    {
        var look = Drafts.Find<SourceLook>(LookTicket);
        var pick = int.TryParse(PickText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < look?.Found.Count ? number : 0;
        var chosen = look?.Found.ElementAtOrDefault(pick);
        return Task.FromResult<AddView?>(new(
            Url, look, pick, chosen, Drafts.Find<SourceDraft>(DraftTicket) ?? new(chosen is null ? new() : SourceForm.Of(chosen.Settings), null)));
    }

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

    private static string? Fault(AddView view) => view.Look is { Reason: { } reason, Failure: var failure }
        ? failure is { } kind ? $"{reason} {SourceWords.Remedy(kind)}" : reason
        : null;

    private string AddressOf(int pick) => ChipWatchUrls.WithQuery(
        ChipWatchUrls.AddSource, ("url", Url), ("look", LookTicket), ("pick", pick.ToString(CultureInfo.InvariantCulture)));

    private Task LookAsync(string pasted) => OnceAsync(async stop =>
    {
        isLooking = true;
        try
        {
            Navigation.NavigateTo(await Desk.LookAsync(pasted, stop));
        }
        finally
        {
            isLooking = false;
        }
    });

    private Task SaveAsync() => OnceAsync(async stop =>
    {
        fault = await Desk.AddAsync(View?.Chosen, form, stop);
        if (fault is SourceChange.Done(var id))
        {
            Navigation.NavigateTo(ChipWatchUrls.Source(id));
        }
    });
}
