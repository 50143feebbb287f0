namespace ChipWatch.Store.Digests;

/// <summary>Keeps issues as they were when their week ended.</summary>
public interface IDigestStore
{
    /// <summary>Makes and keeps the issue of every week that has ended since the store began and has none yet.</summary>
    Task KeepEndedAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
