using ChipWatch.Store.Rows;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>
/// The days over which stories are weighed: what is new and what moved is so within a window, and a window is what bounds the work. Seven days that end today, or, where those
/// brought nothing, at the newest story; days asked for go before both.
/// </summary>
internal sealed record RankingWindow(DateOnly From, DateOnly To)
{
    private const int Days = 7;

    /// <summary>Midnight UTC of the first day.</summary>
    public DateTimeOffset Start => StoryFiltering.StartOf(From);

    /// <summary>Midnight UTC after the last day.</summary>
    public DateTimeOffset End => StoryFiltering.StartOf(To.AddDays(1));

    /// <summary>The window of some stories.</summary>
    /// <param name="stories">The stories that could stand in it, whatever their days.</param>
    /// <param name="from">First day asked for; null for seven days.</param>
    /// <param name="to">Last day asked for; null for today, or the newest story's.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public static async Task<RankingWindow> OfAsync(IQueryable<StoryRow> stories, DateOnly? from, DateOnly? to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (to is null && from is null)
        {
            var newest = await stories.MaxAsync(s => (DateTimeOffset?)s.LatestAt, cancellationToken);
            to = newest is { } at && at < StoryFiltering.StartOf(today.AddDays(1 - Days)) ? DateOnly.FromDateTime(at.UtcDateTime) : null;
        }

        var last = to ?? (from > today ? from.Value : today);
        return new(from ?? (last.DayNumber < Days ? DateOnly.MinValue : last.AddDays(1 - Days)), last);
    }
}
