using System.Globalization;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Seeding;
using ChipWatch.Store.Stories;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Articles;

/// <summary>Batches by id with a marker in the settings, so that a run that was killed goes on where it was.</summary>
internal sealed class RetagStore(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, LiveCatalogue catalogue, TimeProvider clock) : IRetagStore
{
    private const string Marker = "retag.";
    private const string SummedMarker = "retag.summed.";
    private const int StoriesAtOnce = 100;

    /// <inheritdoc/>
    public async Task<(int All, int Done)> ProgressAsync(bool originals, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var after = await AfterAsync(db, originals, cancellationToken);
        return (await db.Articles.CountAsync(cancellationToken), await db.Articles.CountAsync(a => a.Id <= after, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredArticle>> NextAsync(bool originals, int count, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var after = await AfterAsync(db, originals, cancellationToken);
        return await LoadAsync(db, db.Articles.AsNoTracking().Where(a => a.Id > after).OrderBy(a => a.Id).Take(count), originals, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredArticle>> LoadAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await LoadAsync(db, db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)), originals: false, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> OlderAsync(IReadOnlyList<long> ids, long version, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Articles.Where(a => ids.Contains(a.Id) && a.CatalogueVersion < version).Select(a => a.Id).ToListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> OutdatedAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var seeds = await db.CatalogueVersions.Where(v => v.ChangeId == null).MaxAsync(v => (long?)v.Id, cancellationToken) ?? 0;
        return await db.Articles.Where(a => a.CatalogueVersion < seeds).OrderBy(a => a.Id).Select(a => a.Id).Take(count).ToListAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<StoredArticle>> LoadAsync(ChipWatchDb db, IQueryable<ArticleRow> wanted, bool originals, CancellationToken cancellationToken)
    {
        var articles = await wanted.Join(db.Outlets, a => a.OutletId, o => o.Id, (a, o) => new { Article = a, Outlet = o.Name }).ToListAsync(cancellationToken);
        var ids = articles.Select(a => a.Article.Id).ToList();
        var newest = articles.Select(a => a.Article.RevisionId).ToList();
        var revisions = await db.Revisions.AsNoTracking().Where(r => ids.Contains(r.ArticleId) && (originals || newest.Contains(r.Id))).OrderBy(r => r.Number)
            .Select(r => new { r.ArticleId, r.Id, r.Title, r.Body.Text, r.Body.Blocks, r.Body.Links, Original = originals ? r.Body.Original : null, r.Body.OriginalType })
            .ToListAsync(cancellationToken);
        var byArticle = revisions.ToLookup(r => r.ArticleId);
        return [.. articles.OrderBy(a => a.Article.Id).Select(a => new StoredArticle(
            a.Article.Id,
            a.Article.Url,
            a.Article.SourceId,
            a.Outlet,
            a.Article.Language,
            a.Article.PublishedAt,
            a.Article.FirstSeenAt,
            [.. byArticle[a.Article.Id].Select(r => new StoredRevision(
                r.Id, r.Title, r.Text, StoredJson.ReadList<Block>(r.Blocks), r.Original is { } packed ? Originals.Unpack(packed) : (ReadOnlyMemory<byte>?)null, r.OriginalType) { Links = StoredJson.ReadList<BodyLink>(r.Links) })]))];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RetagChange>> StoreAsync(bool originals, IReadOnlyList<RetaggedArticle> batch, CancellationToken cancellationToken) =>
        StoreAsync(batch, Marker + originals, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RetagChange>> StoreAsync(IReadOnlyList<RetaggedArticle> some, CancellationToken cancellationToken) =>
        StoreAsync(some, marker: null, cancellationToken);

    private async Task<IReadOnlyList<RetagChange>> StoreAsync(IReadOnlyList<RetaggedArticle> batch, string? marker, CancellationToken cancellationToken)
    {
        var changes = new List<RetagChange>();
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var again in batch)
        {
            var article = await db.Articles.SingleOrDefaultAsync(a => a.Id == again.Id, cancellationToken);
            if (article is not null && again.Revisions is [.., var newest] && article.RevisionId == newest.RevisionId
                && await StoreAsync(db, article, again, cancellationToken) is { } change)
            {
                changes.Add(change);
            }

            // What was written need not be looked through for changes again with each further article.
            db.ChangeTracker.Clear();
        }

        if (marker is not null)
        {
            await NoteAsync(db, marker, batch[^1].Id, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changes;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> CreditingAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var asked = names.Select(OutletAliases.KeyOf).ToHashSet(StringComparer.Ordinal);
        var outlets = (await db.Outlets.AsNoTracking().ToListAsync(cancellationToken)).Where(outlet => asked.Contains(OutletAliases.KeyOf(outlet.Name))).Select(outlet => outlet.Id).ToList();
        var found = await db.Articles.Where(a => outlets.Contains(a.OutletId)).Select(a => a.Id).ToListAsync(cancellationToken);
        await foreach (var told in db.Events.AsNoTracking().Where(e => e.ReportedBy != "[]").Select(e => new { e.ArticleId, e.ReportedBy }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (StoredJson.ReadList<string>(told.ReportedBy).Any(name => asked.Contains(OutletAliases.KeyOf(name))))
            {
                found.Add(told.ArticleId);
            }
        }

        return [.. found.Distinct().Order()];
    }

    /// <inheritdoc/>
    public async Task SumUpAsync(IReadOnlyList<long> articles, CancellationToken cancellationToken)
    {
        foreach (var some in articles.Chunk(StoriesAtOnce))
        {
            using var turn = await gate.EnterAsync(cancellationToken);
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var stories = await db.Articles.Where(a => some.Contains(a.Id) && a.StoryId != null).Select(a => a.StoryId!.Value).Distinct().ToListAsync(cancellationToken);
            await StoryRefresh.RunAsync(db, catalogue.Current.Outlets, stories, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task FinishAsync(bool originals, Action<int, int>? progress, CancellationToken cancellationToken)
    {
        await using var names = await databases.CreateDbContextAsync(cancellationToken);
        var summed = SummedMarker + originals;
        var after = await NumberAsync(names, summed, cancellationToken);
        var (all, done) = (await names.Stories.CountAsync(cancellationToken), await names.Stories.CountAsync(s => s.Id <= after, cancellationToken));
        while (await names.Stories.Where(s => s.Id > after).OrderBy(s => s.Id).Select(s => s.Id).Take(StoriesAtOnce).ToListAsync(cancellationToken) is { Count: > 0 } some)
        {
            using var turn = await gate.EnterAsync(cancellationToken);
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // What has lost its articles meanwhile is left to him who took them.
            var held = await db.Stories.Where(s => some.Contains(s.Id) && db.Articles.Any(a => a.StoryId == s.Id)).Select(s => s.Id).ToListAsync(cancellationToken);
            await StoryRefresh.RunAsync(db, catalogue.Current.Outlets, held, cancellationToken);
            await NoteAsync(db, summed, after = some[^1], cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            progress?.Invoke(done += some.Count, Math.Max(all, done));
        }

        using var last = await gate.EnterAsync(cancellationToken);
        await using var counting = await names.Database.BeginTransactionAsync(cancellationToken);
        await StoreSetup.RecountAsync(names, cancellationToken);
        await names.Settings.Where(s => s.Key.StartsWith(Marker)).ExecuteDeleteAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await names.CatalogueVersions.Where(v => v.SettledAt == null && !names.Articles.Any(a => a.CatalogueVersion < v.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(v => v.SettledAt, now), cancellationToken);
        await counting.CommitAsync(cancellationToken);
    }

    private static Task<long> AfterAsync(ChipWatchDb db, bool originals, CancellationToken cancellationToken) => NumberAsync(db, Marker + originals, cancellationToken);

    private static async Task<long> NumberAsync(ChipWatchDb db, string key, CancellationToken cancellationToken) =>
        long.TryParse(await db.Settings.Where(s => s.Key == key).Select(s => s.Value).SingleOrDefaultAsync(cancellationToken), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static async Task NoteAsync(ChipWatchDb db, string key, long number, CancellationToken cancellationToken)
    {
        await db.Settings.Where(s => s.Key == key).ExecuteDeleteAsync(cancellationToken);
        db.Settings.Add(new SettingRow { Key = key, Value = number.ToString(CultureInfo.InvariantCulture) });
    }

    private static async Task<RetagChange?> StoreAsync(ChipWatchDb db, ArticleRow article, RetaggedArticle again, CancellationToken cancellationToken)
    {
        var text = await ReplaceTextsAsync(db, article, again, cancellationToken);
        var tags = again.Revisions[^1].Tags;
        if (!text && await ArticleFacts.HoldAsync(db, article, tags, again.Signature, cancellationToken))
        {
            await ProposalWriter.ReplaceAsync(db, article, tags.Names, cancellationToken);
            await SaveAsync(db, article, again.CatalogueVersion, cancellationToken);
            return null;
        }

        var oldTags = (await db.Tags.Where(t => t.ArticleId == article.Id).Select(t => new { t.Facet, t.TagId }).ToListAsync(cancellationToken)).Select(t => Name(t.Facet, t.TagId)).ToList();
        var newTags = tags.Companies.Select(t => Name(TagFacet.Company, t.Id)).Concat(tags.Chips.Select(t => Name(TagFacet.Chip, t.Id))).Concat(tags.Topics.Select(t => Name(TagFacet.Topic, t.Id))).ToList();
        var numbers = await db.Quantities.CountAsync(q => q.ArticleId == article.Id, cancellationToken);
        var (oldEvent, newEvent) = (EventOf(article.EventType, article.Status), EventOf(tags.Event?.Type, tags.Event?.Status));
        var reason = article.StoryReason;
        await ArticleFacts.ReplaceAsync(db, article, tags, again.Signature, cancellationToken);
        var change = new RetagChange(
            article.Id,
            article.Title,
            [.. newTags.Except(oldTags)],
            [.. oldTags.Except(newTags)],
            oldEvent == newEvent ? null : $"{oldEvent} → {newEvent}",
            tags.Quantities.Count - numbers,
            text);
        var isChanged = change.Text || change.Event is not null || change.Added.Count + change.Removed.Count > 0 || change.Numbers != 0;
        // What says the same is not weighed again with its story.
        article.StoryReason = isChanged ? null : reason;
        await SaveAsync(db, article, again.CatalogueVersion, cancellationToken);
        return isChanged ? change : null;
    }

    private static async Task SaveAsync(ChipWatchDb db, ArticleRow article, long version, CancellationToken cancellationToken)
    {
        await CatalogueStore.NoteVersionAsync(db, article, version, cancellationToken);
        var body = await db.Revisions.Where(r => r.Id == article.RevisionId).Select(r => new { r.Title, r.Body.Text }).SingleAsync(cancellationToken);
        await db.IndexAsync(article.Id, body.Title, body.Text, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Puts what better rules read of the originals in the place of the texts, and tells the changes between them again.</summary>
    private static async Task<bool> ReplaceTextsAsync(ChipWatchDb db, ArticleRow article, RetaggedArticle again, CancellationToken cancellationToken)
    {
        var isChanged = false;
        ArticleState? before = null;
        foreach (var revision in again.Revisions)
        {
            if (revision.Article is not { } read)
            {
                before = null;
                continue;
            }

            var hash = ArticleStore.HashOf(read.Title, read.Text);
            if (!await db.Revisions.AnyAsync(r => r.Id == revision.RevisionId && r.ContentHash == hash, cancellationToken))
            {
                isChanged |= revision == again.Revisions[^1];
                await db.Revisions.Where(r => r.Id == revision.RevisionId).ExecuteUpdateAsync(
                    row => row.SetProperty(r => r.Title, read.Title).SetProperty(r => r.Byline, read.Byline).SetProperty(r => r.Image, read.Image)
                        .SetProperty(r => r.Words, ArticleStore.CountWords(read)).SetProperty(r => r.ContentHash, hash),
                    cancellationToken);
            }

            await db.RevisionBodies.Where(b => b.RevisionId == revision.RevisionId).ExecuteUpdateAsync(
                row => row.SetProperty(b => b.Text, read.Text).SetProperty(b => b.Blocks, StoredJson.Write(read.Blocks)).SetProperty(b => b.Links, StoredJson.Write(read.Links)).SetProperty(b => b.Html, read.Html),
                cancellationToken);
            var now = new ArticleState(read.Title, read.Text, read.Blocks, read.Language ?? article.Language, revision.Tags.Event?.Status, revision.Tags.Quantities);
            if (before is not null && RevisionReader.Compare(before, now) is { } reading)
            {
                var told = StoredJson.Write(reading.Changes);
                await db.Revisions.Where(r => r.Id == revision.RevisionId).ExecuteUpdateAsync(
                    row => row.SetProperty(r => r.Changes, told).SetProperty(r => r.WordsRemoved, reading.WordsRemoved).SetProperty(r => r.WordsAdded, reading.WordsAdded),
                    cancellationToken);
            }

            before = now;
        }

        if (isChanged)
        {
            article.Title = again.Revisions[^1].Article!.Title;
            article.Slug = Slug.Of(article.Title);
        }

        return isChanged;
    }

    private static string Name(TagFacet facet, string id) => $"{facet.ToString().ToLowerInvariant()}:{id}";

    private static string EventOf(EventType? type, EventStatus? status) =>
        type is null && status is null ? "none" : $"{type?.ToString().ToLowerInvariant()}/{status?.ToString().ToLowerInvariant()}";
}
