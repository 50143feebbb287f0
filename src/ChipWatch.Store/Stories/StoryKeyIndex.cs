using ChipWatch.Pipeline.Clustering;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>The keys under which stories are found as candidates.</summary>
internal static class StoryKeyIndex
{
    /// <summary>Adds an article's keys to those of its story, in the caller's transaction.</summary>
    public static async Task AddAsync(ChipWatchDb db, long storyId, DateTimeOffset publishedAt, StorySignature signature, CancellationToken cancellationToken)
    {
        var keys = signature.Keys.Distinct(StringComparer.Ordinal).ToList();
        var known = await db.StoryKeys.Where(k => k.StoryId == storyId && keys.Contains(k.Key)).ToDictionaryAsync(k => k.Key, cancellationToken);
        foreach (var key in keys)
        {
            if (known.TryGetValue(key, out var row))
            {
                row.LatestAt = row.LatestAt > publishedAt ? row.LatestAt : publishedAt;
            }
            else
            {
                db.StoryKeys.Add(new StoryKeyRow { Key = key, StoryId = storyId, LatestAt = publishedAt });
            }
        }
    }

    /// <summary>Makes a story's keys anew from the articles that it has now: needed where one has left.</summary>
    public static async Task RebuildAsync(ChipWatchDb db, long storyId, CancellationToken cancellationToken)
    {
        foreach (var tracked in db.ChangeTracker.Entries<StoryKeyRow>().Where(entry => entry.Entity.StoryId == storyId).ToList())
        {
            tracked.State = EntityState.Detached;
        }

        await db.StoryKeys.Where(k => k.StoryId == storyId).ExecuteDeleteAsync(cancellationToken);
        var members = await db.Articles.AsNoTracking().Where(a => a.StoryId == storyId)
            .Join(db.Signatures, a => a.Id, s => s.ArticleId, (a, s) => new { a.PublishedAt, s.Signature }).ToListAsync(cancellationToken);
        db.StoryKeys.AddRange(members
            .SelectMany(m => StoredJson.Read<StorySignature>(m.Signature).Keys.Distinct(StringComparer.Ordinal).Select(key => (Key: key, m.PublishedAt)))
            .GroupBy(m => m.Key, StringComparer.Ordinal)
            .Select(g => new StoryKeyRow { Key = g.Key, StoryId = storyId, LatestAt = g.Max(m => m.PublishedAt) }));
        await db.SaveChangesAsync(cancellationToken);
    }
}
