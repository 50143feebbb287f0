using Microsoft.Extensions.Options;

namespace ChipWatch.Ingestion;

/// <summary>The loop that fills the store while the dashboard is served.</summary>
internal sealed partial class IngestionService(
    IngestionRound round, IOptions<IngestionOptions> options, TimeProvider clock, ILogger<IngestionService> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(options.Value.Interval, clock);
        do
        {
            try
            {
                await round.RunAsync(all: false, only: null, done: null, stoppingToken);
            }
#pragma warning disable CA1031 // the loop is where a bug is caught, once; the next round runs as planned
            catch (Exception cause) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                RoundFailed(logger, cause);
            }
        }
        while (await ticks.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "Round failed; the next one runs as planned")]
    private static partial void RoundFailed(ILogger logger, Exception cause);
}
