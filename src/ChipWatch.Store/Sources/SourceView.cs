using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Store.Sources;

/// <summary>One source whole.</summary>
/// <param name="Line">How it is.</param>
/// <param name="Settings">What a person may change.</param>
/// <param name="FormerUrls">Addresses that it had before, oldest first.</param>
/// <param name="MovedTo">Where permanent redirects of late led to; null for nowhere.</param>
/// <param name="Items">Items of it that are kept.</param>
/// <param name="FailedItems">Those whose page could not be read.</param>
public sealed record SourceView(SourceLine Line, SourceSettings Settings, IReadOnlyList<string> FormerUrls, string? MovedTo, int Items, int FailedItems);

/// <summary>One check of a source, or several of one day that all found it unchanged.</summary>
/// <param name="Id">Its row; rises with time.</param>
/// <param name="At">When; of several, the first.</param>
/// <param name="Failure">Null where it went well.</param>
/// <param name="Cause">The failure in one sentence.</param>
/// <param name="WasUnchanged">Whether the server said that nothing had changed.</param>
/// <param name="SeenItems">Entries of the answer.</param>
/// <param name="NewItems">Entries not seen before.</param>
/// <param name="Duration">How long the answer took; of several, the last.</param>
public sealed record SourceCheckLine(
    long Id, DateTimeOffset At, FetchFailure? Failure, string? Cause, bool WasUnchanged, int SeenItems, int NewItems, TimeSpan Duration)
{
    /// <summary>The last of several; else <see cref="At"/>.</summary>
    public DateTimeOffset LastAt { get; init; } = At;

    /// <summary>How many checks the line stands for.</summary>
    public int Times { get; init; } = 1;
}

/// <summary>How far an item is.</summary>
public enum ItemProgress
{
    /// <summary>Its page is still to be read.</summary>
    Pending,

    /// <summary>Its article is stored.</summary>
    Stored,

    /// <summary>Its page could not be read and is not asked for again.</summary>
    Failed,
}

/// <summary>One item of a source.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Title">The source's headline for it.</param>
/// <param name="Url">Its page.</param>
/// <param name="At">Its date, else when it was first seen.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Cause">Why its page could not be read, so far or for good.</param>
/// <param name="NextAttemptAt">When its page is asked for again; null where it is not.</param>
/// <param name="ArticleId">Its article.</param>
/// <param name="ArticleSlug">Readable tail of the article's address.</param>
public sealed record SourceItemLine(
    long Id,
    string Title,
    string Url,
    DateTimeOffset At,
    ItemProgress Progress,
    string? Cause,
    DateTimeOffset? NextAttemptAt,
    long? ArticleId,
    string? ArticleSlug);
