using ChipWatch.Components;
using ChipWatch.Live;
using ChipWatch.Store;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ChipWatch.Pages.Timeline;

/// <summary>Stories by day, newest first, with everything they can be filtered by. The address is the whole state.</summary>
public partial class TimelinePage
{
    private FreshStories? freshStories;
    private readonly CancellableLoads previews = new();
    private StoryView? preview;
    private bool hasRoom;
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
    [SupplyParameterFromQuery(Name = "order")] private string? Order { get; set; }

    [Inject] private TagNames Names { get; set; } = null!;

    [Inject] private ITimelineQueries Timelines { get; set; } = null!;

    [Inject] private IStoryQueries Stories { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

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
        var view = await TimelineReader.ReadAsync(Timelines, TimelineRequest.Read(Navigation.Uri), null, Clock.GetUtcNow(), cancellationToken);
        if (hasRoom && view.Stories.Items is [var first, ..] && view.Stories.Items.All(story => story.Id != preview?.Card.Id))
        {
            // what stands beside a list is one of it
            preview = await Stories.FindAsync(first.Id, cancellationToken);
        }

        return view;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            freshStories?.Dispose();
            previews.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The first story is previewed as soon as there is a circuit, and a column beside the list.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && (hasRoom = await Script.InvokeAsync<bool>("chipwatchHasRoomBeside")) && preview is null && View?.Stories.Items is [var first, ..])
        {
            await PreviewAsync(first.Id);
            StateHasChanged();
        }
    }

    /// <summary>Reads a story for the column beside the list; of several in a row the last alone.</summary>
    private async Task PreviewAsync(long id)
    {
        if (!hasRoom || preview?.Card.Id == id)
        {
            return;
        }

        var load = previews.Next();
        try
        {
            preview = await Stories.FindAsync(id, load) ?? preview;
        }
        catch (OperationCanceledException) when (load.IsCancellationRequested)
        {
            return; // the focus went on
        }
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
            Navigation.NavigateTo(Href(View.Request.Filter, null));
            return;
        }

        await ReloadAsync();
    }

    /// <summary>What is changed of a list keeps its order.</summary>
    private string Href(TimelineFilter filter, string? after) => ChipWatchUrls.Timeline(filter, after, View!.Request.Order);

    private static string Summary(TimelineView view)
    {
        var facets = view.Facets;
        var counts = $"{Counts.Stories(facets.Stories)}, {Counts.Articles(facets.Articles)}";
        return facets is { Earliest: { } earliest, Latest: { } latest } ? $"{counts}, {Days.Span(Days.Of(earliest), Days.Of(latest))}" : counts;
    }
}
