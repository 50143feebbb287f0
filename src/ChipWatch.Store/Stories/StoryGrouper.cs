using System.Globalization;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>Groups articles in the order of their ids, which is the order of time: whatever order they arrived in, a batch groups alike.</summary>
internal sealed class StoryGrouper(IDbContextFactory<ChipWatchDb> databases, WriteGate gate) : IStoryGrouper
{
    private const int BatchSize = 40;
    private const int MostFound = 2000;
    private const int MostCandidates = 60;

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<long>> GroupAsync(CancellationToken cancellationToken)
    {
        var changed = new HashSet<long>();
        while (await GroupBatchAsync(changed, cancellationToken))
        {
        }

        return changed;
    }

    private async Task<bool> GroupBatchAsync(HashSet<long> changed, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // No reason yet: new, or revised and to be weighed into its story again.
        var batch = await db.Articles.Where(a => a.StoryReason == null).OrderBy(a => a.Id).Take(BatchSize).ToListAsync(cancellationToken);
        if (batch.Count == 0)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var article in batch)
        {
            if (article.StoryId is null && !await db.Tags.AnyAsync(t => t.ArticleId == article.Id, cancellationToken))
            {
                article.StoryReason = "In no story: it names no company, chip or topic of the field.";
                await db.SaveChangesAsync(cancellationToken);
                continue;
            }

            await PlaceAsync(db, article, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await StoryRefresh.RunAsync(db, article.StoryId!.Value, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            changed.Add(article.StoryId.Value);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task PlaceAsync(ChipWatchDb db, ArticleRow article, CancellationToken cancellationToken)
    {
        var json = await db.Signatures.Where(s => s.ArticleId == article.Id).Select(s => s.Signature).SingleAsync(cancellationToken);
        var signature = StoredJson.Read<StorySignature>(json);
        if (article.StoryId is null)
        {
            var match = StoryClusterer.Match(signature, await CandidatesAsync(db, article, signature, cancellationToken));
            article.StoryId = match.Story is { } story ? long.Parse(story, CultureInfo.InvariantCulture) : article.Id;
            article.StoryReason = match.Reason;
        }
        else
        {
            article.StoryReason = "Revised; stays in its story.";
        }

        if (!await db.Stories.AnyAsync(s => s.Id == article.StoryId, cancellationToken))
        {
            db.Stories.Add(New(article));
            await db.SaveChangesAsync(cancellationToken);
        }

        var storyId = article.StoryId.Value;
        var known = await db.StoryKeys.Where(k => k.StoryId == storyId).ToDictionaryAsync(k => k.Key, cancellationToken);
        foreach (var key in signature.Keys.Distinct(StringComparer.Ordinal))
        {
            if (known.TryGetValue(key, out var row))
            {
                row.LatestAt = row.LatestAt > article.PublishedAt ? row.LatestAt : article.PublishedAt;
            }
            else
            {
                db.StoryKeys.Add(new StoryKeyRow { Key = key, StoryId = storyId, LatestAt = article.PublishedAt });
            }
        }
    }

    private static async Task<IReadOnlyList<OpenStory>> CandidatesAsync(
        ChipWatchDb db, ArticleRow article, StorySignature signature, CancellationToken cancellationToken)
    {
        var shared = new Dictionary<long, (int Keys, DateTimeOffset Latest)>();
        foreach (var keys in signature.Keys.Distinct(StringComparer.Ordinal).GroupBy(StoryKeys.Reach))
        {
            var asked = keys.ToList();
            var from = article.PublishedAt - keys.Key;
            var to = article.PublishedAt + keys.Key;
            var found = await db.StoryKeys.Where(k => asked.Contains(k.Key) && k.LatestAt >= from && k.LatestAt <= to)
                .GroupBy(k => k.StoryId).Select(g => new { StoryId = g.Key, Shared = g.Count(), LatestAt = g.Max(k => k.LatestAt) })
                .OrderByDescending(s => s.LatestAt).ThenBy(s => s.StoryId).Take(MostFound).ToListAsync(cancellationToken);
            foreach (var story in found)
            {
                shared[story.StoryId] = (shared.GetValueOrDefault(story.StoryId).Keys + story.Shared, story.LatestAt);
            }
        }

        var ids = shared.OrderByDescending(s => s.Value.Keys).ThenByDescending(s => s.Value.Latest).ThenBy(s => s.Key).Take(MostCandidates).Select(s => s.Key).ToList();
        var members = await db.Articles.Where(a => a.StoryId != null && ids.Contains(a.StoryId.Value))
            .Join(db.Signatures, a => a.Id, s => s.ArticleId, (a, s) => new { a.Id, StoryId = a.StoryId!.Value, s.Signature })
            .OrderBy(m => m.Id).ToListAsync(cancellationToken);
        return [.. members.GroupBy(m => m.StoryId).Select(story => new OpenStory(
            story.Key.ToString(CultureInfo.InvariantCulture), [.. story.Select(m => StoredJson.Read<StorySignature>(m.Signature))]))];
    }

    private static StoryRow New(ArticleRow article) => new()
    {
        Id = article.Id,
        Slug = article.Slug,
        Headline = article.Title,
        FirstAt = article.PublishedAt,
        LatestAt = article.PublishedAt,
        Vendors = "[]",
        Chips = "[]",
        Topics = "[]",
    };
}
