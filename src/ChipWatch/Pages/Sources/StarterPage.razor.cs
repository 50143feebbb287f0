using ChipWatch.Components;
using ChipWatch.Store;
using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Sources;

/// <summary>The starter pack with what it can be chosen by.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Pack">All of it.</param>
/// <param name="Listed">In the order of the list: what fits first.</param>
/// <param name="Chosen">Ids of what fits, or, where nothing was asked for, of what is read.</param>
/// <param name="Languages">Languages with how many sources each has.</param>
/// <param name="Interests">Topics likewise.</param>
/// <param name="Tiers">Tiers likewise.</param>
/// <param name="NameOf">The shown name of a covered topic or company.</param>
public sealed record StarterView(
    StarterRequest Request,
    StarterPack Pack,
    IReadOnlyList<StarterSource> Listed,
    IReadOnlyList<string> Chosen,
    IReadOnlyList<StarterChoice> Languages,
    IReadOnlyList<StarterChoice> Interests,
    IReadOnlyList<StarterChoice> Tiers,
    Func<string, string> NameOf);

/// <summary>One value to choose by.</summary>
/// <param name="Value">As the address has it.</param>
/// <param name="Name">As the page shows it.</param>
/// <param name="Count">Sources that have it.</param>
/// <param name="Address">Where a click leads.</param>
public sealed record StarterChoice(string Value, string Name, int Count, string Address);

/// <summary>Which of the sources that come with the program are read: by language, interest and nearness, then one by one.</summary>
public partial class StarterPage
{
    private readonly HashSet<string> ticked = new(StringComparer.Ordinal);

    // Declared so that a new query in the address asks again; the request itself is read as a whole.
    [SupplyParameterFromQuery(Name = "language")] private string[]? Language { get; set; }
    [SupplyParameterFromQuery(Name = "interest")] private string[]? Interest { get; set; }
    [SupplyParameterFromQuery(Name = "tier")] private string[]? Tier { get; set; }

    [Inject] private ISourceCatalogue Catalogue { get; set; } = null!;

    [Inject] private TagNames Names { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task<StarterView?> LoadAsync(CancellationToken cancellationToken)
    {
        var request = StarterRequest.Read(Navigation.Uri);
        var pack = await Catalogue.StarterPackAsync(cancellationToken);
        List<StarterSource> fitting = [.. request.IsEmpty ? pack.Sources.Where(source => source.IsTaken) : pack.Sources.Where(request.Fits)];
        var chosen = fitting.Select(source => source.Seed.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            request,
            pack,
            [.. pack.Sources.OrderByDescending(source => chosen.Contains(source.Seed.Id)).ThenBy(source => source.Seed.Name, StringComparer.OrdinalIgnoreCase)],
            [.. chosen],
            [.. pack.Sources.CountBy(source => source.Seed.Language).OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new StarterChoice(g.Key, Components.Languages.Name(g.Key), g.Value, request.With("language", g.Key)))],
            [.. pack.Sources.SelectMany(source => source.Seed.Covers).Where(Names.HasTopic).CountBy(id => id).OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new StarterChoice(g.Key, Names.Topic(g.Key).Name, g.Value, request.With("interest", g.Key)))],
            [.. pack.Sources.CountBy(source => source.Seed.Tier).OrderBy(g => g.Key)
                .Select(g => new StarterChoice(StarterRequest.TierKey(g.Key), StarterRequest.TierName(g.Key), g.Value, request.With("tier", StarterRequest.TierKey(g.Key))))],
            id => Names.HasTopic(id) ? Names.Topic(id).Name : Names.Company(id).Name);
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var before = View;
        await base.OnParametersSetAsync();
        if (View is { } view && !ReferenceEquals(view, before))
        {
            ticked.Clear();
            ticked.UnionWith(view.Chosen);
        }
    }

    private void Tick(string id, bool isOn) => _ = isOn ? ticked.Add(id) : ticked.Remove(id);

    private Task ChooseAsync() => OnceAsync(async stop =>
    {
        await Desk.ChooseStarterAsync([.. ticked], stop);
        Navigation.NavigateTo(ChipWatchUrls.Sources);
    });
}
