using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Catalogue;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Catalogue;

/// <summary>A list of the catalogue in numbers.</summary>
public sealed record ListSum(EntryKind Kind, int Entries, int Names, int Own);

/// <summary>All that the catalogue's first page shows.</summary>
/// <param name="Words">What is looked for; empty for nothing.</param>
/// <param name="Found">Entries that hold the words.</param>
/// <param name="Lists">The lists.</param>
/// <param name="Standing">How the articles stand to the catalogue.</param>
/// <param name="Proposals">What is to be decided.</param>
/// <param name="Entries">Companies and chips, to merge proposals into.</param>
/// <param name="Changes">What was changed here, newest first.</param>
/// <param name="Names">Shown names of changed entries.</param>
public sealed record CatalogueView(
    string Words,
    IReadOnlyList<EntryLine> Found,
    IReadOnlyList<ListSum> Lists,
    CatalogueStanding Standing,
    ProposalList Proposals,
    MergeTargets Entries,
    IReadOnlyList<CatalogueChange> Changes,
    IReadOnlyDictionary<(EntryKind Kind, string Id), string> Names);

/// <summary>The lists, what is proposed, what was changed here.</summary>
public partial class CataloguePage
{
    private const int MostFound = 100;
    private const int MostProposed = 6;
    private const int LongestWords = 100;

    [SupplyParameterFromQuery(Name = "q")] private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "forgotten")] private string? Forgotten { get; set; }

    [Inject] private ICatalogueQueries Entries { get; set; } = null!;

    [Inject] private ICatalogueStore Store { get; set; } = null!;

    [Inject] private IProposals Proposals { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task<CatalogueView?> LoadAsync(CancellationToken cancellationToken)
    {
        var words = Query?.Trim() ?? "";
        words = words.Length > LongestWords ? words[..LongestWords] : words;
        var all = new List<EntryLine>();
        foreach (var kind in Enum.GetValues<EntryKind>())
        {
            all.AddRange(await Entries.ListAsync(kind, cancellationToken));
        }

        return new(
            words,
            words.Length == 0 ? [] : [.. all.Where(line => EntrySearch.Holds(line.Entry, words)).OrderByDescending(line => EntrySearch.Rank(line.Entry, words)).ThenByDescending(line => line.Stories)],
            [.. Enum.GetValues<EntryKind>().Select(kind => Sum(kind, all.FindAll(line => line.Entry.Kind == kind)))],
            await Store.StandingAsync(cancellationToken),
            await Proposals.ListAsync(MostProposed, cancellationToken),
            MergeTargets.Of(all),
            await Store.ChangesAsync(cancellationToken),
            all.Where(line => line.Changes > 0).ToDictionary(line => (line.Entry.Kind, line.Entry.Id), line => line.Entry.Name));
    }

    private static ListSum Sum(EntryKind kind, List<EntryLine> list) => new(kind, list.Count, list.Sum(line => line.Entry.Names.Count), list.Count(line => line.Changes > 0));
}
