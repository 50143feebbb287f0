using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Store.Sources;

/// <summary>How a source is.</summary>
public enum SourceHealth
{
    /// <summary>Its last check failed.</summary>
    Failing,

    /// <summary>Failed so often, or is gone, that it is no longer asked.</summary>
    Paused,

    /// <summary>Never checked yet.</summary>
    Waiting,

    /// <summary>Its last check went well.</summary>
    Well,
}

/// <summary>A source as one row.</summary>
/// <param name="Id">Slug.</param>
/// <param name="Name">Name of the outlet.</param>
/// <param name="Kind">rss, atom, jsonfeed, rdf, html-listing, api.</param>
/// <param name="Url">What is asked.</param>
/// <param name="SiteUrl">The outlet's site.</param>
/// <param name="Language">BCP 47 language.</param>
/// <param name="Health">How it is.</param>
/// <param name="Failure">Kind of the last failure.</param>
/// <param name="Cause">The last failure in one sentence.</param>
/// <param name="LastCheckAt">Last time it was asked.</param>
/// <param name="LastSuccessAt">Last time it answered well.</param>
/// <param name="NextCheckAt">When it is due again.</param>
/// <param name="FailuresInARow">Since the last success.</param>
/// <param name="Articles">Articles stored from it.</param>
/// <param name="Pending">Items whose page is still to be read.</param>
/// <param name="Recent">New items of each of the last 14 checks with any, oldest first.</param>
/// <param name="IsSample">Whether it belongs to the sample corpus.</param>
public sealed record SourceLine(
    string Id,
    string Name,
    string Kind,
    string Url,
    string SiteUrl,
    string? Language,
    SourceHealth Health,
    FetchFailure? Failure,
    string? Cause,
    DateTimeOffset? LastCheckAt,
    DateTimeOffset? LastSuccessAt,
    DateTimeOffset NextCheckAt,
    int FailuresInARow,
    int Articles,
    int Pending,
    IReadOnlyList<int> Recent,
    bool IsSample);

/// <summary>All sources in numbers.</summary>
/// <param name="Well">Last check went well.</param>
/// <param name="Failing">Last check failed, or paused.</param>
/// <param name="Waiting">Not checked yet.</param>
/// <param name="Samples">Sample sources (in none of the above).</param>
/// <param name="LastCheckAt">The latest check of any.</param>
public sealed record SourceSummary(int Well, int Failing, int Waiting, int Samples, DateTimeOffset? LastCheckAt);

/// <summary>Reads sources.</summary>
public interface ISourceQueries
{
    /// <summary>All sources, the worst first, then by name; samples last.</summary>
    Task<IReadOnlyList<SourceLine>> ListAsync(CancellationToken cancellationToken);

    /// <summary>All sources in numbers.</summary>
    Task<SourceSummary> SummaryAsync(CancellationToken cancellationToken);
}
