namespace ChipWatch.Store.Sources;

/// <summary>How a source is, the worst first: what a person can mend stands above what goes by itself.</summary>
public enum SourceHealth
{
    /// <summary>Its last check failed.</summary>
    Failing,

    /// <summary>Failed so often, or is gone, that it is no longer asked.</summary>
    Paused,

    /// <summary>It answers, but has brought nothing for far longer than it usually takes.</summary>
    Silent,

    /// <summary>Never checked yet.</summary>
    Waiting,

    /// <summary>Its last check went well.</summary>
    Well,

    /// <summary>Not asked because a person said so.</summary>
    PausedByHand,
}
