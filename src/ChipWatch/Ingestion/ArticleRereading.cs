using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Sources;
using Microsoft.Extensions.Options;

namespace ChipWatch.Ingestion;

/// <summary>Reads articles again that are due for it, politely and conditionally, and stores what changed as revisions.</summary>
internal sealed partial class ArticleRereading(
    IPageFetcher network,
    IRereadingStore rereadings,
    IArticleStore articles,
    PageReading reading,
    RereadSchedule schedule,
    IOptions<RereadingOptions> options,
    IOptions<IngestionOptions> ingestion,
    TimeProvider clock,
    ILogger<ArticleRereading> logger)
{
    /// <summary>One pass over what is due; then original pages that were kept long enough go.</summary>
    /// <param name="only">The one source that the round is for: then nothing is read again; null for a round over all.</param>
    /// <param name="cancellationToken">Ends the pass between two articles.</param>
    /// <returns>How many articles have a new revision.</returns>
    public async Task<int> RunAsync(string? only, CancellationToken cancellationToken)
    {
        var due = options.Value.Enabled && only is null ? await rereadings.DueAsync(options.Value.PagesPerRound, cancellationToken) : [];
        var revised = 0;
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = ingestion.Value.MaxAtOnce, CancellationToken = cancellationToken },
            async (article, stop) =>
            {
                if (await TryReadAsync(article, stop) == StoredAs.Revised)
                {
                    Interlocked.Increment(ref revised);
                }
            });
        await rereadings.ForgetOriginalsAsync(cancellationToken);
        if (due.Count > 0)
        {
            PassEnded(logger, due.Count, revised);
        }

        return revised;
    }

    private async Task<StoredAs> TryReadAsync(DueRereading article, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(article, cancellationToken);
        }
#pragma warning disable CA1031 // a bug met in one article must not cost the others their turn
        catch (Exception cause) when (cause is not IOException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            ArticleFailed(logger, cause, article.ArticleId);
            await DoneAsync(article, article.Url, article.Validators, "An error of the program; the log says more.", cancellationToken);
            return StoredAs.Unchanged;
        }
    }

    private async Task<StoredAs> ReadAsync(DueRereading article, CancellationToken cancellationToken)
    {
        var outcome = await network.FetchAsync(
            new FetchRequest(article.Url, FetchPurpose.Page, article.Validators) { FoundOn = article.SourceUrl }, cancellationToken);
        switch (outcome)
        {
            case FetchOutcome.NotModified same:
                await DoneAsync(article, same.MovedTo ?? article.Url, article.Validators, null, cancellationToken);
                return StoredAs.Unchanged;
            case FetchOutcome.Fetched page:
                var (storedAs, cause) = await StoreAsync(article, page, cancellationToken);
                await DoneAsync(article, page.MovedTo ?? article.Url, cause is null ? page.Validators : article.Validators, cause, cancellationToken);
                return storedAs;
            default:
                await FailedAsync(article, (FetchOutcome.Failed)outcome, cancellationToken);
                return StoredAs.Unchanged;
        }
    }

    private async Task<(StoredAs StoredAs, string? Cause)> StoreAsync(DueRereading article, FetchOutcome.Fetched page, CancellationToken cancellationToken)
    {
        if (Read(article, page) is not { } read || await rereadings.NewestAsync(article.ArticleId, cancellationToken) is not { } stored)
        {
            return (StoredAs.Unchanged, "The page holds no article any more.");
        }

        // A reader that became better since must not look like a page that changed: the page of then is read by the reader of now.
        var old = stored.Original is { } original
            && Read(article, new FetchOutcome.Fetched(article.Url, original, stored.OriginalType, Validators.None)) is { } again
                ? PageReading.StateOf(Titled(again, article)) : stored.State;
        var verdict = SameArticle.Judge(old, PageReading.StateOf(read));
        read = Titled(read, article);
        var now = PageReading.StateOf(read);
        if (RevisionReader.IsSame(old, now))
        {
            await articles.NoteAddressAsync(article.ArticleId, read.CanonicalUrl, cancellationToken);
            return (StoredAs.Unchanged, null);
        }

        return verdict switch
        {
            SameArticleVerdict.Another => (StoredAs.Unchanged, "The address now shows something else; the article as it was read stays."),
            SameArticleVerdict.Teaser => (StoredAs.Unchanged, "The page now shows only its beginning; the article as it was read stays."),
            _ => (await articles.StoreAgainAsync(article.ArticleId, read, cancellationToken), null),
        };
    }

    /// <summary>A page without a headline keeps the one that its feed gave.</summary>
    private static ReadArticle Titled(ReadArticle read, DueRereading article) =>
        read.Article.Title.Length > 0 ? read : read with { Article = read.Article with { Title = article.Title } };

    private ReadArticle? Read(DueRereading article, FetchOutcome.Fetched page) => reading.FromPage(
        new DueSource(article.SourceId, article.Outlet, "", article.SourceUrl, article.Language, false, Validators.None, 0),
        new PendingItem(0, article.Url, "", article.PublishedAt, null, null, 0, article.FirstSeenAt, 0),
        page);

    private Task DoneAsync(DueRereading article, Uri url, Validators validators, string? cause, CancellationToken cancellationToken) => rereadings.StoreCheckAsync(
        new(article.ArticleId, url, validators, schedule.Next(article.PublishedAt, article.FirstSeenAt, clock.GetUtcNow()), cause), cancellationToken);

    /// <summary>A page that is gone for good is not asked for again; other trouble may pass.</summary>
    private Task FailedAsync(DueRereading article, FetchOutcome.Failed failure, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var next = failure.Failure switch
        {
            FetchFailure.Gone or FetchFailure.Robots or FetchFailure.AddressRefused or FetchFailure.AccessDenied => null,
            FetchFailure.NotFound or FetchFailure.Challenge or FetchFailure.ClientError or FetchFailure.Empty or FetchFailure.TooLarge
                => schedule.Next(article.PublishedAt, article.FirstSeenAt, now),
            _ => schedule.NextTry(article.FirstSeenAt, now, failure.RetryAfter),
        };
        return rereadings.StoreCheckAsync(new(article.ArticleId, article.Url, article.Validators, next, failure.Reason), cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Read {Articles} articles again: {Revised} changed")]
    private static partial void PassEnded(ILogger logger, int articles, int revised);

    [LoggerMessage(LogLevel.Error, "Reading article {Article} again met an error of the program")]
    private static partial void ArticleFailed(ILogger logger, Exception cause, long article);
}
