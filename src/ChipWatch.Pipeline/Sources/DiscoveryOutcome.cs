using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Pipeline.Sources;

/// <summary>What came of looking for sources at an address.</summary>
public abstract record DiscoveryOutcome
{
    private DiscoveryOutcome()
    {
    }

    /// <summary>At least one source, the best first.</summary>
    public sealed record Found(IReadOnlyList<SourceCandidate> Candidates) : DiscoveryOutcome;

    /// <summary>None.</summary>
    /// <param name="Failure">What went wrong with the address itself; null where it answered but offers nothing.</param>
    /// <param name="Reason">One sentence for people.</param>
    public sealed record Nothing(FetchFailure? Failure, string Reason) : DiscoveryOutcome;
}
