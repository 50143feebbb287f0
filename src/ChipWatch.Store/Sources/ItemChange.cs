using System.Security.Cryptography;
using System.Text;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Sources;

/// <summary>An item that the store has.</summary>
/// <param name="Id">Its row; 0 for one that is added in this very check.</param>
/// <param name="ContentHash">Hash of what the feed said of it; null where that was not kept.</param>
internal readonly record struct KnownItem(long Id, byte[]? ContentHash);

/// <summary>A known entry of a feed that now says something else leads to another reading of its article, never to another article.</summary>
internal static class ItemChange
{
    /// <summary>Hash of what a feed says of an entry: headline, link and full text. Short texts are left out: they tell nothing that the page does not.</summary>
    public static byte[] HashOf(FeedItem item) => SHA256.HashData(
        Encoding.UTF8.GetBytes($"{item.Title}\n{(item.Url is null ? null : CanonicalUrl.Of(null, item.Url))}\n{item.ContentHtml}"));

    /// <summary>The items of a source by the hash of their ids.</summary>
    public static async Task<Dictionary<string, KnownItem>> KnownAsync(ChipWatchDb db, string sourceId, CancellationToken cancellationToken) =>
        (await db.Items.AsNoTracking().Where(i => i.SourceId == sourceId).Select(i => new { i.IdHash, i.Id, i.ContentHash }).ToListAsync(cancellationToken))
            .ToDictionary(i => Convert.ToHexString(i.IdHash), i => new KnownItem(i.Id, i.ContentHash), StringComparer.Ordinal);

    /// <summary>Notes a change in the caller's transaction: the text of the feed is read again, or the page is due at once.</summary>
    public static async Task StoreAsync(ChipWatchDb db, KnownItem known, FeedItem item, byte[] hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (known.Id == 0 || known.ContentHash.AsSpan().SequenceEqual(hash))
        {
            return;
        }

        var row = await db.Items.SingleAsync(i => i.Id == known.Id, cancellationToken);
        var moved = row.Url != item.Url;
        row.ContentHash = hash;
        if (known.ContentHash is null)
        {
            return; // what it said before is not known
        }

        (row.Title, row.Url) = (item.Title, item.Url!);
        if (row.State == ItemState.Stored && await db.Rereadings.SingleOrDefaultAsync(r => r.ArticleId == row.ArticleId, cancellationToken) is { } page)
        {
            // A feed that says something else at every look must not make us ask its pages at every look.
            page.NextAt = page.LastAt + RereadSchedule.Retry > now ? page.LastAt + RereadSchedule.Retry : now;
            page.Url = moved ? item.Url! : page.Url;
            return;
        }

        row.ContentHtml = item.ContentHtml;
        (row.State, row.Attempts, row.NextAttemptAt) = (ItemState.Pending, 0, now);
    }
}
