using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Today;

/// <summary>Reads what moved in the last seven days, or in the last seven that brought any story.</summary>
internal sealed class TodayQueries(IDbContextFactory<ChipWatchDb> databases, StoryCards cards, TagNames names, ISourceQueries sources) : ITodayQueries
{
    private const int MostMoves = 8;
    private const int MostLeads = 6;
    private const int MostPulses = 10;

    /// <inheritdoc/>
    public async Task<TodayView> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var window = await RankingWindow.OfAsync(db.Stories, null, null, now, cancellationToken);
        var (start, end) = (window.Start, window.End);
        var stories = db.Stories.Where(s => s.LatestAt >= start && s.LatestAt < end);
        var counts = await stories.GroupBy(_ => 1).Select(g => new { Stories = g.Count(), Articles = g.Sum(s => s.ArticleCount) }).SingleOrDefaultAsync(cancellationToken);
        var weighed = await WeightedStories.ReadAsync(db, cards, stories, window, cancellationToken);
        var moves = await MovesAsync(db, start, end, cancellationToken);
        return new(
            window.From,
            window.To,
            window.To == DateOnly.FromDateTime(now.UtcDateTime),
            [.. moves.Take(MostMoves)],
            [.. weighed.Stories.Take(MostLeads)],
            await PulseAsync(db, start, end, cancellationToken),
            await sources.SummaryAsync(cancellationToken),
            counts?.Stories ?? 0,
            counts?.Articles ?? 0,
            await db.Articles.AnyAsync(a => a.IsSample, cancellationToken))
        {
            Moved = moves.DistinctBy(m => m.Story.Id).Count(),
        };
    }

    /// <summary>Rungs of the window that changed what stood before them, newest first. The first rung of a ladder changes nothing.</summary>
    private async Task<List<StatusMove>> MovesAsync(ChipWatchDb db, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var ids = await db.StoryRungs.Where(r => r.At >= start && r.At < end && r.Ordinal > 0).Select(r => r.StoryId).Distinct().ToListAsync(cancellationToken);
        // Not those of the window alone: a follow-up may have moved a story whose own articles are older.
        var stories = (await db.Stories.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken)).ToDictionary(s => s.Id, cards.Of);
        var rungs = await db.StoryRungs.AsNoTracking().Where(r => ids.Contains(r.StoryId))
            .Join(db.Articles, r => r.ArticleId, a => a.Id, (r, a) => new { Rung = r, a.Slug, a.OutletId })
            .Join(db.Outlets, r => r.OutletId, o => o.Id, (r, o) => new { r.Rung, r.Slug, o.Name })
            .ToListAsync(cancellationToken);
        var before = rungs.ToDictionary(r => (r.Rung.StoryId, r.Rung.Ordinal), r => r.Rung.Status);
        return [.. rungs
            .Where(r => r.Rung.At >= start && r.Rung.At < end && stories.ContainsKey(r.Rung.StoryId)
                && before.TryGetValue((r.Rung.StoryId, r.Rung.Ordinal - 1), out var status) && status != r.Rung.Status)
            .OrderByDescending(r => r.Rung.At).ThenByDescending(r => r.Rung.ArticleId)
            .Select(r => new StatusMove(
                stories[r.Rung.StoryId],
                before[(r.Rung.StoryId, r.Rung.Ordinal - 1)],
                r.Rung.Status, r.Rung.At, r.Name, r.Rung.ArticleId, r.Slug, r.Rung.Quote))];
    }

    private async Task<IReadOnlyList<VendorPulse>> PulseAsync(ChipWatchDb db, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var earlier = start - (end - start);
        var counts = await db.StoryFacets.Where(f => f.Facet == Facet.Vendor && f.LatestAt >= earlier && f.LatestAt < end)
            .GroupBy(f => f.Value)
            .Select(g => new { Vendor = g.Key, Now = g.Count(f => f.LatestAt >= start), Before = g.Count(f => f.LatestAt < start) })
            .Where(g => g.Now > 0).OrderByDescending(g => g.Now).ThenBy(g => g.Vendor).Take(MostPulses).ToListAsync(cancellationToken);
        return [.. counts.Select(c => new VendorPulse(names.Company(c.Vendor), c.Now, c.Before))];
    }
}
