using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Store.Today;

/// <summary>A story whose status changed.</summary>
/// <param name="Story">The story.</param>
/// <param name="From">Status before; null where it was first heard of.</param>
/// <param name="To">Status since.</param>
/// <param name="At">When the article that moved it was published.</param>
/// <param name="Outlet">That article's outlet.</param>
/// <param name="ArticleId">That article.</param>
/// <param name="ArticleSlug">Readable tail of its address.</param>
/// <param name="Quote">The sentence that shows it.</param>
public sealed record StatusMove(StoryCard Story, EventStatus? From, EventStatus To, DateTimeOffset At, string Outlet, long ArticleId, string ArticleSlug, string? Quote);

/// <summary>A story with the printed sum that ranks it.</summary>
public sealed record RankedStory(StoryCard Story, double Score, IReadOnlyList<ScorePart> Parts);

/// <summary>How much is written about a vendor.</summary>
/// <param name="Vendor">The company.</param>
/// <param name="Stories">Stories of the window.</param>
/// <param name="Before">Stories of the window of equal length before.</param>
public sealed record VendorPulse(TagName Vendor, int Stories, int Before);

/// <summary>What moved: the first page of the morning.</summary>
/// <param name="From">First day of the window.</param>
/// <param name="To">Last day: today, or the day of the newest story where the last week brought none.</param>
/// <param name="IsCurrent">Whether the window ends today.</param>
/// <param name="Moves">Status moves in the window, newest first, at most 8.</param>
/// <param name="Leads">Highest ranked stories of the window, at most 6.</param>
/// <param name="Pulse">Vendors with most stories in the window, at most 10.</param>
/// <param name="Sources">When sources were last read and which ail.</param>
/// <param name="Stories">Stories of the window.</param>
/// <param name="Articles">Articles of those.</param>
/// <param name="HasSamples">Whether the store holds the sample corpus.</param>
public sealed record TodayView(
    DateOnly From,
    DateOnly To,
    bool IsCurrent,
    IReadOnlyList<StatusMove> Moves,
    IReadOnlyList<RankedStory> Leads,
    IReadOnlyList<VendorPulse> Pulse,
    SourceSummary Sources,
    int Stories,
    int Articles,
    bool HasSamples)
{
    /// <summary>Claims that moved in the window; <see cref="Moves"/> holds the newest moves alone.</summary>
    public int Moved { get; init; }
}

/// <summary>Reads what moved.</summary>
public interface ITodayQueries
{
    /// <summary>The seven days that end at <paramref name="now"/>, or at the newest story where those are empty.</summary>
    Task<TodayView> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
