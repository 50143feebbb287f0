using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Articles;

/// <summary>Writes articles through EF Core. The unique index on the address decides what is the same article.</summary>
internal sealed class ArticleStore(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, TimeProvider clock) : IArticleStore
{
    /// <inheritdoc/>
    public async Task<StoredAs> StoreAsync(long itemId, ReadArticle read, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{read.Article.Title}\n\n{read.Article.Text}"));
        var original = read.Original is { } page ? Compress(page.Span) : null;
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var article = await db.Articles.SingleOrDefaultAsync(a => a.Url == read.CanonicalUrl, cancellationToken);
        var storedAs = article is null ? StoredAs.New
            : await db.Revisions.AnyAsync(r => r.Id == article.RevisionId && r.ContentHash == hash, cancellationToken) ? StoredAs.Unchanged
            : StoredAs.Revised;
        if (storedAs != StoredAs.Unchanged)
        {
            article ??= await AddArticleAsync(db, read, cancellationToken);
            await AddRevisionAsync(db, article, read, hash, original, cancellationToken);
            await ReplaceTagsAsync(db, article, read, cancellationToken);
            await db.IndexAsync(article.Id, read.Article.Title, read.Article.Text, cancellationToken);
        }

        await db.Items.Where(i => i.Id == itemId).ExecuteUpdateAsync(
            item => item.SetProperty(i => i.State, ItemState.Stored).SetProperty(i => i.ArticleId, article!.Id)
                .SetProperty(i => i.ContentHtml, (string?)null).SetProperty(i => i.Cause, (string?)null),
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return storedAs;
    }

    private async Task<ArticleRow> AddArticleAsync(ChipWatchDb db, ReadArticle read, CancellationToken cancellationToken)
    {
        var id = ArticleIds.Of(read.PublishedAt, read.CanonicalUrl, 0);
        for (var attempt = 1; await db.Articles.AnyAsync(a => a.Id == id, cancellationToken); attempt++)
        {
            id = ArticleIds.Of(read.PublishedAt, read.CanonicalUrl, attempt);
        }

        var outletId = Slug.Of(read.Outlet);
        if (!await db.Outlets.AnyAsync(o => o.Id == outletId, cancellationToken))
        {
            db.Outlets.Add(new OutletRow { Id = outletId, Name = read.Outlet });
        }

        var article = new ArticleRow
        {
            Id = id,
            Url = read.CanonicalUrl,
            Slug = Slug.Of(read.Article.Title),
            Title = read.Article.Title,
            OutletId = outletId,
            SourceId = read.SourceId,
            PublishedAt = read.PublishedAt,
            FirstSeenAt = clock.GetUtcNow(),
            IsSample = await db.Sources.AnyAsync(s => s.Id == read.SourceId && s.IsSample, cancellationToken),
        };
        db.Articles.Add(article);
        await db.SaveChangesAsync(cancellationToken);
        return article;
    }

    private async Task AddRevisionAsync(
        ChipWatchDb db, ArticleRow article, ReadArticle read, byte[] hash, byte[]? original, CancellationToken cancellationToken)
    {
        var revision = new RevisionRow
        {
            ArticleId = article.Id,
            Number = 1 + await db.Revisions.CountAsync(r => r.ArticleId == article.Id, cancellationToken),
            SeenAt = clock.GetUtcNow(),
            Title = read.Article.Title,
            Byline = read.Article.Byline,
            Image = read.Article.Image,
            Words = read.Article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length,
            ContentHash = hash,
            Body = new RevisionBodyRow
            {
                Text = read.Article.Text,
                Blocks = StoredJson.Write(read.Article.Blocks),
                Html = read.Article.Html,
                Original = original,
            },
        };
        db.Revisions.Add(revision);
        await db.SaveChangesAsync(cancellationToken);
        article.RevisionId = revision.Id;
        article.Title = read.Article.Title;
        article.Slug = Slug.Of(read.Article.Title);
        article.Language = read.Article.Language;
        article.EventType = read.Tags.Event?.Type;
        article.Status = read.Tags.Event?.Status;
        // A changed article is weighed again with its story; it never changes the story.
        article.StoryReason = null;
    }

    private static async Task ReplaceTagsAsync(ChipWatchDb db, ArticleRow article, ReadArticle read, CancellationToken cancellationToken)
    {
        await db.Tags.Where(t => t.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Events.Where(e => e.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Quantities.Where(q => q.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Signatures.Where(s => s.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        foreach (var (facet, tags) in new[] { (TagFacet.Company, read.Tags.Companies), (TagFacet.Chip, read.Tags.Chips), (TagFacet.Topic, read.Tags.Topics) })
        {
            db.Tags.AddRange(tags.Select(tag => Row(article, facet, tag)));
        }

        if (read.Tags.Event is { } reported)
        {
            db.Events.Add(new EventRow
            {
                ArticleId = article.Id,
                Type = reported.Type,
                Status = reported.Status,
                ReportedBy = StoredJson.Write(reported.ReportedBy),
                Evidence = StoredJson.Write(reported.Evidence),
                CreditEvidence = StoredJson.Write(reported.CreditEvidence),
            });
        }

        db.Quantities.AddRange(read.Tags.Quantities.Select((quantity, ordinal) => new QuantityRow
        {
            ArticleId = article.Id,
            Ordinal = ordinal,
            Value = quantity.Value,
            Unit = quantity.Unit,
            What = quantity.What,
            Hedge = quantity.Hedge,
            Hypothetical = quantity.Hypothetical,
            Evidence = StoredJson.Write(quantity.Evidence),
        }));
        db.Signatures.Add(new SignatureRow { ArticleId = article.Id, Signature = StoredJson.Write(read.Signature) });
    }

    private static TagRow Row(ArticleRow article, TagFacet facet, Tag tag) => new()
    {
        ArticleId = article.Id,
        Facet = facet,
        TagId = tag.Id,
        PublishedAt = article.PublishedAt,
        Salience = tag.Salience,
        Score = tag.Score,
        Evidence = StoredJson.Write(tag.Evidence),
        Parts = StoredJson.Write(tag.Parts),
    };


    private static byte[] Compress(ReadOnlySpan<byte> page)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            brotli.Write(page);
        }

        return compressed.ToArray();
    }
}
