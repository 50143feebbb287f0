using ChipWatch.Live;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Upkeep;
using Microsoft.Extensions.Options;

namespace ChipWatch.Ingestion;

/// <summary>What a round is to read.</summary>
/// <param name="All">Also sources that are not due.</param>
/// <param name="Only">One source alone; null for all.</param>
/// <param name="IsLive">Whether people watch: what they ask for meanwhile is taken in, and articles are grouped as they come.</param>
internal sealed record RoundRequest(bool All, string? Only, bool IsLive);

/// <summary>One pass over what is due: samples first, then the outside world, then grouping. One bad source never stops it.</summary>
internal sealed partial class IngestionRound(
    ISourceStore sources,
    SourceIngester ingester,
    ArticleRereading rereading,
    IngestPermit permit,
    IStoryGrouper grouper,
    IDigestStore digests,
    StoryNotifier notifier,
    RoundMonitor monitor,
    IOptions<IngestionOptions> options,
    IOptions<FetchingOptions> fetching,
    TimeProvider clock,
    ILogger<IngestionRound> logger)
{
    private static readonly TimeSpan BetweenGroupings = TimeSpan.FromSeconds(5);

    /// <summary>Runs one round.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="done">Told of each source when it is through, one call at a time.</param>
    /// <param name="cancellationToken">Ends the round between two steps; what is stored stays.</param>
    /// <returns>One result a source, in the order in which they came through.</returns>
    public async Task<IReadOnlyList<SourceResult>> RunAsync(RoundRequest request, Action<SourceResult>? done, CancellationToken cancellationToken)
    {
        if (await permit.EnterAsync(cancellationToken) is not { } permitted)
        {
            return [];
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, permitted);
        try
        {
            return await RunPermittedAsync(request, done, either.Token);
        }
        catch (Exception cause) when (permit.GiveUp(cause))
        {
            throw new OperationCanceledException("The store cannot take a write now; the notice says why.", cause);
        }
    }

    private async Task<IReadOnlyList<SourceResult>> RunPermittedAsync(RoundRequest request, Action<SourceResult>? done, CancellationToken cancellationToken)
    {
        var due = await sources.DueAsync(request.All, request.Only, cancellationToken);
        using var recorder = monitor.Begin(due, cancellationToken);
        var tally = new RoundTally(due.Count, recorder, notifier, done);
        if (due.Count > 0)
        {
            notifier.Tell(new RoundProgress(0, due.Count, 0, 0));
        }

        try
        {
            // Samples wait for nobody: they are grouped before the first name is looked up.
            await ReadAsync([.. due.Where(source => source.IsSample)], tally, isLive: false, recorder.Stopping);
            notifier.Tell(await grouper.GroupAsync(recorder.Stopping));
            await ReadAsync([.. due.Where(source => !source.IsSample)], tally, request.IsLive, recorder.Stopping);
            await rereading.RunAsync(request.Only, recorder.Stopping);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            RoundCancelled(logger);
        }
        finally
        {
            notifier.Tell((RoundProgress?)null);
        }

        // By hand there may be no next round to put late articles in order.
        notifier.Tell(request.IsLive ? await grouper.GroupAsync(cancellationToken) : await grouper.SettleAsync(cancellationToken));
        await digests.KeepEndedAsync(clock.GetUtcNow(), cancellationToken);
        if (tally.Results.Count > 0)
        {
            RoundEnded(logger, tally.Results.Count, tally.Results.Sum(r => r.Articles), tally.Results.Count(r => r.Failure is not null));
        }

        return tally.Results;
    }

    private async Task ReadAsync(IReadOnlyList<DueSource> batch, RoundTally tally, bool isLive, CancellationToken cancellationToken)
    {
        var queue = new RoundQueue(batch.Select(source => new SourceRun(source)), fetching.Value.HostGap, clock);
        using var workersDone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var beside = isLive ? Task.WhenAll(ReadWishesAsync(queue, tally, workersDone.Token, cancellationToken), GroupMeanwhileAsync(tally, workersDone.Token)) : Task.CompletedTask;
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Min(options.Value.MaxAtOnce, Math.Max(1, batch.Count))).Select(_ => WorkAsync(queue, tally, cancellationToken)));
        }
        finally
        {
            await workersDone.CancelAsync();
            await beside;
        }
    }

    private async Task WorkAsync(RoundQueue queue, RoundTally tally, CancellationToken cancellationToken)
    {
        while (await queue.TakeAsync(cancellationToken) is { } turn)
        {
            try
            {
                await StepAsync(turn.Run, tally, cancellationToken);
            }
            finally
            {
                queue.Return(turn);
            }
        }
    }

    /// <summary>Reads what people ask for beside the workers, so that nobody waits for the round to come to it.</summary>
    private async Task ReadWishesAsync(RoundQueue queue, RoundTally tally, CancellationToken workersDone, CancellationToken cancellationToken)
    {
        while (!workersDone.IsCancellationRequested)
        {
            string? wish;
            try
            {
                wish = await monitor.Wishes.ReadAsync(workersDone);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            if (wish is null)
            {
                continue;
            }

            var waiting = queue.Claim(wish, out var isUnderWay);
            var wanted = isUnderWay ? null : (await sources.DueAsync(all: false, wish, cancellationToken)).Select(source => new SourceRun(source)).FirstOrDefault();
            if (wanted is null)
            {
                continue;
            }

            tally.Begin(wanted, isNew: waiting is null);
            while (!wanted.IsOver)
            {
                await StepAsync(wanted, tally, cancellationToken);
            }
        }
    }

    private async Task GroupMeanwhileAsync(RoundTally tally, CancellationToken workersDone)
    {
        using var ticks = new PeriodicTimer(BetweenGroupings, clock);
        var grouped = 0;
        try
        {
            while (await ticks.WaitForNextTickAsync(workersDone))
            {
                if (tally.Articles is var stored && stored != grouped)
                {
                    grouped = stored;
                    notifier.Tell(await grouper.GroupAsync(workersDone));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The workers are through: the round itself groups the rest
            return;
        }
    }

    private async Task StepAsync(SourceRun run, RoundTally tally, CancellationToken cancellationToken)
    {
        try
        {
            tally.Note(run);
            await ingester.StepAsync(run, cancellationToken);
        }
        catch (Exception cause) when (permit.GiveUp(cause))
        {
            // No source can be stored now: the round ends, and each is read when the store takes writes again
            throw new OperationCanceledException("The store cannot take a write now; the notice says why.", cause);
        }
#pragma warning disable CA1031 // a bug met in one source must not cost the others their round
        catch (Exception cause) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            SourceFailed(logger, cause, run.Source.Id);
            run.EndByBug("An error of the program; the log says more.");
        }

        tally.Note(run);
    }

    [LoggerMessage(LogLevel.Information, "Round over {Sources} sources: {Articles} articles, {Failed} sources failed")]
    private static partial void RoundEnded(ILogger logger, int sources, int articles, int failed);

    [LoggerMessage(LogLevel.Information, "Round cancelled; what was read is kept")]
    private static partial void RoundCancelled(ILogger logger);

    [LoggerMessage(LogLevel.Error, "Source {Source} met an error of the program; it is read again in the next round")]
    private static partial void SourceFailed(ILogger logger, Exception cause, string source);
}
