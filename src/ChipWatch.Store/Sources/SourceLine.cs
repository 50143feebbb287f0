using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Store.Sources;

/// <summary>A source as one row.</summary>
/// <param name="Id">Slug.</param>
/// <param name="Name">Name of the outlet.</param>
/// <param name="Kind">rss, atom, jsonfeed, rdf, html-listing, sitemap, api.</param>
/// <param name="Url">What is asked.</param>
/// <param name="SiteUrl">The outlet's site.</param>
/// <param name="Language">BCP 47 language.</param>
/// <param name="Health">How it is.</param>
/// <param name="Failure">Kind of the last failure.</param>
/// <param name="Cause">The last failure in one sentence.</param>
/// <param name="LastCheckAt">Last time it was asked.</param>
/// <param name="LastSuccessAt">Last time it answered well; null: never, so its address is unverified.</param>
/// <param name="NextCheckAt">When it is due again.</param>
/// <param name="FailuresInARow">Since the last success.</param>
/// <param name="Articles">Articles stored from it.</param>
/// <param name="Pending">Items whose page is still to be read.</param>
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
    bool IsSample)
{
    /// <summary>Id of the outlet, for its timeline.</summary>
    public string OutletId { get; init; } = "";

    /// <summary>Group that a person sorts it into.</summary>
    public string? Folder { get; init; }

    /// <summary>Added by a person rather than by the starter pack.</summary>
    public bool IsAdded { get; init; }

    /// <summary>Time between two checks that a person set; null: learned.</summary>
    public TimeSpan? CheckEvery { get; init; }

    /// <summary>Time between two checks as learned from the source; null until enough was seen.</summary>
    public TimeSpan? Rhythm { get; init; }

    /// <summary>How often it publishes.</summary>
    public SourceTempo Tempo { get; init; } = SourceTempo.Unknown;

    /// <summary>Items of each of the last 14 days by their date, oldest first; empty for samples.</summary>
    public IReadOnlyList<SourceDay> Days { get; init; } = [];

    /// <summary>Whether its address has answered well at least once.</summary>
    public bool IsVerified => LastSuccessAt is not null;
}

/// <summary>One day of a source.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Items">Items dated on it.</param>
/// <param name="IsGap">Whether nothing is known of it: the source was watched, but could not be read on that day.</param>
public sealed record SourceDay(DateOnly Day, int Items, bool IsGap);

/// <summary>All sources in numbers.</summary>
/// <param name="Well">Last check went well, and it is not silent.</param>
/// <param name="Failing">Last check failed, or given up.</param>
/// <param name="Waiting">Not checked yet.</param>
/// <param name="Samples">Sample sources (in none of the above).</param>
/// <param name="LastCheckAt">The latest check of any.</param>
public sealed record SourceSummary(int Well, int Failing, int Waiting, int Samples, DateTimeOffset? LastCheckAt)
{
    /// <summary>Answers, but has brought nothing for far longer than usual.</summary>
    public int Silent { get; init; }

    /// <summary>Not asked because a person said so.</summary>
    public int PausedByHand { get; init; }

    /// <summary>Whether there is a line to the outside at all.</summary>
    public OutsideLine Line { get; init; } = OutsideLine.Up;
}

/// <summary>
/// Whether the sources can be reached at all. Where none of three or more is found, answers or answers in time, it is this machine's line that fails and not the outlets.
/// </summary>
/// <param name="IsDown">Whether all fail so.</param>
/// <param name="LastSuccessAt">When any of them was last read; null for never.</param>
public sealed record OutsideLine(bool IsDown, DateTimeOffset? LastSuccessAt)
{
    /// <summary>Some source was reached, or too few were asked to tell.</summary>
    public static OutsideLine Up { get; } = new(false, null);
}

/// <summary>What every page shows of the sources.</summary>
/// <param name="Samples">Sample sources.</param>
/// <param name="LastCheckAt">The latest check of any other.</param>
public sealed record SourceGlance(int Samples, DateTimeOffset? LastCheckAt)
{
    /// <summary>Whether there is a line to the outside at all.</summary>
    public OutsideLine Line { get; init; } = OutsideLine.Up;
}
