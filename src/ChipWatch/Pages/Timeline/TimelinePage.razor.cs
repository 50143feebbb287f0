using ChipWatch.Components;
using ChipWatch.Live;
using ChipWatch.Store.Timelines;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Timeline;

/// <summary>Stories by day, newest first, with everything they can be filtered by. The address is the whole state.</summary>
public partial class TimelinePage
{
    private const int PageSize = 50;
    private const int MostRelaxed = 8;

    private FreshStories? freshStories;
    private int fresh;

    // Declared so that a new query in the address asks again; the request itself is read as a whole.
    [SupplyParameterFromQuery(Name = "vendor")] private string[]? Vendor { get; set; }
    [SupplyParameterFromQuery(Name = "chip")] private string[]? Chip { get; set; }
    [SupplyParameterFromQuery(Name = "topic")] private string[]? Topic { get; set; }
    [SupplyParameterFromQuery(Name = "event")] private string[]? Event { get; set; }
    [SupplyParameterFromQuery(Name = "status")] private string[]? Status { get; set; }
    [SupplyParameterFromQuery(Name = "outlet")] private string[]? Outlet { get; set; }
    [SupplyParameterFromQuery(Name = "lang")] private string[]? Lang { get; set; }
    [SupplyParameterFromQuery(Name = "q")] private string? Words { get; set; }
    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }
    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }
    [SupplyParameterFromQuery(Name = "after")] private string? After { get; set; }

    [Inject] private ITimelineQueries Timelines { get; set; } = null!;

    [Inject] private StoryNotifier Notifier { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            freshStories = new FreshStories(Notifier, Clock, count => InvokeAsync(() => ArrivedAsync(count)));
        }
    }

    /// <inheritdoc/>
    protected override async Task<TimelineView?> LoadAsync(CancellationToken cancellationToken)
    {
        freshStories?.Forget();
        fresh = 0;
        var request = TimelineRequest.Read(Navigation.Uri);
        var stories = await Timelines.PageAsync(request.Filter, request.After, PageSize, cancellationToken);
        var facets = await Timelines.FacetsAsync(request.Filter, cancellationToken);
        var relaxed = new List<RelaxedPart>();
        var anyStories = stories.Items.Count > 0;
        if (!anyStories)
        {
            foreach (var part in request.Filter.Parts(choice => FacetNames.Of(choice, facets)).Take(MostRelaxed))
            {
                var count = (await Timelines.FacetsAsync(part.Without, cancellationToken)).Stories;
                if (count > 0)
                {
                    relaxed.Add(new RelaxedPart(part, count));
                }
            }

            anyStories = relaxed.Count > 0 || (await Timelines.PageAsync(TimelineFilter.All, null, 1, cancellationToken)).Items.Count > 0;
        }

        return new TimelineView(request, stories, facets, [.. relaxed.OrderByDescending(part => part.Stories)], anyStories);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            freshStories?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task ArrivedAsync(int count)
    {
        fresh = count;
        if (View is { AnyStories: false })
        {
            // nothing is being read that could move: the first stories show at once
            await ReloadAsync();
        }

        StateHasChanged();
    }

    private async Task ShowFreshAsync()
    {
        if (View?.Request.After is not null)
        {
            Navigation.NavigateTo(ChipWatchUrls.Timeline(View.Request.Filter));
            return;
        }

        await ReloadAsync();
    }

    private static string Summary(TimelineView view)
    {
        var facets = view.Facets;
        var counts = $"{Counts.Stories(facets.Stories)}, {Counts.Articles(facets.Articles)}";
        return facets is { Earliest: { } earliest, Latest: { } latest } ? $"{counts}, {Days.Span(Days.Of(earliest), Days.Of(latest))}" : counts;
    }
}
