using ChipWatch.Components;
using ChipWatch.Sources;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Sources;

/// <summary>A list on its way in.</summary>
/// <param name="Draft">What it holds, or what came of it; null before one was given.</param>
public sealed record ImportView(ImportDraft? Draft);

/// <summary>Takes lists of feeds in, after showing what they hold, and gives them out.</summary>
public partial class ImportPage
{
    [SupplyParameterFromQuery(Name = "draft")] private string? DraftTicket { get; set; }

    [Inject] private SourceDrafts Drafts { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task<ImportView?> LoadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ImportView?>(new(Drafts.Find<ImportDraft>(DraftTicket)));

    private static string Told(ImportDraft draft)
    {
        var parts = new List<string> { $"{Counts.Of(draft.Added, "source", "sources")} {(draft.IsSaved ? "added" : "to add")}" };
        if (draft.Known > 0)
        {
            parts.Add($"{Counts.Number(draft.Known)} already there");
        }

        if (draft.Refused > 0)
        {
            parts.Add($"{Counts.Number(draft.Refused)} refused");
        }

        return $"{(draft.Title.Length > 0 ? $"“{draft.Title}”: " : "")}{string.Join(", ", parts)}.";
    }

    private Task SaveAsync() => OnceAsync(async stop => Navigation.NavigateTo(await Desk.SaveListAsync(DraftTicket, stop)));
}
