using ChipWatch.Store.Follows;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Today;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>Stories in the order of their printed sum: the one order by weight, for Today and for the timeline.</summary>
/// <param name="Stories">Highest sum first, then by date and id.</param>
/// <param name="IsCut">Whether there were more stories than are weighed at once.</param>
internal sealed record WeightedStories(IReadOnlyList<RankedStory> Stories, bool IsCut)
{
    /// <summary>The newest so many are weighed: the sum follows from what is followed and from the window, so it cannot be kept in an index.</summary>
    public const int Most = 3000;

    /// <summary>Weighs stories.</summary>
    /// <param name="db">The store.</param>
    /// <param name="cards">Turns rows into cards.</param>
    /// <param name="stories">The stories of the window.</param>
    /// <param name="window">Within which a story is new, or its status moved.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public static async Task<WeightedStories> ReadAsync(
        ChipWatchDb db, StoryCards cards, IQueryable<StoryRow> stories, RankingWindow window, CancellationToken cancellationToken)
    {
        var rows = await stories.AsNoTracking().OrderByDescending(s => s.LatestAt).ThenByDescending(s => s.Id).Take(Most + 1).ToListAsync(cancellationToken);
        var weighed = rows.Take(Most).Select(cards.Of).ToList();
        var moved = await MovedAsync(db, [.. weighed.Select(card => card.Id)], window, cancellationToken);
        var followed = await FollowStore.ReadAsync(db, cancellationToken);
        return new(
            [.. weighed
                .Select(card => (Card: card, Parts: StoryRanking.PartsOf(card, moved.Contains(card.Id), card.FirstAt >= window.Start, followed)))
                .Select(ranked => new RankedStory(ranked.Card, StoryRanking.Sum(ranked.Parts), ranked.Parts))
                .OrderByDescending(r => r.Score).ThenByDescending(r => r.Story.LatestAt).ThenByDescending(r => r.Story.Id)],
            rows.Count > Most);
    }

    /// <summary>Which of some stories changed their status in a window; the first rung of a ladder is no change.</summary>
    private static async Task<HashSet<long>> MovedAsync(ChipWatchDb db, List<long> ids, RankingWindow window, CancellationToken cancellationToken)
    {
        var (start, end) = (window.Start, window.End);
        return await db.StoryRungs
            .Where(r => r.At >= start && r.At < end && r.Ordinal > 0 && ids.Contains(r.StoryId))
            .Where(r => db.StoryRungs.Any(before => before.StoryId == r.StoryId && before.Ordinal == r.Ordinal - 1 && before.Status != r.Status))
            .Select(r => r.StoryId).ToHashSetAsync(cancellationToken);
    }
}
