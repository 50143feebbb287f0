using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Sources;

/// <summary>What one day of one source holds, as the database counts it.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Day">Days since 1 January 1970, UTC.</param>
/// <param name="Items">Items dated on the day.</param>
/// <param name="Well">Checks that went well.</param>
/// <param name="Failed">Checks that failed.</param>
internal sealed record SourceDayCount(string SourceId, long Day, int Items, int Well, int Failed);

/// <summary>The last two weeks of sources, day by day.</summary>
internal sealed class SourceDays
{
    private const int Shown = 14;
    private readonly ILookup<string, SourceDayCount> items;
    private readonly ILookup<string, SourceDayCount> checks;
    private readonly long today;

    private SourceDays(ILookup<string, SourceDayCount> items, ILookup<string, SourceDayCount> checks, long today) =>
        (this.items, this.checks, this.today) = (items, checks, today);

    /// <summary>Asks the database, which counts by day itself: a source may have hundreds of checks in two weeks.</summary>
    /// <param name="db">The database.</param>
    /// <param name="only">One source; null for all.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public static async Task<SourceDays> ReadAsync(ChipWatchDb db, string? only, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = now.ToUnixTimeSeconds() / 86400;
        var from = DateTimeOffset.FromUnixTimeSeconds((today - Shown + 1) * 86400);
        var items = await db.ItemsByDay(from).Where(d => only == null || d.SourceId == only).ToListAsync(cancellationToken);
        var checks = await db.ChecksByDay(from).Where(d => only == null || d.SourceId == only).ToListAsync(cancellationToken);
        return new(items.ToLookup(d => d.SourceId), checks.ToLookup(d => d.SourceId), today);
    }

    /// <summary>The days of one source, oldest first.</summary>
    public IReadOnlyList<SourceDay> Of(string sourceId)
    {
        var dated = items[sourceId].ToDictionary(d => d.Day, d => d.Items);
        var asked = checks[sourceId].ToDictionary(d => d.Day);
        return [.. Enumerable.Range(1 - Shown, Shown).Select(offset => Of(today + offset))];

        SourceDay Of(long day) => new(DateOnly.FromDateTime(DateTimeOffset.UnixEpoch.AddDays(day).UtcDateTime), dated.GetValueOrDefault(day), IsGap(day));

        // A day on which every check failed. A day without any check is no gap: a source of slow rhythm is not asked every day.
        bool IsGap(long day) => asked.TryGetValue(day, out var tried) && tried is { Failed: > 0, Well: 0 };
    }
}
