using ChipWatch.Live;
using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Sources;

/// <summary>All that the sources page shows.</summary>
/// <param name="Summary">All in numbers.</param>
/// <param name="All">How many there are, samples apart.</param>
/// <param name="ByHealth">How many of each health that occurs, among those of that name.</param>
/// <param name="Shown">This page of them, the worst first.</param>
/// <param name="Next">The next page; null on the last.</param>
/// <param name="Samples">Those of the sample corpus.</param>
/// <param name="IsPackUnchosen">Whether the starter pack is read because nobody has chosen among it yet.</param>
/// <param name="At">When all this held.</param>
public sealed record SourcesView(
    SourceSummary Summary,
    int All,
    IReadOnlyDictionary<SourceHealth, int> ByHealth,
    IReadOnlyList<SourceLine> Shown,
    SourcesRequest? Next,
    IReadOnlyList<SourceLine> Samples,
    bool IsPackUnchosen,
    DateTimeOffset At);

/// <summary>Which sources ail, why, and what can be done; the running round; where a new one is pasted.</summary>
public partial class SourcesPage
{
    private static readonly IReadOnlyDictionary<string, SourceProgress> Nothing = new Dictionary<string, SourceProgress>();
    private RoundSnapshot? round;
    private IReadOnlyDictionary<string, SourceProgress> progress = Nothing;
    private string words = "";

    // Declared so that a new query in the address asks again; the request itself is read as a whole.
    [SupplyParameterFromQuery(Name = "health")] private string? Health { get; set; }
    [SupplyParameterFromQuery(Name = "q")] private string? Query { get; set; }
    [SupplyParameterFromQuery(Name = "after")] private string? After { get; set; }

    [Inject] private ISourceQueries Sources { get; set; } = null!;

    [Inject] private ISourceCatalogue Catalogue { get; set; } = null!;

    [Inject] private RoundMonitor Monitor { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private SourcesRequest Request => SourcesRequest.Read(Navigation.Uri);

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        TakeRound();
        if (RendererInfo.IsInteractive)
        {
            Monitor.Changed += OnRoundChanged;
        }
    }

    /// <inheritdoc/>
    protected override async Task<SourcesView?> LoadAsync(CancellationToken cancellationToken)
    {
        var request = Request;
        words = request.Words;
        var lines = await Sources.ListAsync(cancellationToken);
        List<SourceLine> own = [.. lines.Where(line => !line.IsSample)];
        var (shown, next) = request.Of(own);
        return new(
            await Sources.SummaryAsync(cancellationToken),
            own.Count,
            own.Where(request.HasWords).CountBy(line => line.Health).ToDictionary(),
            shown,
            next,
            [.. lines.Where(line => line.IsSample)],
            await Catalogue.StarterPackAsync(cancellationToken) is { HasChosen: false } pack && pack.Sources.Any(source => source.IsTaken),
            Clock.GetUtcNow());
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Monitor.Changed -= OnRoundChanged;
        base.Dispose(disposing);
    }

    private Task LookAsync(string pasted) => OnceAsync(async stop => Navigation.NavigateTo(await Desk.LookAsync(pasted, stop)));

    private Task ActAsync((string Id, string Act) wish) => OnceAsync(async stop =>
    {
        await Desk.ActAsync(wish.Id, wish.Act, stop);
        await ReloadAsync();
    });

    private void StopRound() => Desk.StopRound();

    private void SearchAsync() => Navigation.NavigateTo((Request with { Words = words.Trim(), After = null }).Address());

    private void TakeRound()
    {
        round = Monitor.Current;
        progress = round is null ? Nothing : round.Sources.ToDictionary(source => source.SourceId);
    }

    private void OnRoundChanged() => _ = InvokeAsync(async () =>
    {
        var hasEnded = round is not null && Monitor.Current is null;
        TakeRound();
        StateHasChanged();
        if (hasEnded)
        {
            await ReloadAsync();
            StateHasChanged();
        }
    });
}
