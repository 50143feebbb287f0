using ChipWatch.Components;
using ChipWatch.Live;
using ChipWatch.Store.Today;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Today;

/// <summary>The first page of the morning: what moved, what leads, who is written about, and whether we could read at all.</summary>
public partial class TodayPage
{
    private FreshStories? freshStories;
    private int fresh;

    [Inject] private ITodayQueries Queries { get; set; } = null!;

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
    protected override async Task<TodayView?> LoadAsync(CancellationToken cancellationToken)
    {
        freshStories?.Forget();
        fresh = 0;
        return await Queries.ReadAsync(Clock.GetUtcNow(), cancellationToken);
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
        if (View is { Stories: 0 })
        {
            // nothing is being read that could move: the first stories show at once
            await ReloadAsync();
        }

        StateHasChanged();
    }
}
