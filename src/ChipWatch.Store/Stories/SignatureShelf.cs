using System.Globalization;
using ChipWatch.Pipeline.Clustering;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>
/// The signatures of articles that were compared of late, for one transaction: whatever articles come together are weighed against mostly the same
/// stories, and reading a signature from its row takes far longer than comparing it.
/// </summary>
internal sealed class SignatureShelf(ChipWatchDb db)
{
    private const int MostKept = 2500;
    private const int AtOnce = 500;
    private readonly Dictionary<long, StorySignature> kept = [];
    private readonly Dictionary<long, (long[] Members, OpenStory Story)> open = [];

    /// <summary>The signatures of articles, in the order asked for; articles without one are left out.</summary>
    public async Task<IReadOnlyList<(long Article, StorySignature Signature)>> ReadAsync(IReadOnlyCollection<long> articles, CancellationToken cancellationToken)
    {
        var lacking = articles.Where(id => !kept.ContainsKey(id)).ToList();
        if (kept.Count + lacking.Count > MostKept)
        {
            kept.Clear();
            open.Clear();
            lacking = [.. articles];
        }

        foreach (var some in lacking.Chunk(AtOnce))
        {
            await foreach (var row in db.Signatures.AsNoTracking().Where(s => some.Contains(s.ArticleId)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                kept[row.ArticleId] = StoredJson.Read<StorySignature>(row.Signature);
            }
        }

        return [.. articles.Where(kept.ContainsKey).Select(id => (id, kept[id]))];
    }

    /// <summary>The story of these members: the one of before while they are the same, with what it has worked out about them.</summary>
    public OpenStory Open(long story, IEnumerable<(long Article, StorySignature Signature)> members)
    {
        var all = members.ToList();
        if (!open.TryGetValue(story, out var known) || !known.Members.SequenceEqual(all.Select(member => member.Article)))
        {
            open[story] = known = ([.. all.Select(member => member.Article)], new(story.ToString(CultureInfo.InvariantCulture), [.. all.Select(member => member.Signature)]));
        }

        return known.Story;
    }
}
