using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Live;

/// <summary>A round of the sources at one moment.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="IsCancelled">Whether somebody asked it to stop.</param>
/// <param name="Sources">Its sources by name.</param>
public sealed record RoundSnapshot(DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool IsCancelled, IReadOnlyList<SourceProgress> Sources)
{
    /// <summary>Sources of the round.</summary>
    public int Total => Sources.Count;

    /// <summary>Sources that are through, well or not.</summary>
    public int Done => Sources.Count(s => s.Stage is SourceStage.Done or SourceStage.Failed);

    /// <summary>Sources whose check failed.</summary>
    public int Failed => Sources.Count(s => s.Stage == SourceStage.Failed);

    /// <summary>Articles stored or revised so far.</summary>
    public int Articles => Sources.Sum(s => s.Articles);
}

/// <summary>How far a source is in a round.</summary>
public enum SourceStage
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>Its address is being asked.</summary>
    ReadingFeed,

    /// <summary>The pages of its items are being read.</summary>
    ReadingPages,

    /// <summary>It is through.</summary>
    Done,

    /// <summary>Its check failed; the cause says why.</summary>
    Failed,
}

/// <summary>One source in a round.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage">How far it is.</param>
public sealed record SourceProgress(string SourceId, string Name, SourceStage Stage)
{
    /// <summary>Whether the server said that nothing changed (304).</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Items not seen before.</summary>
    public int NewItems { get; init; }

    /// <summary>Pages that are through, of <see cref="Pages"/>.</summary>
    public int PagesRead { get; init; }

    /// <summary>Pages to read in this round.</summary>
    public int Pages { get; init; }

    /// <summary>Articles stored or revised.</summary>
    public int Articles { get; init; }

    /// <summary>The kind of failure of its check.</summary>
    public FetchFailure? Failure { get; init; }

    /// <summary>That failure, or the last one of its pages, in one sentence.</summary>
    public string? Cause { get; init; }
}
