using System.Globalization;
using ChipWatch.Components;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store;
using ChipWatch.Store.Catalogue;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Catalogue;

/// <summary>All that an entry's page shows.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Standing">How the articles stand to the catalogue.</param>
/// <param name="Saved">The change that was just saved; null otherwise.</param>
/// <param name="Maker">Shown name of a chip's maker.</param>
public sealed record EntryPageView(EntryView Entry, CatalogueStanding Standing, CatalogueChange? Saved, string? Maker);

/// <summary>One entry: how texts name it, by which rules, and where each rule comes from.</summary>
public partial class EntryPage
{
    /// <summary>The list, as its address names it.</summary>
    [Parameter] public string List { get; set; } = "";

    /// <summary>The entry.</summary>
    [Parameter] public string Id { get; set; } = "";

    [SupplyParameterFromQuery(Name = "saved")] private string? SavedId { get; set; }

    [Inject] private ICatalogueQueries Entries { get; set; } = null!;

    [Inject] private ICatalogueStore Store { get; set; } = null!;

    [Inject] private TagNames Names { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task<EntryPageView?> LoadAsync(CancellationToken cancellationToken)
    {
        if (CatalogueWords.Kind(List) is not { } kind || await Entries.FindAsync(kind, Id, cancellationToken) is not { } entry)
        {
            return null;
        }

        var saved = long.TryParse(SavedId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? entry.Changes.FirstOrDefault(change => change.Id == id) : null;
        var maker = entry.Line.Entry.Fact(EntryFacts.Company) is { } company ? Names.Company(company).Name : null;
        return new(entry, await Store.StandingAsync(cancellationToken), saved, maker);
    }

    private static IEnumerable<IGrouping<string, NameRule>> Groups(CatalogueEntry entry) =>
        entry.Names.GroupBy(name => CatalogueWords.Script(name.Text)).OrderByDescending(group => group.Key == CatalogueWords.Script("a")).ThenByDescending(group => group.Count());

    private static IReadOnlyList<string> Removed(EntryLine line) =>
        line.Seed is { } seed ? [.. seed.Names.Select(name => name.Text).Except(line.Entry.Names.Select(name => name.Text))] : [];

    private static string StoriesOf(CatalogueEntry entry) =>
        ChipWatchUrls.Timeline(CatalogueWords.FacetOf(entry.Kind), entry.Kind == EntryKind.Outlet ? Slug.Of(entry.Name) : entry.Id);

    private static RenderFragment FactValue(EntryPageView view, string key) => builder =>
    {
        var value = view.Entry.Line.Entry.Fact(key) ?? "";
        var address = key == EntryFacts.Company ? ChipWatchUrls.Entry(EntryKind.Company, value) : key == EntryFacts.Website ? ChipWatchUrls.Outside(value) : null;
        if (address is null)
        {
            builder.AddContent(0, value);
            return;
        }

        builder.OpenElement(1, "a");
        builder.AddAttribute(2, "class", "u");
        builder.AddAttribute(3, "href", address);
        builder.AddAttribute(4, "rel", "noopener noreferrer");
        builder.AddContent(5, key == EntryFacts.Company ? view.Maker ?? value : value);
        builder.CloseElement();
    };
}
