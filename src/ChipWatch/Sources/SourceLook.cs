using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Sources;

/// <summary>What came of looking at a pasted address.</summary>
/// <param name="Pasted">As it was typed.</param>
/// <param name="Found">What can be read, the best first; empty where nothing can.</param>
/// <param name="Reason">Why nothing can, in one sentence.</param>
/// <param name="Failure">The kind of failure, where the address itself was in trouble.</param>
public sealed record SourceLook(string Pasted, IReadOnlyList<FoundSource> Found, string? Reason, FetchFailure? Failure)
{
    /// <summary>A list of feeds rather than a source: nothing of it was read yet.</summary>
    public bool IsList => Found.Count > 1 && Found.All(source => source.Items.Count == 0);
}

/// <summary>A source that an address offers.</summary>
/// <param name="Candidate">What it is.</param>
/// <param name="Items">Its newest items as they would be tagged.</param>
/// <param name="Obstacle">Why it cannot be added: it is there already, or its address is refused; null where it can.</param>
public sealed record FoundSource(SourceCandidate Candidate, IReadOnlyList<FoundItem> Items, SourceChange? Obstacle)
{
    /// <summary>Its settings if it were added as it is.</summary>
    public SourceSettings Settings => new(Candidate.Title.Trim() is { Length: > 0 and <= 200 } title ? title : Candidate.Url.Host, Candidate.Kind, Candidate.Url.AbsoluteUri)
    {
        SiteUrl = Candidate.SiteUrl,
        Language = Candidate.Language,
        Rules = Candidate.Rules,
    };
}

/// <summary>An item before anything is saved.</summary>
/// <param name="Title">Its headline.</param>
/// <param name="Url">Its page.</param>
/// <param name="Published">Its date.</param>
/// <param name="Companies">Companies that it would be tagged with.</param>
/// <param name="Others">Chips and topics that it would be tagged with.</param>
public sealed record FoundItem(string Title, string? Url, DateTimeOffset? Published, IReadOnlyList<TagName> Companies, IReadOnlyList<TagName> Others);
