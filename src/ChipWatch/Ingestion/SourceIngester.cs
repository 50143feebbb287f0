using System.Diagnostics;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Sources;
using Microsoft.Extensions.Options;

namespace ChipWatch.Ingestion;

/// <summary>What one source brought in a round.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Items">Entries of the feed.</param>
/// <param name="NewItems">Entries not seen before.</param>
/// <param name="Articles">Articles stored or revised.</param>
/// <param name="Failure">The kind of failure of the check itself.</param>
/// <param name="Error">That failure, or the last of its pages, in one sentence.</param>
/// <param name="Unchanged">Whether the server said 304.</param>
public sealed record SourceResult(string Source, int Items, int NewItems, int Articles, FetchFailure? Failure, string? Error, bool Unchanged);

/// <summary>Takes one source through all the steps: feed, items, pages, articles. The service and the verb `ingest` call the same.</summary>
internal sealed partial class SourceIngester(
    IPageFetcher network,
    SampleFetcher samples,
    ISourceStore sources,
    IArticleStore articles,
    PageReading reading,
    IOptions<IngestionOptions> options,
    TimeProvider clock,
    ILogger<SourceIngester> logger)
{
    private const int FullTextLength = 1500;
    private const int MostAttempts = 4;
    private const int ParseFailuresBeforePause = 10;
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(24);

    /// <summary>The samples differ from the outside world in who answers, and in nothing else.</summary>
    private IPageFetcher FetcherOf(DueSource source) => source.IsSample ? samples : network;

    /// <summary>Checks a source and reads its pending pages. Trouble of the outside is in the result, never thrown.</summary>
    public async Task<SourceResult> IngestAsync(DueSource source, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var outcome = await FetcherOf(source).FetchAsync(new FetchRequest(source.Url, FetchPurpose.Feed, source.Validators), cancellationToken);
        var check = CheckOf(source, outcome, clock.GetElapsedTime(began));
        var added = await sources.StoreCheckAsync(check, cancellationToken);
        var (stored, trouble) = await ReadPagesAsync(source, cancellationToken);
        return new(source.Id, check.Items.Count, added, stored, check.Failure, check.Cause ?? trouble, check.WasUnchanged);
    }

    private SourceCheck CheckOf(DueSource source, FetchOutcome outcome, TimeSpan duration) => outcome switch
    {
        FetchOutcome.Fetched fetched => FeedReader.Read(fetched.Body, fetched.ContentType, fetched.FinalUrl) switch
        {
            FeedOutcome.Read(var feed) => new(
                source.Id, duration, Next(source, fetched.MaxAge, feed.AskedPause), null, null, fetched.Validators, feed.Items, false, fetched.MovedTo, false),
            FeedOutcome.Unreadable(var reason, _) => Failed(source, duration, FetchFailure.NotAFeed, reason, null),
            var other => throw new UnreachableException($"Unknown outcome {other}."),
        },
        FetchOutcome.NotModified(var maxAge) => new(
            source.Id, duration, Next(source, maxAge, null), null, null, source.Validators, [], true, null, false),
        FetchOutcome.Failed(var failure, var reason, _, var retryAfter) => Failed(source, duration, failure, reason, retryAfter),
        var other => throw new UnreachableException($"Unknown outcome {other}."),
    };

    private SourceCheck Failed(DueSource source, TimeSpan duration, FetchFailure failure, string reason, TimeSpan? retryAfter)
    {
        var backOff = TimeSpan.FromTicks((long)Math.Min(
            LongestBackOff.Ticks, options.Value.CheckEvery.Ticks * Math.Pow(2, Math.Min(source.FailuresInARow, 16))));
        var pause = failure == FetchFailure.Gone || (failure == FetchFailure.NotAFeed && source.FailuresInARow + 1 >= ParseFailuresBeforePause);
        var next = clock.GetUtcNow() + (retryAfter > backOff ? retryAfter.Value : backOff);
        return new(source.Id, duration, next, failure, reason, source.Validators, [], false, null, pause);
    }

    /// <summary>The configured pause, or the longer one that server or feed ask for, up to a day. Samples never change: they are due once.</summary>
    private DateTimeOffset Next(DueSource source, TimeSpan? maxAge, TimeSpan? asked)
    {
        if (source.IsSample)
        {
            return DateTimeOffset.UnixEpoch.AddYears(200);
        }

        var pause = new[] { options.Value.CheckEvery, maxAge ?? TimeSpan.Zero, asked ?? TimeSpan.Zero }.Max();
        return clock.GetUtcNow() + (pause < LongestBackOff ? pause : LongestBackOff);
    }

    private async Task<(int Stored, string? Trouble)> ReadPagesAsync(DueSource source, CancellationToken cancellationToken)
    {
        var stored = 0;
        string? trouble = null;
        foreach (var item in await sources.PendingAsync(source.Id, options.Value.PagesPerRound, cancellationToken))
        {
            var (read, failure) = await ReadItemAsync(source, item, cancellationToken);
            if (read is not null)
            {
                stored += await articles.StoreAsync(item.Id, read, cancellationToken) == StoredAs.Unchanged ? 0 : 1;
                continue;
            }

            trouble = failure!.Reason;
            await sources.ItemFailedAsync(item.Id, failure.Reason, NextAttempt(item, failure), cancellationToken);
            PageFailed(logger, source.Id, failure.Failure, failure.Reason);
            if (failure.Failure is FetchFailure.RateLimited or FetchFailure.Dns or FetchFailure.Connection or FetchFailure.Timeout)
            {
                // The host is in trouble or asks for a rest: its other pages wait for the next round.
                break;
            }
        }

        return (stored, trouble);
    }

    private async Task<(ReadArticle? Read, FetchOutcome.Failed? Failure)> ReadItemAsync(DueSource source, PendingItem item, CancellationToken cancellationToken)
    {
        if (item.ContentHtml is { Length: > FullTextLength } && reading.FromFeed(source, item) is { } whole)
        {
            return (whole, null);
        }

        var outcome = await FetcherOf(source).FetchAsync(new FetchRequest(item.Url, FetchPurpose.Page, Validators.None) { FoundOn = source.Url }, cancellationToken);
        if (outcome is FetchOutcome.Fetched page && reading.FromPage(source, item, page) is { } read)
        {
            return (read, null);
        }

        var failure = outcome as FetchOutcome.Failed ?? new FetchOutcome.Failed(FetchFailure.Empty, "The page holds no article.");
        // Where the page is not to be had for good, the feed's own words are better than nothing.
        return NextAttempt(item, failure) is null && reading.FromFeed(source, item) is { } teaser ? (teaser, null) : (null, failure);
    }

    private DateTimeOffset? NextAttempt(PendingItem item, FetchOutcome.Failed failure) => failure.Failure switch
    {
        FetchFailure.NotFound or FetchFailure.Gone or FetchFailure.Robots or FetchFailure.AccessDenied or FetchFailure.Challenge
            or FetchFailure.AddressRefused or FetchFailure.ClientError or FetchFailure.Empty or FetchFailure.TooLarge => null,
        _ when item.Attempts + 1 >= MostAttempts => null,
        _ => clock.GetUtcNow() + (failure.RetryAfter ?? TimeSpan.FromMinutes(30 * Math.Pow(4, item.Attempts))),
    };

    [LoggerMessage(LogLevel.Debug, "A page of {Source} could not be read ({Failure}): {Reason}")]
    private static partial void PageFailed(ILogger logger, string source, FetchFailure failure, string reason);
}
