using ChipWatch.Live;
using Microsoft.Extensions.Options;

namespace ChipWatch.Ingestion;

/// <summary>The loop that fills the store while the dashboard is served: a round at every tick, and at once when somebody asks for one.</summary>
internal sealed partial class IngestionService(
    IngestionRound round, RoundMonitor monitor, IOptions<IngestionOptions> options, TimeProvider clock, ILogger<IngestionService> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var request = new RoundRequest(All: false, Only: null, IsLive: true);
        while (true)
        {
            try
            {
                await round.RunAsync(request, done: null, stoppingToken);
            }
#pragma warning disable CA1031 // the loop is where a bug is caught, once; the next round runs as planned
            catch (Exception cause) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                RoundFailed(logger, cause);
            }

            request = request with { Only = await WaitAsync(stoppingToken) };
        }
    }

    /// <summary>Waits for the next tick or the next wish.</summary>
    /// <returns>The source that somebody wants; null for all that are due.</returns>
    private async Task<string?> WaitAsync(CancellationToken stoppingToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var wish = monitor.Wishes.WaitToReadAsync(enough.Token).AsTask();
        await Task.WhenAny(wish, Task.Delay(options.Value.Interval, clock, enough.Token));
        await enough.CancelAsync();
        stoppingToken.ThrowIfCancellationRequested();
        return monitor.Wishes.TryRead(out var source) ? source : null;
    }

    [LoggerMessage(LogLevel.Error, "Round failed; the next one runs as planned")]
    private static partial void RoundFailed(ILogger logger, Exception cause);
}
