using ChipWatch.Components;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Catalogue;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Catalogue;

/// <summary>A page of one list.</summary>
/// <param name="Kind">The list.</param>
/// <param name="Words">What is looked for.</param>
/// <param name="IsOwnOnly">Whether only what was changed here is shown.</param>
/// <param name="Lines">This page of it.</param>
/// <param name="All">Entries that fit.</param>
/// <param name="Total">Entries of the list.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record ListView(EntryKind Kind, string Words, bool IsOwnOnly, IReadOnlyList<EntryLine> Lines, int All, int Total, string? Next);

/// <summary>One list of the catalogue, by name.</summary>
public partial class ListPage
{
    private const int PageSize = 150;
    private const int LongestWords = 100;

    /// <summary>The list, as its address names it.</summary>
    [Parameter] public string List { get; set; } = "";

    [SupplyParameterFromQuery(Name = "q")] private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "own")] private string? Own { get; set; }

    [SupplyParameterFromQuery(Name = "after")] private string? After { get; set; }

    [Inject] private ICatalogueQueries Entries { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task<ListView?> LoadAsync(CancellationToken cancellationToken)
    {
        if (CatalogueWords.Kind(List) is not { } kind)
        {
            return null;
        }

        var words = Query?.Trim() ?? "";
        words = words.Length > LongestWords ? words[..LongestWords] : words;
        var all = await Entries.ListAsync(kind, cancellationToken);
        var fitting = all.Where(line => (Own != "1" || line.Changes > 0) && EntrySearch.Holds(line.Entry, words)).ToList();
        var from = After is null ? 0 : fitting.FindIndex(line => line.Entry.Id == After) + 1;
        var shown = fitting.Skip(from).Take(PageSize).ToList();
        return new(kind, words, Own == "1", shown, fitting.Count, all.Count, from + shown.Count < fitting.Count ? shown[^1].Entry.Id : null);
    }

    private static string At(EntryKind kind, string words, bool isOwnOnly, string? after) =>
        ChipWatchUrls.WithQuery(ChipWatchUrls.CatalogueList(kind), ("q", words), ("own", isOwnOnly ? "1" : null), ("after", after));
}
