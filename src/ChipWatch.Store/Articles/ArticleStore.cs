using System.Security.Cryptography;
using System.Text;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Articles;

/// <summary>Writes articles and their revisions through EF Core, each in one transaction.</summary>
internal sealed class ArticleStore(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, StoreOptions options, RereadSchedule schedule, TimeProvider clock) : IArticleStore
{
    /// <inheritdoc/>
    public async Task<StoredAs> StoreAsync(long itemId, ReadArticle read, CancellationToken cancellationToken)
    {
        var state = Prepare(read);
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var known = await db.Items.Where(i => i.Id == itemId).Select(i => i.ArticleId).SingleOrDefaultAsync(cancellationToken);
        var article = await ArticleIdentity.FindAsync(db, known, read, state.Hash, cancellationToken);
        var storedAs = article is null ? StoredAs.New
            // The feed's own words never take the place of a page that was read.
            : read.Page is null && await db.Rereadings.AnyAsync(r => r.ArticleId == article.Id, cancellationToken) ? StoredAs.Unchanged
            : await ReviseAsync(db, article, state, cancellationToken);
        if (article is null)
        {
            article = await AddArticleAsync(db, read, cancellationToken);
            await AddRevisionAsync(db, article, state, 1, new([], 0, 0), cancellationToken);
        }
        else
        {
            await ArticleIdentity.NoteAddressAsync(db, article, read.CanonicalUrl, moves: article.Id == known, clock.GetUtcNow(), cancellationToken);
        }

        await db.Items.Where(i => i.Id == itemId).ExecuteUpdateAsync(
            item => item.SetProperty(i => i.State, ItemState.Stored).SetProperty(i => i.ArticleId, article.Id)
                .SetProperty(i => i.ContentHtml, (string?)null).SetProperty(i => i.Cause, (string?)null),
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return storedAs;
    }

    /// <inheritdoc/>
    public async Task<StoredAs> StoreAgainAsync(long articleId, ReadArticle read, CancellationToken cancellationToken)
    {
        var state = Prepare(read);
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Articles.SingleOrDefaultAsync(a => a.Id == articleId, cancellationToken) is not { } article)
        {
            return StoredAs.Unchanged; // removed while its page was read
        }

        await ArticleIdentity.NoteAddressAsync(db, article, read.CanonicalUrl, moves: true, clock.GetUtcNow(), cancellationToken);
        var storedAs = await ReviseAsync(db, article, state, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return storedAs;
    }

    /// <inheritdoc/>
    public async Task NoteAddressAsync(long articleId, string url, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Articles.AnyAsync(a => a.Id == articleId && a.Url == url, cancellationToken))
        {
            return;
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Articles.SingleOrDefaultAsync(a => a.Id == articleId, cancellationToken) is { } article)
        {
            await ArticleIdentity.NoteAddressAsync(db, article, url, moves: true, clock.GetUtcNow(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private NewState Prepare(ReadArticle read) => new(
        read,
        HashOf(read.Article.Title, read.Article.Text),
        read.Original is { } page && options.KeepOriginals > 0 ? Originals.Pack(page.Span) : null);

    /// <summary>The exact words of a state: equal hashes need no further look.</summary>
    internal static byte[] HashOf(string title, string text) => SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n\n{text}"));

    private async Task<StoredAs> ReviseAsync(ChipWatchDb db, ArticleRow article, NewState state, CancellationToken cancellationToken)
    {
        var newest = await db.Revisions.AsNoTracking().Include(r => r.Body).SingleAsync(r => r.Id == article.RevisionId, cancellationToken);
        if (newest.ContentHash.AsSpan().SequenceEqual(state.Hash))
        {
            return StoredAs.Unchanged;
        }

        var read = state.Read;
        var old = await ArticleFacts.StateAsync(db, article, newest, cancellationToken);
        var now = new ArticleState(read.Article.Title, read.Article.Text, read.Article.Blocks, read.Article.Language, read.Tags.Event?.Status, read.Tags.Quantities);
        if (RevisionReader.Compare(old, now) is not { } reading)
        {
            return StoredAs.Unchanged;
        }

        await AddRevisionAsync(db, article, state, 1 + await db.Revisions.CountAsync(r => r.ArticleId == article.Id, cancellationToken), reading, cancellationToken);
        return StoredAs.Revised;
    }

    private async Task<ArticleRow> AddArticleAsync(ChipWatchDb db, ReadArticle read, CancellationToken cancellationToken)
    {
        var id = ArticleIds.Of(read.PublishedAt, read.CanonicalUrl, 0);
        for (var attempt = 1; await db.Articles.AnyAsync(a => a.Id == id, cancellationToken); attempt++)
        {
            id = ArticleIds.Of(read.PublishedAt, read.CanonicalUrl, attempt);
        }

        // What the source is called now, not when the round began
        var source = await db.Sources.Where(s => s.Id == read.SourceId).Select(s => new { s.Name, s.OutletId, s.IsSample }).SingleOrDefaultAsync(cancellationToken);
        var outletId = source?.OutletId ?? Slug.Of(read.Outlet);
        await OutletNaming.EnsureAsync(db, outletId, source?.Name ?? read.Outlet, cancellationToken);
        var now = clock.GetUtcNow();
        var article = new ArticleRow
        {
            Id = id,
            Url = read.CanonicalUrl,
            Slug = Slug.Of(read.Article.Title),
            Title = read.Article.Title,
            OutletId = outletId,
            SourceId = read.SourceId,
            PublishedAt = read.PublishedAt,
            FirstSeenAt = now,
            IsSample = source?.IsSample ?? false,
        };
        db.Articles.Add(article);
        if (read.Page is { } page && !article.IsSample)
        {
            db.Rereadings.Add(new RereadingRow
            {
                ArticleId = id,
                Url = page.Url.AbsoluteUri,
                ETag = page.Validators.ETag,
                LastModified = page.Validators.LastModified,
                LastAt = now,
                NextAt = schedule.Next(read.PublishedAt, now, now),
            });
        }

        await db.SaveChangesAsync(cancellationToken);
        return article;
    }

    private async Task AddRevisionAsync(ChipWatchDb db, ArticleRow article, NewState state, int number, RevisionReading reading, CancellationToken cancellationToken)
    {
        var read = state.Read;
        var revision = new RevisionRow
        {
            ArticleId = article.Id,
            Number = number,
            SeenAt = clock.GetUtcNow(),
            Title = read.Article.Title,
            Byline = read.Article.Byline,
            Image = read.Article.Image,
            Words = CountWords(read.Article),
            ContentHash = state.Hash,
            Changes = StoredJson.Write(reading.Changes),
            WordsRemoved = reading.WordsRemoved,
            WordsAdded = reading.WordsAdded,
            Body = new RevisionBodyRow
            {
                Text = read.Article.Text,
                Blocks = StoredJson.Write(read.Article.Blocks),
                Links = StoredJson.Write(read.Article.Links),
                Html = read.Article.Html,
                Original = state.Original,
                OriginalType = read.Page?.ContentType,
            },
        };
        db.Revisions.Add(revision);
        await db.SaveChangesAsync(cancellationToken);
        article.RevisionId = revision.Id;
        article.Title = read.Article.Title;
        article.Slug = Slug.Of(read.Article.Title);
        article.Language = read.Article.Language;
        await (number == 1 ? ArticleFacts.AddAsync(db, article, read.Tags, read.Signature, cancellationToken) : ArticleFacts.ReplaceAsync(db, article, read.Tags, read.Signature, cancellationToken));
        await CatalogueStore.NoteVersionAsync(db, article, read.CatalogueVersion, cancellationToken);
        await db.IndexAsync(article.Id, read.Article.Title, read.Article.Text, cancellationToken);
    }

    /// <summary>Words of a text by its blanks.</summary>
    internal static int CountWords(ExtractedArticle article) => article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private sealed record NewState(ReadArticle Read, byte[] Hash, byte[]? Original);
}
