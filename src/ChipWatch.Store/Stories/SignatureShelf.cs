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

    /// <summary>The signatures of articles, in the order asked for; articles without one are left out.</summary>
    public async Task<IReadOnlyList<(long Article, StorySignature Signature)>> ReadAsync(IReadOnlyCollection<long> articles, CancellationToken cancellationToken)
    {
        var lacking = articles.Where(id => !kept.ContainsKey(id)).ToList();
        if (kept.Count + lacking.Count > MostKept)
        {
            kept.Clear();
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
}
