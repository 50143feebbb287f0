using ChipWatch.Live;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using Microsoft.Extensions.Options;

namespace ChipWatch.Ingestion;

/// <summary>One pass over what is due: samples first, then the outside world, then grouping. One bad source never stops it.</summary>
internal sealed partial class IngestionRound(
    ISourceStore sources,
    SourceIngester ingester,
    IStoryGrouper grouper,
    IDigestStore digests,
    StoryNotifier notifier,
    IOptions<IngestionOptions> options,
    TimeProvider clock,
    ILogger<IngestionRound> logger)
{
    /// <summary>Runs one round.</summary>
    /// <param name="all">Also sources that are not due.</param>
    /// <param name="only">One source alone; null for all.</param>
    /// <param name="done">Told of each source when it is through, one call at a time.</param>
    /// <param name="cancellationToken">Ends the round between two steps; what is stored stays.</param>
    /// <returns>One result a source, in the order in which they came through.</returns>
    public async Task<IReadOnlyList<SourceResult>> RunAsync(bool all, string? only, Action<SourceResult>? done, CancellationToken cancellationToken)
    {
        var due = await sources.DueAsync(all, only, cancellationToken);
        var results = new List<SourceResult>(due.Count);
        try
        {
            // Samples wait for nobody: they are grouped before the first name is looked up.
            await ReadAsync([.. due.Where(source => source.IsSample)]);
            notifier.Tell(await grouper.GroupAsync(cancellationToken));
            await ReadAsync([.. due.Where(source => !source.IsSample)]);
            notifier.Tell(await grouper.GroupAsync(cancellationToken));
            await digests.KeepEndedAsync(clock.GetUtcNow(), cancellationToken);
        }
        finally
        {
            notifier.Tell((RoundProgress?)null);
        }

        if (results.Count > 0)
        {
            RoundEnded(logger, results.Count, results.Sum(r => r.Articles), results.Count(r => r.Failure is not null));
        }

        return results;

        Task ReadAsync(IReadOnlyList<DueSource> batch) => Parallel.ForEachAsync(
            batch,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.MaxAtOnce, CancellationToken = cancellationToken },
            async (source, stop) =>
            {
                var result = await IngestAsync(source, stop);
                lock (results)
                {
                    results.Add(result);
                    done?.Invoke(result);
                    notifier.Tell(new RoundProgress(results.Count, due.Count, results.Sum(r => r.Articles), results.Count(r => r.Failure is not null)));
                }
            });
    }

    private async Task<SourceResult> IngestAsync(DueSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await ingester.IngestAsync(source, cancellationToken);
        }
#pragma warning disable CA1031 // a bug met in one source must not cost the others their round
        catch (Exception cause) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            SourceFailed(logger, cause, source.Id);
            return new(source.Id, 0, 0, 0, null, "An error of the program; the log says more.", false);
        }
    }

    [LoggerMessage(LogLevel.Information, "Round over {Sources} sources: {Articles} articles, {Failed} sources failed")]
    private static partial void RoundEnded(ILogger logger, int sources, int articles, int failed);

    [LoggerMessage(LogLevel.Error, "Source {Source} met an error of the program; it is read again in the next round")]
    private static partial void SourceFailed(ILogger logger, Exception cause, string source);
}
