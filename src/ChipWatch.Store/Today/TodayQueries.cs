using ChipWatch.Store.Follows;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Today;

/// <summary>Reads what moved in the last seven days, or in the last seven that brought any story.</summary>
internal sealed class TodayQueries(IDbContextFactory<ChipWatchDb> databases, StoryCards cards, TagNames names, ISourceQueries sources) : ITodayQueries
{
    private const int Days = 7;
    private const int MostMoves = 8;
    private const int MostLeads = 6;
    private const int MostPulses = 10;

    /// <inheritdoc/>
    public async Task<TodayView> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var newest = await db.Stories.MaxAsync(s => (DateTimeOffset?)s.LatestAt, cancellationToken);
        var to = newest is { } at && at < StoryFiltering.StartOf(today.AddDays(1 - Days)) ? DateOnly.FromDateTime(at.UtcDateTime) : today;
        var from = to.AddDays(1 - Days);
        var (start, end) = (StoryFiltering.StartOf(from), StoryFiltering.StartOf(to.AddDays(1)));

        var rows = await db.Stories.AsNoTracking().Where(s => s.LatestAt >= start && s.LatestAt < end).ToListAsync(cancellationToken);
        var stories = rows.ToDictionary(s => s.Id, cards.Of);
        var moves = await MovesAsync(db, stories, start, end, cancellationToken);
        var moved = moves.Where(m => m.From is not null && m.From != m.To).Select(m => m.Story.Id).ToHashSet();
        var followed = await FollowStore.ReadAsync(db, cancellationToken);
        var leads = stories.Values
            .Select(card => (Card: card, Parts: StoryRanking.PartsOf(card, moved.Contains(card.Id), card.FirstAt >= start, followed)))
            .Select(ranked => new RankedStory(ranked.Card, StoryRanking.Sum(ranked.Parts), ranked.Parts))
            .OrderByDescending(r => r.Score).ThenByDescending(r => r.Story.LatestAt).ThenByDescending(r => r.Story.Id).Take(MostLeads);
        return new(
            from,
            to,
            to == today,
            [.. moves.Where(m => m.From is not null && m.From != m.To).Take(MostMoves)],
            [.. leads],
            await PulseAsync(db, start, end, cancellationToken),
            await sources.SummaryAsync(cancellationToken),
            stories.Count,
            stories.Values.Sum(card => card.ArticleCount),
            await db.Articles.AnyAsync(a => a.IsSample, cancellationToken));
    }

    /// <summary>Rungs of the window with what stood before them, newest first.</summary>
    private async Task<List<StatusMove>> MovesAsync(
        ChipWatchDb db, Dictionary<long, StoryCard> shown, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var ids = await db.StoryRungs.Where(r => r.At >= start && r.At < end).Select(r => r.StoryId).Distinct().ToListAsync(cancellationToken);
        // A follow-up may have moved a story whose own articles are older.
        var earlier = ids.Where(id => !shown.ContainsKey(id)).ToList();
        var stories = (await db.Stories.AsNoTracking().Where(s => earlier.Contains(s.Id)).ToListAsync(cancellationToken)).Select(cards.Of).Concat(shown.Values).ToDictionary(card => card.Id);
        var rungs = await db.StoryRungs.AsNoTracking().Where(r => ids.Contains(r.StoryId))
            .Join(db.Articles, r => r.ArticleId, a => a.Id, (r, a) => new { Rung = r, a.Slug, a.OutletId })
            .Join(db.Outlets, r => r.OutletId, o => o.Id, (r, o) => new { r.Rung, r.Slug, o.Name })
            .ToListAsync(cancellationToken);
        var before = rungs.ToDictionary(r => (r.Rung.StoryId, r.Rung.Ordinal), r => r.Rung.Status);
        return [.. rungs
            .Where(r => r.Rung.At >= start && r.Rung.At < end && stories.ContainsKey(r.Rung.StoryId))
            .OrderByDescending(r => r.Rung.At).ThenByDescending(r => r.Rung.ArticleId)
            .Select(r => new StatusMove(
                stories[r.Rung.StoryId],
                before.TryGetValue((r.Rung.StoryId, r.Rung.Ordinal - 1), out var status) ? status : null,
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
