using ChipWatch.Pipeline.Claims;
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
    string Reason)
{
    /// <summary>The one name of its outlet, by which credits name it.</summary>
    public string Teller { get; init; } = Outlet;

    /// <summary>Whether it comments, and reports no event.</summary>
    public bool IsComment { get; init; }

    /// <summary>What it adds to the articles before it; empty for an echo.</summary>
    public IReadOnlyList<ArticleAddition> Adds { get; init; } = [];
}

/// <summary>A new fact of an article.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The outlet, status, question, or the name of the chip or company; "" for the claim and for a number.</param>
/// <param name="Number">The number, where it is one.</param>
public sealed record ArticleAddition(AddedKind Kind, string Value, Quantity? Number = null);

/// <summary>One rung of a claim's ladder: the first article that lifts or lowers the story's status.</summary>
public sealed record StoryRung(EventStatus Status, DateTimeOffset At, long ArticleId, string ArticleSlug, string Outlet, string? Quote)
{
    /// <summary>Whom the article credits, outermost first.</summary>
    public IReadOnlyList<string> ReportedBy { get; init; } = [];

    /// <summary>The later story that tells this step; null where an article of the story itself does.</summary>
    public StoryAddress? From { get; init; }

    /// <summary>The later report that denied, cancelled or overtook it; null for a rung that holds.</summary>
    public RungEnd? TakenBack { get; init; }

    /// <summary>Why it is no rung, though it is worded like one; null for a rung.</summary>
    public UnliftedReason? Unlifted { get; init; }

    /// <summary>How many more reports are worded like it, where it is no rung.</summary>
    public int Others { get; init; }
}

/// <summary>Who took a rung back, and when.</summary>
public sealed record RungEnd(EventStatus Status, DateTimeOffset At, long ArticleId, string ArticleSlug, string Outlet);

/// <summary>A story that follows another up, or is followed up.</summary>
/// <param name="Story">The other story.</param>
/// <param name="Reason">Why the two belong together, in words.</param>
public sealed record StoryLink(StoryCard Story, string Reason);

/// <summary>A decision by hand that holds.</summary>
/// <param name="Id">Its id, for undoing it.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="At">When.</param>
/// <param name="Titles">Headlines of the articles it moved or pinned, oldest first.</param>
/// <param name="Other">The story on the other side; null for a pin, and where it is the very story that is shown.</param>
public sealed record StoryDecision(long Id, StoryDecisionKind Kind, DateTimeOffset At, IReadOnlyList<string> Titles, StoryAddress? Other);

/// <summary>A number within a story.</summary>
public sealed record StoryQuantity(Quantity Quantity, long ArticleId, string ArticleSlug, string Outlet);

/// <summary>One story, whole.</summary>
/// <param name="Card">As in lists.</param>
/// <param name="Articles">Its articles, oldest first.</param>
/// <param name="Rungs">Its ladder, oldest first.</param>
/// <param name="Quantities">Numbers that are not hypothetical.</param>
public sealed record StoryView(StoryCard Card, IReadOnlyList<StoryArticle> Articles, IReadOnlyList<StoryRung> Rungs, IReadOnlyList<StoryQuantity> Quantities)
{
    /// <summary>Reports that word the claim otherwise than it stands and did not move it, oldest first.</summary>
    public IReadOnlyList<StoryRung> Unlifted { get; init; } = [];

    /// <summary>Numbers of invented or supposed cases: shown as left out.</summary>
    public IReadOnlyList<StoryQuantity> LeftOut { get; init; } = [];

    /// <summary>The stories that it follows up, newest first.</summary>
    public IReadOnlyList<StoryLink> Follows { get; init; } = [];

    /// <summary>The stories that follow it up, oldest first.</summary>
    public IReadOnlyList<StoryLink> FollowedBy { get; init; } = [];

    /// <summary>What a reader would ask, open or answered.</summary>
    public IReadOnlyList<OpenQuestion> Questions { get; init; } = [];

    /// <summary>What people decided about it, latest first.</summary>
    public IReadOnlyList<StoryDecision> Decisions { get; init; } = [];

    /// <summary>What its articles have in common; null for a story of one or two.</summary>
    public StoryGround? Ground { get; init; }

    /// <summary>The day at whose end all this held; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Articles that were published after that day, and are left out.</summary>
    public int LeftLater { get; init; }

    /// <summary>Day of its first article.</summary>
    public DateOnly First { get; init; }

    /// <summary>Day of its last article, whatever day is asked for.</summary>
    public DateOnly Last { get; init; }
}

/// <summary>By what a story is called in addresses.</summary>
public sealed record StoryAddress(long Id, string Slug);

/// <summary>Reads stories.</summary>
public interface IStoryQueries
{
    /// <summary>One story, or null where there is none of that id.</summary>
    Task<StoryView?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>One story as it stood at the end of a day (UTC): nothing that was published later enters. Decisions by hand are those that hold now.</summary>
    /// <returns>Null where there is no such story, or no article of it was there yet.</returns>
    Task<StoryView?> AsOfAsync(long id, DateOnly day, CancellationToken cancellationToken);

    /// <summary>Stories that another may be merged into, the nearest first: those that share most with it, or those that hold all words.</summary>
    /// <param name="id">The story; it is not among the answers.</param>
    /// <param name="words">Words to find; blank for what shares most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<StoryCard>> NearAsync(long id, string? words, CancellationToken cancellationToken);

    /// <summary>Where the address of a story that is no more leads: to the story that holds the article which founded it. Null where there never was one.</summary>
    Task<StoryAddress?> MovedToAsync(long id, CancellationToken cancellationToken);
}
