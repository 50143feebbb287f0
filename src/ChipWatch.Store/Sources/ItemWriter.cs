using System.Security.Cryptography;
using System.Text;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Sources;

/// <summary>Adds the entries of a feed that were not seen before, in the caller's transaction. The unique index on source and id decides.</summary>
internal static class ItemWriter
{
    /// <returns>How many are new.</returns>
    public static async Task<int> AddAsync(ChipWatchDb db, string sourceId, IReadOnlyList<FeedItem> items, int kept, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return 0;
        }

        var repeated = RepeatedIds(items);
        var known = await KnownUrlsAsync(db, sourceId, items, repeated, cancellationToken);
        var added = 0;
        Dictionary<string, KnownItem>? stored = null;
        await using var inserter = new RowInserter<ItemRow>(db);
        foreach (var item in items)
        {
            var id = item.Id.Trim();
            if (item.Url is not { } url || (repeated.Contains(id) && !known.Add(url)))
            {
                continue;
            }

            var content = ItemChange.HashOf(item);
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(repeated.Contains(id) ? $"{id}\n{url}" : id));
            var isNew = await inserter.InsertAsync(
                new ItemRow
                {
                    SourceId = sourceId,
                    IdHash = hash,
                    ContentHash = content,
                    Url = url,
                    Title = item.Title,
                    PublishedAt = item.Published,
                    Author = item.Author,
                    Summary = item.Summary,
                    ContentHtml = item.ContentHtml,
                    FirstSeenAt = now,
                    NextAttemptAt = now,
                },
                cancellationToken);
            added += isNew ? 1 : 0;
            if (!isNew)
            {
                stored ??= await ItemChange.KnownAsync(db, sourceId, cancellationToken);
                await ItemChange.StoreAsync(db, stored.GetValueOrDefault(Convert.ToHexString(hash)), item, content, now, cancellationToken);
            }
        }

        if (added > 0)
        {
            await DropOldestAsync(db, sourceId, kept, cancellationToken);
        }

        return added;
    }

    /// <summary>Some feeds give one id to many entries: those are told apart by their links.</summary>
    private static HashSet<string> RepeatedIds(IReadOnlyList<FeedItem> items)
    {
        var urls = new Dictionary<string, string>(StringComparer.Ordinal);
        var repeated = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var id = item.Id.Trim();
            if (item.Url is { } url && !urls.TryAdd(id, url) && urls[id] != url)
            {
                repeated.Add(id);
            }
        }

        return repeated;
    }

    /// <summary>Links of entries with repeated ids that are stored already: when it was seen first, an entry may have been the only one of its id.</summary>
    private static async Task<HashSet<string>> KnownUrlsAsync(
        ChipWatchDb db, string sourceId, IReadOnlyList<FeedItem> items, HashSet<string> repeated, CancellationToken cancellationToken)
    {
        if (repeated.Count == 0)
        {
            return [];
        }

        var urls = items.Where(item => repeated.Contains(item.Id.Trim())).Select(item => item.Url).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var known = await db.Items.Where(i => i.SourceId == sourceId).Select(i => i.Url).ToListAsync(cancellationToken);
        return known.Where(urls.Contains).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A source that makes up new ids at each read must not fill the disk; its articles stay.</summary>
    private static async Task DropOldestAsync(ChipWatchDb db, string sourceId, int kept, CancellationToken cancellationToken)
    {
        var tooMany = await db.Items.CountAsync(i => i.SourceId == sourceId, cancellationToken) - kept;
        if (tooMany > 0)
        {
            await db.Items.Where(i => db.Items.Where(old => old.SourceId == sourceId).OrderBy(old => old.Id).Select(old => old.Id).Take(tooMany).Contains(i.Id))
                .ExecuteDeleteAsync(cancellationToken);
        }
    }
}
