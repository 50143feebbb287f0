using System.Globalization;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Sources;

/// <summary>Reads sources and how they are.</summary>
internal sealed class SourceQueries(IDbContextFactory<ChipWatchDb> databases, TimeProvider clock) : ISourceQueries
{
    private const int PageSize = 25;
    private const int FewestForTheLine = 3;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SourceLine>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var lines = await LinesAsync(db, null, cancellationToken);
        return [.. lines.OrderBy(s => s.IsSample).ThenBy(s => s.Health).ThenBy(s => s.Name, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<SourceSummary> SummaryAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var sources = await db.Sources.AsNoTracking().ToListAsync(cancellationToken);
        var tempos = await TemposAsync(db, null, now, cancellationToken);
        var real = sources.Where(s => !s.IsSample).ToList();
        var by = real.CountBy(s => HealthOf(s, TempoOf(s), now)).ToDictionary();
        return new(
            by.GetValueOrDefault(SourceHealth.Well),
            by.GetValueOrDefault(SourceHealth.Failing) + by.GetValueOrDefault(SourceHealth.Paused),
            by.GetValueOrDefault(SourceHealth.Waiting),
            sources.Count - real.Count,
            real.Max(s => s.LastCheckAt))
        {
            Silent = by.GetValueOrDefault(SourceHealth.Silent),
            PausedByHand = by.GetValueOrDefault(SourceHealth.PausedByHand),
            Line = LineOf(real),
        };

        SourceTempo TempoOf(SourceRow source) => tempos.GetValueOrDefault(source.Id) ?? SourceTempo.Unknown;
    }

    /// <inheritdoc/>
    public async Task<SourceGlance> GlanceAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var real = await db.Sources.AsNoTracking().Where(s => !s.IsSample).ToListAsync(cancellationToken);
        return new(await db.Sources.CountAsync(s => s.IsSample, cancellationToken), real.Max(s => s.LastCheckAt)) { Line = LineOf(real) };
    }

    private static OutsideLine LineOf(IReadOnlyList<SourceRow> sources)
    {
        var asked = sources.Where(s => s is { LastCheckAt: not null, IsPaused: false, IsPausedByHand: false }).ToList();
        var isDown = asked.Count >= FewestForTheLine && asked.TrueForAll(s => s.Failure is FetchFailure.Dns or FetchFailure.Connection or FetchFailure.Timeout);
        return isDown ? new(true, asked.Max(s => s.LastSuccessAt)) : OutsideLine.Up;
    }

    /// <inheritdoc/>
    public async Task<SourceView?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } source)
        {
            return null;
        }

        var line = (await LinesAsync(db, id, cancellationToken)).Single();
        var states = await db.Items.Where(i => i.SourceId == id).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new(
            line, SettingsOf(source), StoredJson.ReadList<string>(source.FormerUrls), source.MovedTo, states.Values.Sum(), states.GetValueOrDefault(ItemState.Failed));
    }

    /// <inheritdoc/>
    public async Task<Page<SourceCheckLine>> ChecksAsync(string id, string? after, CancellationToken cancellationToken)
    {
        var before = long.TryParse(after, CultureInfo.InvariantCulture, out var last) ? last : long.MaxValue;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var checks = await db.Fetches.AsNoTracking().Where(f => f.SourceId == id && f.Id < before)
            .OrderByDescending(f => f.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return PageOf(
            [.. checks.Select(f => new SourceCheckLine(
                f.Id, f.At, f.Failure, f.Cause, f.WasUnchanged, f.SeenItems, f.NewItems, TimeSpan.FromMilliseconds(f.DurationMilliseconds))
            {
                LastAt = f.LastAt ?? f.At,
                Times = f.Times,
            })],
            check => check.Id.ToString(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public async Task<Page<SourceItemLine>> ItemsAsync(string id, string? after, CancellationToken cancellationToken)
    {
        var (lastAt, lastId) = ItemCursor(after);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var items = await db.Items.AsNoTracking().Where(i => i.SourceId == id)
            .Select(i => new { i.Id, i.Title, i.Url, At = i.PublishedAt ?? i.FirstSeenAt, i.State, i.Cause, i.NextAttemptAt, i.ArticleId })
            .Where(i => i.At < lastAt || (i.At == lastAt && i.Id < lastId))
            .OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Take(PageSize + 1)
            .Select(i => new { Item = i, Slug = db.Articles.Where(a => a.Id == i.ArticleId).Select(a => a.Slug).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return PageOf(
            [.. items.Select(row => new SourceItemLine(
                row.Item.Id, row.Item.Title, row.Item.Url, row.Item.At, (ItemProgress)row.Item.State, row.Item.Cause,
                row.Item.State == ItemState.Pending ? row.Item.NextAttemptAt : null, row.Item.ArticleId, row.Slug))],
            item => string.Create(CultureInfo.InvariantCulture, $"{item.At.ToUnixTimeMilliseconds()}.{item.Id}"));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SourceSettings>> SettingsAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var sources = await db.Sources.AsNoTracking().Where(s => !s.IsSample).ToListAsync(cancellationToken);
        return [.. sources.Select(SettingsOf).OrderBy(s => s.Folder, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Name, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Url, StringComparer.Ordinal)];
    }

    internal static SourceSettings SettingsOf(SourceRow source) => new(source.Name, source.Kind, source.Url)
    {
        SiteUrl = source.SiteUrl,
        Language = source.Language,
        Folder = source.Folder,
        CheckEvery = source.CheckEvery,
        Rules = source.Rules is { } rules ? StoredJson.Read<SourceRules>(rules) : null,
        IsPaused = source.IsPausedByHand,
    };

    private static (DateTimeOffset At, long Id) ItemCursor(string? text)
    {
        var parts = text?.Split('.') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var at) && at is > -62135596800000 and < 253402300799999
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var id)
            ? (DateTimeOffset.FromUnixTimeMilliseconds(at), id)
            : (DateTimeOffset.MaxValue, long.MaxValue);
    }

    private static Page<T> PageOf<T>(IReadOnlyList<T> rows, Func<T, string> cursor) =>
        rows.Count > PageSize ? new([.. rows.Take(PageSize)], cursor(rows[PageSize - 1])) : new(rows, null);

    private async Task<IReadOnlyList<SourceLine>> LinesAsync(ChipWatchDb db, string? only, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sources = await db.Sources.AsNoTracking().Where(s => only == null || s.Id == only).ToListAsync(cancellationToken);
        var articles = await db.Articles.Where(a => only == null || a.SourceId == only).GroupBy(a => a.SourceId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var pending = await db.Items.Where(i => i.State == ItemState.Pending && (only == null || i.SourceId == only)).GroupBy(i => i.SourceId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var tempos = await TemposAsync(db, only, now, cancellationToken);
        var days = await SourceDays.ReadAsync(db, only, now, cancellationToken);
        return [.. sources.Select(source => Line(
            source, articles.GetValueOrDefault(source.Id), pending.GetValueOrDefault(source.Id), tempos.GetValueOrDefault(source.Id) ?? SourceTempo.Unknown, days, now))];
    }

    private static async Task<Dictionary<string, SourceTempo>> TemposAsync(ChipWatchDb db, string? only, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - SourceTempo.Window;
        return await db.Items.Where(i => i.PublishedAt >= since && i.PublishedAt <= now && (only == null || i.SourceId == only)).GroupBy(i => i.SourceId)
            .Select(g => new { g.Key, Count = g.Count(), First = g.Min(i => i.PublishedAt), Last = g.Max(i => i.PublishedAt) })
            .ToDictionaryAsync(g => g.Key, g => SourceTempo.Of(g.Count, g.First!.Value, g.Last!.Value), cancellationToken);
    }

    private static SourceLine Line(SourceRow source, int articles, int pending, SourceTempo tempo, SourceDays days, DateTimeOffset now) => new(
        source.Id,
        source.Name,
        source.Kind,
        source.Url,
        source.SiteUrl,
        source.Language,
        HealthOf(source, tempo, now),
        source.Failure,
        source.Cause,
        source.LastCheckAt,
        source.LastSuccessAt,
        source.NextCheckAt,
        source.FailuresInARow,
        articles,
        pending,
        source.IsSample)
    {
        OutletId = source.OutletId,
        Folder = source.Folder,
        IsAdded = source.IsAdded,
        CheckEvery = source.CheckEvery,
        Rhythm = source.Rhythm,
        Tempo = source.IsSample ? SourceTempo.Unknown : tempo,
        Days = source.IsSample ? [] : days.Of(source.Id),
    };

    private static SourceHealth HealthOf(SourceRow source, SourceTempo tempo, DateTimeOffset now) =>
        source.IsPausedByHand ? SourceHealth.PausedByHand
        : source.IsPaused ? SourceHealth.Paused
        : source.Failure is not null ? SourceHealth.Failing
        : source.LastCheckAt is null ? SourceHealth.Waiting
        : !source.IsSample && tempo.SilenceAt(now) is not null ? SourceHealth.Silent
        : SourceHealth.Well;
}
