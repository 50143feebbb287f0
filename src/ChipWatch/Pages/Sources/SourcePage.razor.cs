using ChipWatch.Live;
using ChipWatch.Store;
using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Sources;

/// <summary>All that a source's page shows.</summary>
/// <param name="Source">The source.</param>
/// <param name="Items">A page of its items.</param>
/// <param name="Checks">A page of its checks.</param>
/// <param name="OthersAreWell">Whether any source reads well: then trouble of the line is not ours.</param>
/// <param name="At">When all this held.</param>
public sealed record SourcePageView(SourceView Source, Page<SourceItemLine> Items, Page<SourceCheckLine> Checks, bool OthersAreWell, DateTimeOffset At);

/// <summary>One source: how it is, what it brought, its checks, and what can be done to it. What a round brings shows as it comes.</summary>
public partial class SourcePage
{
    private SourceProgress? progress;

    /// <summary>The source.</summary>
    [Parameter] public string Id { get; set; } = "";

    /// <summary>Cursor of its items.</summary>
    [SupplyParameterFromQuery(Name = "items")] private string? ItemsAfter { get; set; }

    /// <summary>Cursor of its checks.</summary>
    [SupplyParameterFromQuery(Name = "checks")] private string? ChecksAfter { get; set; }

    [Inject] private ISourceQueries Sources { get; set; } = null!;

    [Inject] private RoundMonitor Monitor { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private bool IsReading => progress is { Stage: SourceStage.ReadingFeed or SourceStage.ReadingPages };

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            Monitor.Changed += OnRoundChanged;
        }
    }

    /// <inheritdoc/>
    protected override async Task<SourcePageView?> LoadAsync(CancellationToken cancellationToken)
    {
        progress = Present();
        return await Sources.FindAsync(Id, cancellationToken) is { } source
            ? new(
                source,
                await Sources.ItemsAsync(Id, ItemsAfter, cancellationToken),
                await Sources.ChecksAsync(Id, ChecksAfter, cancellationToken),
                (await Sources.SummaryAsync(cancellationToken)).Well > 0,
                Clock.GetUtcNow())
            : null;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Monitor.Changed -= OnRoundChanged;
        base.Dispose(disposing);
    }

    private bool HasSomethingToSay(SourceLine line) => !line.IsSample
        && (IsReading || line.Health is not SourceHealth.Well || line.Pending > 0 || line.Tempo.UsualGap is not null || line.Days.Any(day => day.IsGap));

    private SourceProgress? Present() => Monitor.Current?.Sources.FirstOrDefault(source => source.SourceId == Id);

    private Task ActAsync(string act) => OnceAsync(async stop =>
    {
        var came = await Desk.ActAsync(Id, act, stop);
        switch (act)
        {
            case "remove":
                Navigation.NavigateTo(ChipWatchUrls.Sources);
                break;
            case "clone" when came is SourceChange.Done(var clone):
                Navigation.NavigateTo(ChipWatchUrls.EditSource(clone));
                break;
            default:
                await ReloadAsync();
                break;
        }
    });

    private void OnRoundChanged() => _ = InvokeAsync(async () =>
    {
        var now = Present();
        if (now == progress)
        {
            return;
        }

        // Only what this source brought is asked again; the round as a whole goes on without us
        var hasNews = now is null || progress is null || now.Stage != progress.Stage || now.Articles != progress.Articles || now.NewItems != progress.NewItems;
        progress = now;
        if (hasNews && View is not null)
        {
            await ReloadAsync();
        }

        StateHasChanged();
    });
}
