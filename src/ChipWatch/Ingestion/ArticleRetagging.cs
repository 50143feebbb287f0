using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Upkeep;

namespace ChipWatch.Ingestion;

/// <summary>Takes every stored article through the present rules again. Fetches nothing.</summary>
internal sealed class ArticleRetagging(IRetagStore store, PageReading reading, IStoryGrouper grouper, IngestPermit permit)
{
    private const int BatchSize = 40;

    /// <summary>Runs from where the last run was cut off to the end.</summary>
    /// <param name="originals">Also read the kept pages again.</param>
    /// <param name="changed">Told of each article of which the rules now say something else.</param>
    /// <param name="progress">Told of articles done and of all.</param>
    /// <param name="cancellationToken">Ends the run between two batches; the next run goes on there.</param>
    /// <returns>Whether stories were weighed too; false where another ChipWatch reads the sources and does so itself.</returns>
    public async Task<bool> RunAsync(bool originals, Action<RetagChange> changed, Action<int, int> progress, CancellationToken cancellationToken)
    {
        var (all, done) = await store.ProgressAsync(originals, cancellationToken);
        while (await store.NextAsync(originals, BatchSize, cancellationToken) is { Count: > 0 } batch)
        {
            var again = batch.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(article => Read(article, originals)).ToList();
            foreach (var change in await store.StoreAsync(originals, again, cancellationToken))
            {
                changed(change);
            }

            progress(done += batch.Count, Math.Max(all, done));
        }

        var weighs = await permit.EnterAsync(cancellationToken) is not null;
        if (weighs)
        {
            await grouper.GroupAsync(cancellationToken);
        }

        await store.FinishAsync(cancellationToken);
        return weighs;
    }

    private RetaggedArticle Read(StoredArticle article, bool originals)
    {
        var revisions = new List<RereadRevision>();
        ReadArticle? newest = null;
        foreach (var revision in article.Revisions)
        {
            var page = originals && revision.Original is { } original
                ? new FetchOutcome.Fetched(new Uri(article.Url), original, revision.OriginalType, Validators.None) : null;
            var extracted = page is null ? null : reading.Again(article, revision, page);
            newest = extracted ?? reading.Again(article, revision);
            revisions.Add(new(revision.Id, extracted?.Article, newest.Tags));
        }

        return new(article.Id, revisions, newest!.Signature);
    }
}
