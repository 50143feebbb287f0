namespace ChipWatch.Live;

/// <summary>The hand of a running round in <see cref="RoundMonitor"/>: tells how far each source is. Disposed when the round is over.</summary>
internal sealed class RoundRecorder(Action<SourceProgress> put, Action end, CancellationToken stopping) : IDisposable
{
    private Action? end = end;

    /// <summary>Set off when the program stops, or when somebody cancels the round.</summary>
    public CancellationToken Stopping => stopping;

    /// <summary>Notes how far a source is; one that was not part of the round becomes part of it.</summary>
    public void Put(SourceProgress progress) => put(progress);

    public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();
}
