using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Sources;

/// <summary>Reads sources and how they are.</summary>
internal sealed class SourceQueries(IDbContextFactory<ChipWatchDb> databases) : ISourceQueries
{
    private const int RecentChecks = 14;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SourceLine>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var sources = await db.Sources.AsNoTracking().ToListAsync(cancellationToken);
        var articles = await db.Articles.GroupBy(a => a.SourceId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var pending = await db.Items.Where(i => i.State == ItemState.Pending).GroupBy(i => i.SourceId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var recent = (await db.Fetches.AsNoTracking().Where(f => f.NewItems > 0).OrderByDescending(f => f.Id).Take(RecentChecks * 200)
            .Select(f => new { f.SourceId, f.NewItems }).ToListAsync(cancellationToken)).ToLookup(f => f.SourceId, f => f.NewItems);
        return [.. sources
            .Select(s => Line(s, articles.GetValueOrDefault(s.Id), pending.GetValueOrDefault(s.Id), [.. recent[s.Id].Take(RecentChecks).Reverse()]))
            .OrderBy(s => s.IsSample).ThenBy(s => s.Health).ThenBy(s => s.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <inheritdoc/>
    public async Task<SourceSummary> SummaryAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var sources = await db.Sources.AsNoTracking()
            .Select(s => new { s.IsSample, s.IsPaused, s.Failure, s.LastCheckAt }).ToListAsync(cancellationToken);
        var real = sources.Where(s => !s.IsSample).ToList();
        return new(
            real.Count(s => !s.IsPaused && s.Failure is null && s.LastCheckAt is not null),
            real.Count(s => s.IsPaused || s.Failure is not null),
            real.Count(s => !s.IsPaused && s.Failure is null && s.LastCheckAt is null),
            sources.Count - real.Count,
            real.Max(s => s.LastCheckAt));
    }

    private static SourceLine Line(SourceRow source, int articles, int pending, IReadOnlyList<int> recent) => new(
        source.Id,
        source.Name,
        source.Kind,
        source.Url,
        source.SiteUrl,
        source.Language,
        source.IsPaused ? SourceHealth.Paused
            : source.Failure is not null ? SourceHealth.Failing
            : source.LastCheckAt is null ? SourceHealth.Waiting
            : SourceHealth.Well,
        source.Failure,
        source.Cause,
        source.LastCheckAt,
        source.LastSuccessAt,
        source.NextCheckAt,
        source.FailuresInARow,
        articles,
        pending,
        recent,
        source.IsSample);
}
