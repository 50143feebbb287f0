using System.Threading.Channels;
using ChipWatch.Store.Catalogue;

namespace ChipWatch.Catalogue;

/// <summary>Lets articles follow the catalogue in the background of `serve`: at once when something was saved, and now and then for what another process saved.</summary>
internal sealed partial class CatalogueWorker(CatalogueRetagging retagging, ICatalogueStore catalogue, TimeProvider clock, ILogger<CatalogueWorker> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private readonly Channel<TaskCompletionSource> wishes = Channel.CreateUnbounded<TaskCompletionSource>();

    /// <summary>Asks for the articles to follow.</summary>
    /// <returns>Ends when they have, or when that failed: the log says why, and it is tried again.</returns>
    public Task FollowAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!wishes.Writer.TryWrite(done))
        {
            done.SetResult();
        }

        return done.Task;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(BetweenLooks, clock);
        var tick = ticks.WaitForNextTickAsync(stoppingToken).AsTask();
        var wish = wishes.Reader.WaitToReadAsync(stoppingToken).AsTask();
        var waiting = new List<TaskCompletionSource>();
        while (!stoppingToken.IsCancellationRequested)
        {
            while (wishes.Reader.TryRead(out var one))
            {
                waiting.Add(one);
            }

            try
            {
                await catalogue.RefreshAsync(stoppingToken);
                await retagging.SettleAsync(stoppingToken);
            }
#pragma warning disable CA1031 // the articles follow with the next look
            catch (Exception cause) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Failed(logger, cause);
            }

            waiting.ForEach(one => one.TrySetResult());
            waiting.Clear();
            if (await Task.WhenAny(tick, wish) == tick)
            {
                tick = ticks.WaitForNextTickAsync(stoppingToken).AsTask();
            }
            else
            {
                wish = wishes.Reader.WaitToReadAsync(stoppingToken).AsTask();
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Articles could not be tagged by the changed catalogue; it is tried again in a minute")]
    private static partial void Failed(ILogger logger, Exception cause);
}
