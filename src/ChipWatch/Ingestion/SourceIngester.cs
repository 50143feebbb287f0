using System.Diagnostics;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Sources;
using Microsoft.Extensions.Options;

namespace ChipWatch.Ingestion;

/// <summary>Takes one source a step further: its feed, then page after page. The service and the verb `ingest` call the same.</summary>
internal sealed partial class SourceIngester(
    IPageFetcher network,
    SampleFetcher samples,
    ISourceStore sources,
    IArticleStore articles,
    PageReading reading,
    IOptions<IngestionOptions> options,
    TimeProvider clock,
    ILogger<SourceIngester> logger) : IDisposable
{
    private const int WholeTextLength = 1500;
    private const int MostAttempts = 4;
    private const int MostParts = 3;
    private const int MostItems = 2000;
    private readonly PollSchedule schedule = new(options.Value.CheckEvery);

    // A document being read takes many times its size: no more at once than can be worked on
    private readonly SemaphoreSlim desks = new(Environment.ProcessorCount);

    /// <summary>Whether the feed itself carries the article, so that its page need not be asked for.</summary>
    public static bool HasWholeText(PendingItem item) => item.ContentLength > WholeTextLength;

    /// <summary>Takes the next step of a source. Trouble of the outside is noted in the run, never thrown.</summary>
    public async Task StepAsync(SourceRun run, CancellationToken cancellationToken)
    {
        if (run.NeedsCheck)
        {
            var check = await CheckAsync(run.Source, cancellationToken);
            run.Checked(check, await sources.StoreCheckAsync(check, cancellationToken));
        }

        if (run.NeedsPages)
        {
            run.Found(await sources.PendingAsync(run.Source.Id, options.Value.PagesPerRound, cancellationToken));
            return;
        }

        await ReadPageAsync(run, run.NextPage, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => desks.Dispose();

    /// <summary>The samples differ from the outside world in who answers, and in nothing else.</summary>
    private IPageFetcher FetcherOf(DueSource source) => source.IsSample ? samples : network;

    private async Task<SourceCheck> CheckAsync(DueSource source, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var outcome = await FetcherOf(source).FetchAsync(new FetchRequest(source.Url, PurposeOf(source.Kind), source.Validators), cancellationToken);
        var took = clock.GetElapsedTime(began);
        var read = outcome is FetchOutcome.Fetched fetched ? await AtADeskAsync(() => Entries(source, fetched), cancellationToken) : null;
        if (read is FeedOutcome.Read({ Parts.Count: > 0 } index))
        {
            (read, outcome) = await WithPartsAsync(source, index, (FetchOutcome.Fetched)outcome, cancellationToken);
        }

        return CheckOf(source, outcome, read) with { Duration = took, Asked = source.Url };
    }

    /// <summary>What is written for readers and search engines is asked for by the rules of robots.txt; feeds and interfaces are written for programs.</summary>
    private static FetchPurpose PurposeOf(string kind) => kind is "html-listing" or "sitemap" ? FetchPurpose.Page : FetchPurpose.Feed;

    private static FeedOutcome Entries(DueSource source, FetchOutcome.Fetched fetched) =>
        SourceReader.Read(source.Kind, source.Rules, fetched.Body, fetched.ContentType, fetched.FinalUrl);

    /// <summary>An index of sitemaps holds no entries itself: its newest parts do.</summary>
    private async Task<(FeedOutcome? Read, FetchOutcome Outcome)> WithPartsAsync(
        DueSource source, Feed index, FetchOutcome.Fetched fetched, CancellationToken cancellationToken)
    {
        var items = new List<FeedItem>();
        FetchOutcome.Failed? trouble = null;
        foreach (var part in index.Parts.Take(MostParts))
        {
            var outcome = await FetcherOf(source).FetchAsync(new FetchRequest(part, PurposeOf(source.Kind), Validators.None) { FoundOn = source.Url }, cancellationToken);
            if (outcome is FetchOutcome.Fetched answer && await AtADeskAsync(() => Entries(source, answer), cancellationToken) is FeedOutcome.Read(var entries))
            {
                items.AddRange(entries.Items);
            }
            else
            {
                trouble ??= outcome as FetchOutcome.Failed ?? new(FetchFailure.NotAFeed, "A part of this sitemap index is no sitemap.");
            }
        }

        if (items.Count == 0)
        {
            return (null, trouble ?? new(FetchFailure.Empty, "The newest parts of this sitemap index list no pages."));
        }

        // An index that is not whole, or does not say when its parts changed, must be read again even if it stays the same itself.
        var answered = trouble is null && index.ArePartsDated ? fetched : fetched with { Validators = Validators.None };
        return (new FeedOutcome.Read(index with { Items = [.. items.OrderByDescending(item => item.Published ?? DateTimeOffset.MinValue).Take(MostItems)] }), answered);
    }

    private SourceCheck CheckOf(DueSource source, FetchOutcome outcome, FeedOutcome? read) => outcome switch
    {
        FetchOutcome.Fetched fetched => read switch
        {
            FeedOutcome.Read({ Items.Count: 0, Skipped: > 0 }) => Failed(source, new(FetchFailure.NotAFeed, "It looks like a feed, but no entry of it could be read.")),
            FeedOutcome.Read({ Items.Count: 0, Title: null or "" }) => Failed(source, new(FetchFailure.NotAFeed, "It looks like a feed, but has neither a title nor entries.")),
            FeedOutcome.Read(var feed) => Read(source, fetched, feed),
            FeedOutcome.Unreadable unreadable => Failed(source, Unreadable(fetched, unreadable)),
            var other => throw new UnreachableException($"Unknown outcome {other}."),
        },
        FetchOutcome.NotModified(var maxAge) same => Well(
            source with { Rhythm = PollSchedule.Unchanged(source.Rhythm) }, maxAge, source.Validators, [], same.MovedTo) with { WasUnchanged = true },
        FetchOutcome.Failed failure => Failed(source, failure),
        var other => throw new UnreachableException($"Unknown outcome {other}."),
    };

    private SourceCheck Read(DueSource source, FetchOutcome.Fetched fetched, Feed feed)
    {
        var learned = PollSchedule.Learn(feed.Items.Select(item => item.Published).OfType<DateTimeOffset>(), clock.GetUtcNow());
        var wishes = new PollWishes(feed.AskedPause, feed.SkipHours, feed.SkipDays);
        return Well(source with { Rhythm = learned ?? source.Rhythm, Wishes = wishes }, fetched.MaxAge, fetched.Validators, feed.Items, fetched.MovedTo);
    }

    /// <summary>Samples never change: they are due once.</summary>
    private SourceCheck Well(DueSource source, TimeSpan? maxAge, Validators validators, IReadOnlyList<FeedItem> items, Uri? movedTo)
    {
        var next = source.IsSample ? DateTimeOffset.UnixEpoch.AddYears(200) : schedule.AfterSuccess(source.Subject, maxAge, clock.GetUtcNow());
        return new(source.Id, TimeSpan.Zero, next, null, null, validators, items, false, movedTo, false) { Rhythm = source.Rhythm, Wishes = source.Wishes };
    }

    private SourceCheck Failed(DueSource source, FetchOutcome.Failed failure)
    {
        if (failure is { WasAsked: false, RetryAfter: { } rest })
        {
            return new(source.Id, TimeSpan.Zero, clock.GetUtcNow() + rest, failure.Failure, failure.Reason, source.Validators, [], false, null, false) { IsPostponed = true };
        }

        var next = schedule.AfterFailure(source.Subject, source.FailuresInARow, failure.RetryAfter, clock.GetUtcNow());
        return new(source.Id, TimeSpan.Zero, next, failure.Failure, failure.Reason, source.Validators, [], false, null, failure.Failure == FetchFailure.Gone);
    }

    private static FetchOutcome.Failed Unreadable(FetchOutcome.Fetched fetched, FeedOutcome.Unreadable unreadable) => fetched.MovedTo is { } elsewhere
        ? new(FetchFailure.Moved, $"The address leads to {elsewhere.Authority}{elsewhere.AbsolutePath} for good, and what is there is no feed.")
        : new(FetchFailure.NotAFeed, unreadable.Reason);

    private async Task ReadPageAsync(SourceRun run, PendingItem item, CancellationToken cancellationToken)
    {
        var (read, failure) = await ReadItemAsync(run.Source, item, cancellationToken);
        if (read is not null)
        {
            run.Stored(await articles.StoreAsync(item.Id, read, cancellationToken) != StoredAs.Unchanged);
            return;
        }

        var next = NextAttempt(item, failure!);
        if (failure!.WasAsked)
        {
            await sources.ItemFailedAsync(item.Id, failure.Reason, next, cancellationToken);
        }

        PageFailed(logger, run.Source.Id, failure.Failure, failure.Reason);
        if (run.PageFailed(failure))
        {
            await sources.PostponeItemsAsync(run.Source.Id, next ?? clock.GetUtcNow() + WaitOf(failure, 0), cancellationToken);
        }
    }

    private async Task<(ReadArticle? Read, FetchOutcome.Failed? Failure)> ReadItemAsync(DueSource source, PendingItem item, CancellationToken cancellationToken)
    {
        if (HasWholeText(item) && await FromFeedAsync(source, item, cancellationToken) is { } whole)
        {
            return (whole, null);
        }

        var outcome = await FetcherOf(source).FetchAsync(new FetchRequest(item.Url, FetchPurpose.Page, Validators.None) { FoundOn = source.Url }, cancellationToken);
        if (outcome is FetchOutcome.Fetched page && await AtADeskAsync(() => reading.FromPage(source, item, page), cancellationToken) is { } read)
        {
            return (read, null);
        }

        var failure = outcome as FetchOutcome.Failed ?? new FetchOutcome.Failed(FetchFailure.Empty, "The page holds no article.");
        // Where the page is not to be had for good, the feed's own words are better than nothing.
        return NextAttempt(item, failure) is null && await FromFeedAsync(source, item, cancellationToken) is { } teaser ? (teaser, null) : (null, failure);
    }

    private async Task<ReadArticle?> FromFeedAsync(DueSource source, PendingItem item, CancellationToken cancellationToken)
    {
        var content = item.ContentLength > 0 ? await sources.ContentAsync(item.Id, cancellationToken) : null;
        return await AtADeskAsync(() => reading.FromFeed(source, item, content), cancellationToken);
    }

    private async Task<T> AtADeskAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await desks.WaitAsync(cancellationToken);
        try
        {
            return work();
        }
        finally
        {
            desks.Release();
        }
    }

    private DateTimeOffset? NextAttempt(PendingItem item, FetchOutcome.Failed failure) => failure switch
    {
        // Rules that cannot be read now forbid nothing for good
        { Failure: FetchFailure.Robots, StatusCode: null } => null,
        { Failure: FetchFailure.NotFound or FetchFailure.Gone or FetchFailure.AccessDenied or FetchFailure.Challenge or FetchFailure.LoginWall } => null,
        { Failure: FetchFailure.AddressRefused or FetchFailure.ClientError or FetchFailure.Empty or FetchFailure.TooLarge or FetchFailure.Redirects } => null,
        { WasAsked: true } when item.Attempts + 1 >= MostAttempts => null,
        _ => clock.GetUtcNow() + WaitOf(failure, item.Attempts),
    };

    private static TimeSpan WaitOf(FetchOutcome.Failed failure, int attempts) => failure.RetryAfter ?? TimeSpan.FromMinutes(30 * Math.Pow(4, attempts));

    [LoggerMessage(LogLevel.Debug, "A page of {Source} could not be read ({Failure}): {Reason}")]
    private static partial void PageFailed(ILogger logger, string source, FetchFailure failure, string reason);
}
