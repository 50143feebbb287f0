using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Sources;

namespace ChipWatch.Store.Sources;

/// <summary>A source as a round needs it.</summary>
public sealed record DueSource(string Id, string Name, string Kind, Uri Url, string? Language, bool IsSample, Validators Validators, int FailuresInARow)
{
    /// <summary>Whether it is to be asked now; else only pages of its items are to be read.</summary>
    public bool IsCheckDue { get; init; } = true;

    /// <summary>How to read it where it is no feed.</summary>
    public SourceRules? Rules { get; init; }

    /// <summary>The rhythm that a person set.</summary>
    public TimeSpan? CheckEvery { get; init; }

    /// <summary>The rhythm learned so far.</summary>
    public TimeSpan? Rhythm { get; init; }

    /// <summary>What its feed asked for when it was last read.</summary>
    public PollWishes Wishes { get; init; } = PollWishes.None;

    /// <summary>What decides how often it is polled.</summary>
    public PollSubject Subject => new(Id, CheckEvery, Rhythm, Wishes);
}

/// <summary>An item whose page is to be read. Its full text, where the feed has one, is asked for apart: <see cref="ISourceStore.ContentAsync"/>.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Url">Its page.</param>
/// <param name="Title">The feed's headline.</param>
/// <param name="Published">The feed's date.</param>
/// <param name="Author">The feed's author.</param>
/// <param name="Summary">The feed's short text.</param>
/// <param name="ContentLength">Characters of the feed's full text; 0 where it has none.</param>
/// <param name="FirstSeenAt">When it was first seen.</param>
/// <param name="Attempts">Reads that failed so far.</param>
public sealed record PendingItem(
    long Id,
    Uri Url,
    string Title,
    DateTimeOffset? Published,
    string? Author,
    string? Summary,
    int ContentLength,
    DateTimeOffset FirstSeenAt,
    int Attempts);

/// <summary>What one check of a source came to.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="NextCheckAt">When to look again.</param>
/// <param name="Failure">The kind of failure; null where it went well.</param>
/// <param name="Cause">The failure in one sentence.</param>
/// <param name="Validators">To ask again by; kept as they were after a failure.</param>
/// <param name="Items">The feed's entries; empty when unchanged.</param>
/// <param name="WasUnchanged">Whether the server said 304.</param>
/// <param name="MovedTo">Where permanent redirects led this time; becomes the address when seen on three checks.</param>
/// <param name="Pause">Whether the source is not to be asked any more.</param>
public sealed record SourceCheck(
    string SourceId,
    TimeSpan Duration,
    DateTimeOffset NextCheckAt,
    FetchFailure? Failure,
    string? Cause,
    Validators Validators,
    IReadOnlyList<FeedItem> Items,
    bool WasUnchanged,
    Uri? MovedTo,
    bool Pause)
{
    /// <summary>The address that was asked; what came of another address than the present one is no ground to ask that one conditionally.</summary>
    public Uri? Asked { get; init; }

    /// <summary>Whether nothing was asked, because the host wanted a rest: the source is due again after it, and is no worse than before.</summary>
    public bool IsPostponed { get; init; }

    /// <summary>The rhythm as it is known now; null where nothing is known.</summary>
    public TimeSpan? Rhythm { get; init; }

    /// <summary>What the feed asks for.</summary>
    public PollWishes Wishes { get; init; } = PollWishes.None;
}

/// <summary>Writes what a round finds out about sources and their items.</summary>
public interface ISourceStore
{
    /// <summary>Sources to check, and those with pages to read; longest due first.</summary>
    /// <param name="all">Also those that are not due; paused ones never.</param>
    /// <param name="only">One source, due or not, paused or not; null for all.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<DueSource>> DueAsync(bool all, string? only, CancellationToken cancellationToken);

    /// <summary>Stores a check with its items in one transaction: validators never without the items they stand for.</summary>
    /// <returns>How many items are new; 0 where the source was removed meanwhile.</returns>
    Task<int> StoreCheckAsync(SourceCheck check, CancellationToken cancellationToken);

    /// <summary>Items of a source whose page is to be read now, oldest first.</summary>
    Task<IReadOnlyList<PendingItem>> PendingAsync(string sourceId, int limit, CancellationToken cancellationToken);

    /// <summary>The full text that the feed gave for an item; null where it gave none.</summary>
    Task<string?> ContentAsync(long itemId, CancellationToken cancellationToken);

    /// <summary>Stores that an item's page could not be read.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="cause">One sentence.</param>
    /// <param name="nextAttemptAt">When to try again; null for never.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    Task ItemFailedAsync(long itemId, string cause, DateTimeOffset? nextAttemptAt, CancellationToken cancellationToken);

    /// <summary>Lets all pages of a source that are to be read wait: their host is in trouble or asks for a rest. Counts as no attempt.</summary>
    Task PostponeItemsAsync(string sourceId, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>When the next source is due; null where none is switched on.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);
}
