using System.Diagnostics.CodeAnalysis;

namespace ChipWatch.Ingestion;

/// <summary>
/// The sources of a round in the order of their turns, a step each: first every source is asked, then pages are read, one of each in
/// turn. Only what may go on now is handed out: no two of one host at once, and none before its host has had its pause, so that a few
/// workers serve many hosts. Safe for parallel use.
/// </summary>
internal sealed class RoundQueue(IEnumerable<SourceRun> runs, TimeSpan hostGap, TimeProvider clock)
{
    private readonly LinkedList<SourceRun> waiting = new(runs);
    private readonly HashSet<string> busyHosts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> readyAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceRun> underWay = new(StringComparer.Ordinal);
    private readonly Lock changing = new();
    private TaskCompletionSource changed = New();

    /// <summary>Waits for a source whose next step may be taken. Give it back with <see cref="Return"/>.</summary>
    /// <returns>The source; null when all are through.</returns>
    public async Task<Turn?> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task change;
            TimeSpan patience;
            lock (changing)
            {
                if (TryFind(out var found, out patience))
                {
                    return Begin(found);
                }

                if (waiting.Count == 0 && underWay.Count == 0)
                {
                    return null;
                }

                change = changed.Task;
            }

            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(change, Task.Delay(patience, clock, enough.Token));
            await enough.CancelAsync();
        }
    }

    /// <summary>Takes a step's source back; it waits for its next turn unless it is over.</summary>
    public void Return(Turn turn)
    {
        lock (changing)
        {
            underWay.Remove(turn.Run.Source.Id);
            if (turn.Host is { } host)
            {
                busyHosts.Remove(host);
                readyAt[host] = clock.GetTimestamp() + (long)(hostGap.TotalSeconds * clock.TimestampFrequency);
            }

            if (!turn.Run.IsOver)
            {
                waiting.AddLast(turn.Run);
            }

            var before = changed;
            changed = New();
            before.SetResult();
        }
    }

    /// <summary>Takes a source out of its turn, because a person wants it now.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="isUnderWay">Whether somebody is at it already.</param>
    /// <returns>The source where it was waiting; else null.</returns>
    public SourceRun? Claim(string sourceId, out bool isUnderWay)
    {
        lock (changing)
        {
            // One whose last step is done but not returned yet reads nothing any more: whoever wants it now means another reading
            isUnderWay = underWay.TryGetValue(sourceId, out var current) && !current.IsOver;
            var run = waiting.FirstOrDefault(run => run.Source.Id == sourceId);
            if (run is not null)
            {
                waiting.Remove(run);
            }

            return run;
        }
    }

    private bool TryFind([NotNullWhen(true)] out SourceRun? found, out TimeSpan patience)
    {
        var now = clock.GetTimestamp();
        var soonest = long.MaxValue;
        foreach (var run in waiting)
        {
            if (run.Host is not { } host)
            {
                (found, patience) = (run, TimeSpan.Zero);
                return true;
            }

            if (busyHosts.Contains(host))
            {
                continue;
            }

            if (!readyAt.TryGetValue(host, out var ready) || ready <= now)
            {
                (found, patience) = (run, TimeSpan.Zero);
                return true;
            }

            soonest = Math.Min(soonest, ready);
        }

        found = null;
        patience = soonest == long.MaxValue ? Timeout.InfiniteTimeSpan : clock.GetElapsedTime(now, soonest) + TimeSpan.FromMilliseconds(1);
        return false;
    }

    private Turn Begin(SourceRun run)
    {
        waiting.Remove(run);
        underWay[run.Source.Id] = run;
        if (run.Host is { } host)
        {
            busyHosts.Add(host);
        }

        return new(run, run.Host);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A source with leave to take one step at a host.</summary>
    internal sealed record Turn(SourceRun Run, string? Host);
}
