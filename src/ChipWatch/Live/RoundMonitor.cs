using System.Collections.Concurrent;
using System.Threading.Channels;
using ChipWatch.Store.Sources;

namespace ChipWatch.Live;

/// <summary>
/// The round of the sources as pages see it and steer it: how far each source is, "read this one now", "stop". One for the whole
/// process, so that what it shows survives a reload; safe from any thread.
/// </summary>
public sealed class RoundMonitor : IDisposable
{
    private static readonly TimeSpan BetweenTellings = TimeSpan.FromMilliseconds(250);
    private readonly TimeProvider clock;
    private readonly ITimer teller;
    private readonly Channel<string?> wishes = Channel.CreateUnbounded<string?>();
    private readonly Lock changing = new();
    private Run? run;
    private bool willTell;
    private long toldAt = long.MinValue;

    public RoundMonitor(TimeProvider clock)
    {
        this.clock = clock;
        teller = clock.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something about the round changed: read <see cref="Current"/> again. At most four times a second, on a thread of its own: hand over with InvokeAsync and return.</summary>
    public event Action? Changed;

    /// <summary>The round that runs now, as it is at this moment; null between rounds.</summary>
    public RoundSnapshot? Current
    {
        get
        {
            lock (changing)
            {
                return run?.Snapshot(null);
            }
        }
    }

    /// <summary>The last round that ended; null where none has since the start of the program.</summary>
    public RoundSnapshot? Last { get; private set; }

    /// <summary>Ends the running round between two steps; what is stored stays. Nothing happens between rounds.</summary>
    public void Cancel()
    {
        Run? running;
        lock (changing)
        {
            running = run;
        }

        running?.Cancel();
        NoteChange();
    }

    /// <summary>Asks for a source to be read now, due or not, paused or not; null for all that are due. Wakes the loop; a running round takes it in.</summary>
    public void RequestRound(string? sourceId = null) => wishes.Writer.TryWrite(sourceId);

    /// <inheritdoc/>
    public void Dispose()
    {
        teller.Dispose();
        lock (changing)
        {
            run?.Dispose();
        }
    }

    /// <summary>What people asked for, in order.</summary>
    internal ChannelReader<string?> Wishes => wishes.Reader;

    /// <summary>A round begins. Dispose what comes back when it is over.</summary>
    /// <param name="sources">What it will read.</param>
    /// <param name="cancellationToken">The caller's wish to stop; the round itself runs under <see cref="RoundRecorder.Stopping"/>.</param>
    internal RoundRecorder Begin(IReadOnlyList<DueSource> sources, CancellationToken cancellationToken)
    {
        var begun = new Run(clock.GetUtcNow(), cancellationToken);
        foreach (var source in sources)
        {
            begun.Put(new SourceProgress(source.Id, source.Name, SourceStage.Waiting));
        }

        lock (changing)
        {
            run = begun;
        }

        NoteChange();
        return new RoundRecorder(
            progress =>
            {
                begun.Put(progress);
                NoteChange();
            },
            () => End(begun),
            begun.Stopping);
    }

    private void End(Run ended)
    {
        lock (changing)
        {
            Last = ended.Snapshot(clock.GetUtcNow());
            run = run == ended ? null : run;
            ended.Dispose();
        }

        NoteChange();
    }

    private void NoteChange()
    {
        lock (changing)
        {
            if (willTell)
            {
                return;
            }

            willTell = true;
            var since = toldAt == long.MinValue ? BetweenTellings : clock.GetElapsedTime(toldAt);
            teller.Change(since < BetweenTellings ? BetweenTellings - since : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void Tell()
    {
        lock (changing)
        {
            willTell = false;
            toldAt = clock.GetTimestamp();
        }

        Changed?.Invoke();
    }

    private sealed class Run : IDisposable
    {
        private readonly DateTimeOffset startedAt;
        private readonly CancellationTokenSource stopping = new();
        private readonly CancellationTokenRegistration wish;
        private readonly ConcurrentDictionary<string, SourceProgress> sources = new(StringComparer.Ordinal);
        private volatile bool isCancelled;

        public Run(DateTimeOffset startedAt, CancellationToken cancellationToken)
        {
            this.startedAt = startedAt;
            wish = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), stopping);
        }

        public CancellationToken Stopping => stopping.Token;

        public void Put(SourceProgress progress) => sources[progress.SourceId] = progress;

        public void Cancel()
        {
            isCancelled = true;
            stopping.Cancel();
        }

        public RoundSnapshot Snapshot(DateTimeOffset? endedAt) =>
            new(startedAt, endedAt, isCancelled, [.. sources.Values.OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase)]);

        // The source itself holds nothing that must be given back, and Cancel may still come from another thread
        public void Dispose() => wish.Dispose();
    }
}
