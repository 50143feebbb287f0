namespace ChipWatch.Store.Stories;

/// <summary>An article that changed its story when all were grouped again.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Title">Its headline.</param>
/// <param name="From">The story it was in; null for none.</param>
/// <param name="To">The story it is in; null for none.</param>
public sealed record StoryChange(long ArticleId, string Title, long? From, long? To);

/// <summary>Puts stored articles into stories.</summary>
public interface IStoryGrouper
{
    /// <summary>Groups every article that has no story yet, oldest first; resumes where it was interrupted.</summary>
    /// <returns>Ids of the stories that are new, grew, or may have lost an article.</returns>
    Task<IReadOnlyCollection<long>> GroupAsync(CancellationToken cancellationToken);

    /// <summary>The same, and tells how many articles are through, and of how many.</summary>
    /// <returns>Ids of the stories that are new, grew, or may have lost an article.</returns>
    Task<IReadOnlyCollection<long>> GroupAsync(Action<int, int>? progress, CancellationToken cancellationToken);

    /// <summary>The same, and what came late is put in order at once, however much time that takes: afterwards nothing is owed.</summary>
    /// <returns>Ids of the stories that are new, grew, or may have lost an article.</returns>
    Task<IReadOnlyCollection<long>> SettleAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Groups every stored article from scratch, through the present rules and with what was decided by hand. The first 5,000 articles are one step, the
    /// rest steps of some hundreds; where it is ended in between, the next grouping goes on.
    /// </summary>
    /// <param name="progress">Told how many articles are through, and of how many.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    /// <returns>The articles whose story is another one now, oldest first.</returns>
    Task<IReadOnlyList<StoryChange>> RegroupAllAsync(Action<int, int>? progress, CancellationToken cancellationToken);
}
