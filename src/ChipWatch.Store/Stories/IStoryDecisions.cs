namespace ChipWatch.Store.Stories;

/// <summary>What people may decide about stories.</summary>
public enum StoryDecisionKind
{
    /// <summary>Articles were taken out into a story of their own.</summary>
    Split = 0,

    /// <summary>A story was put into another.</summary>
    Merge = 1,

    /// <summary>Articles stay in their story, whatever grouping says.</summary>
    Pin = 2,
}

/// <summary>Why nothing was changed.</summary>
public enum DecisionRefusal
{
    /// <summary>No article, or no other story, was chosen.</summary>
    NothingChosen,

    /// <summary>All articles were chosen: nothing would be left behind.</summary>
    EverythingChosen,

    /// <summary>A story cannot be merged into itself.</summary>
    SameStory,
}

/// <summary>What came of a decision.</summary>
public abstract record DecisionOutcome
{
    private DecisionOutcome()
    {
    }

    /// <summary>Done; this story shows it.</summary>
    public sealed record Done(long StoryId, string Slug) : DecisionOutcome;

    /// <summary>Nothing was changed, for this reason.</summary>
    public sealed record Refused(DecisionRefusal Reason) : DecisionOutcome;

    /// <summary>There is no such story or decision.</summary>
    public sealed record Missing : DecisionOutcome;
}

/// <summary>Corrects stories by hand. Decisions are kept for good and hold through every grouping; each can be undone.</summary>
public interface IStoryDecisions
{
    /// <summary>Takes articles out of a story into a new one. The story's address stays with the article that founded it.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="articles">Some of its articles, not all; ids of others are left aside.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    Task<DecisionOutcome> SplitAsync(long storyId, IReadOnlyCollection<long> articles, CancellationToken cancellationToken);

    /// <summary>Puts all articles of a story into another; the old address leads there from then on.</summary>
    Task<DecisionOutcome> MergeAsync(long storyId, long into, CancellationToken cancellationToken);

    /// <summary>Keeps articles in their story.</summary>
    Task<DecisionOutcome> PinAsync(long storyId, IReadOnlyCollection<long> articles, CancellationToken cancellationToken);

    /// <summary>Takes a decision back: its articles return to where they were, unless a later decision holds them.</summary>
    Task<DecisionOutcome> UndoAsync(long decisionId, CancellationToken cancellationToken);
}
