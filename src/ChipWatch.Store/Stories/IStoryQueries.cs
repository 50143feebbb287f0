using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Store.Stories;

/// <summary>One article within its story.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Readable tail of its address.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Url">The original.</param>
/// <param name="PublishedAt">UTC; midnight where only the day is known.</param>
/// <param name="Language">BCP 47 language.</param>
/// <param name="Status">The status that this article itself supports.</param>
/// <param name="ReportedBy">Whom it credits, outermost first.</param>
/// <param name="Quote">The sentence that shows the status.</param>
/// <param name="Reason">Why it belongs to the story, in words.</param>
public sealed record StoryArticle(
    long Id,
    string Slug,
    string Title,
    string Outlet,
    string Url,
    DateTimeOffset PublishedAt,
    string? Language,
    EventStatus? Status,
    IReadOnlyList<string> ReportedBy,
    string? Quote,
    string Reason);

/// <summary>One rung of a claim's ladder: the first article that lifts or lowers the story's status.</summary>
public sealed record StoryRung(EventStatus Status, DateTimeOffset At, long ArticleId, string ArticleSlug, string Outlet, string? Quote);

/// <summary>A number within a story.</summary>
public sealed record StoryQuantity(Quantity Quantity, long ArticleId, string ArticleSlug, string Outlet);

/// <summary>One story, whole.</summary>
/// <param name="Card">As in lists.</param>
/// <param name="Articles">Its articles, oldest first.</param>
/// <param name="Rungs">Its ladder, oldest first.</param>
/// <param name="Quantities">Numbers that are not hypothetical.</param>
public sealed record StoryView(StoryCard Card, IReadOnlyList<StoryArticle> Articles, IReadOnlyList<StoryRung> Rungs, IReadOnlyList<StoryQuantity> Quantities);

/// <summary>Reads stories.</summary>
public interface IStoryQueries
{
    /// <summary>One story, or null where there is none of that id.</summary>
    Task<StoryView?> FindAsync(long id, CancellationToken cancellationToken);
}
