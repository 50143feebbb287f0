using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Articles;

/// <summary>Says which stored article a page is: by what is known of its item, its address, a former address, or the very same words of the same outlet.</summary>
internal static class ArticleIdentity
{
    /// <summary>Shorter texts may be the same in two articles: teasers, notices.</summary>
    private const int TellingLength = 400;

    /// <summary>The article, in the caller's transaction; null where it is a new one.</summary>
    /// <param name="db">The store.</param>
    /// <param name="known">The article that the item led to before; null where it led to none.</param>
    /// <param name="read">The page.</param>
    /// <param name="hash">Hash of its headline and text.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public static async Task<ArticleRow?> FindAsync(ChipWatchDb db, long? known, ReadArticle read, byte[] hash, CancellationToken cancellationToken)
    {
        var byAddress = await db.Articles.SingleOrDefaultAsync(a => a.Url == read.CanonicalUrl, cancellationToken)
            ?? await db.FormerAddresses.Where(f => f.Url == read.CanonicalUrl).Join(db.Articles, f => f.ArticleId, a => a.Id, (_, a) => a).SingleOrDefaultAsync(cancellationToken);
        if (byAddress is not null)
        {
            return byAddress;
        }

        if (known is { } id && await db.Articles.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is { } article)
        {
            return article;
        }

        if (read.Article.Text.Length < TellingLength)
        {
            return null;
        }

        // Print views, mobile hosts, moved pages: the outlet says the same words under another address.
        var outletId = await db.Sources.Where(s => s.Id == read.SourceId).Select(s => s.OutletId).SingleOrDefaultAsync(cancellationToken) ?? Slug.Of(read.Outlet);
        // Asked the other way round, every article of the store would be looked at.
        var same = await db.Revisions.Where(r => r.ContentHash == hash).Select(r => new { r.Id, r.ArticleId }).ToListAsync(cancellationToken);
        foreach (var revision in same.OrderBy(r => r.ArticleId))
        {
            if (await db.Articles.SingleOrDefaultAsync(a => a.Id == revision.ArticleId && a.RevisionId == revision.Id && a.OutletId == outletId, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Notes that an article is now found elsewhere, in the caller's transaction. An address that another article has stays with it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="article">The article.</param>
    /// <param name="url">Where it was found.</param>
    /// <param name="moves">Whether that is its address from now on, or one besides its own.</param>
    /// <param name="now">Until when it had the former one.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task NoteAddressAsync(
        ChipWatchDb db, ArticleRow article, string url, bool moves, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (article.Url == url || await db.Articles.AnyAsync(a => a.Url == url, cancellationToken))
        {
            return;
        }

        var known = await db.FormerAddresses.AsNoTracking().SingleOrDefaultAsync(f => f.Url == url, cancellationToken);
        if (known is not null && known.ArticleId != article.Id)
        {
            return;
        }

        if (!moves)
        {
            if (known is null)
            {
                db.FormerAddresses.Add(new FormerAddressRow { Url = url, ArticleId = article.Id, Until = now });
            }

            return;
        }

        // Back to an address that it had before: that one is no former address any more.
        await db.FormerAddresses.Where(f => f.Url == url).ExecuteDeleteAsync(cancellationToken);
        db.FormerAddresses.Add(new FormerAddressRow { Url = article.Url, ArticleId = article.Id, Until = now });
        article.Url = url;
    }
}
