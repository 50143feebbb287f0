using ChipWatch.Live;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Upkeep;

namespace ChipWatch.Ingestion;

/// <summary>Takes every stored article through the present rules again. Fetches nothing.</summary>
internal sealed class ArticleRetagging(IRetagStore store, ICatalogueStore catalogue, PageReading reading, IStoryGrouper grouper, IngestPermit permit, StoryNotifier notifier)
{
    private const int BatchSize = 40;

    /// <summary>Runs from where the last run was cut off to the end.</summary>
    /// <param name="originals">Also read the kept pages again.</param>
    /// <param name="changed">Told of each article of which the rules now say something else.</param>
    /// <param name="progress">Told of what is done in a stage, and of all that is to be done in it.</param>
    /// <param name="cancellationToken">Ends the run between two batches; the next run goes on there.</param>
    /// <returns>Whether stories were weighed too; false where another ChipWatch reads the sources and does so itself.</returns>
    public async Task<bool> RunAsync(bool originals, Action<RetagChange> changed, Action<RetagStage, int, int> progress, CancellationToken cancellationToken)
    {
        var (all, done) = await store.ProgressAsync(originals, cancellationToken);
        if (done > 0)
        {
            progress(RetagStage.Articles, done, all);
        }

        while (await store.NextAsync(originals, BatchSize, cancellationToken) is { Count: > 0 } batch)
        {
            var again = batch.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(article => Read(article, originals)).ToList();
            foreach (var change in await store.StoreAsync(originals, again, cancellationToken))
            {
                changed(change);
            }

            progress(RetagStage.Articles, done += batch.Count, Math.Max(all, done));
        }

        var weighs = await GroupAsync(progress, cancellationToken);
        await store.FinishAsync(originals, (summed, of) => progress(RetagStage.Stories, summed, of), cancellationToken);
        return weighs;
    }

    /// <summary>Takes some articles through the present rules; those that are gone are left out. Their stories wait for the next grouping.</summary>
    public async Task<IReadOnlyList<RetagChange>> RunAsync(IReadOnlyList<long> some, CancellationToken cancellationToken)
    {
        var changes = new List<RetagChange>();
        foreach (var ids in some.Chunk(BatchSize))
        {
            var batch = await store.LoadAsync(ids, cancellationToken);
            var again = batch.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(article => Read(article, originals: false)).ToList();
            changes.AddRange(await store.StoreAsync(again, cancellationToken));
        }

        return changes;
    }

    /// <summary>Takes the articles through the present rules that were tagged by names of other seeds.</summary>
    /// <inheritdoc cref="RunAsync(bool, Action{RetagChange}, Action{RetagStage, int, int}, CancellationToken)"/>
    public async Task<bool> RunOutdatedAsync(Action<RetagChange> changed, Action<RetagStage, int, int> progress, CancellationToken cancellationToken)
    {
        var (all, done) = ((await catalogue.StandingAsync(cancellationToken)).Outdated, 0);
        while (await store.OutdatedAsync(BatchSize, cancellationToken) is { Count: > 0 } ids)
        {
            foreach (var change in await RunAsync(ids, cancellationToken))
            {
                changed(change);
            }

            progress(RetagStage.Articles, done += ids.Count, Math.Max(done, all));
        }

        return await GroupAsync(progress, cancellationToken);
    }

    /// <summary>Weighs changed articles into their stories.</summary>
    /// <returns>False where another ChipWatch reads the sources and does so itself.</returns>
    public Task<bool> GroupAsync(CancellationToken cancellationToken) => GroupAsync(progress: null, cancellationToken);

    private async Task<bool> GroupAsync(Action<RetagStage, int, int>? progress, CancellationToken cancellationToken)
    {
        var weighs = await permit.EnterAsync(cancellationToken) is not null;
        if (weighs)
        {
            notifier.Tell(await grouper.GroupAsync((weighed, of) => progress?.Invoke(RetagStage.Weighed, weighed, of), cancellationToken));
        }

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

        return new(article.Id, revisions, newest!.Signature) { CatalogueVersion = newest.CatalogueVersion };
    }
}
