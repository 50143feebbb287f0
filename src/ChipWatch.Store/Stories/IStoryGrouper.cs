namespace ChipWatch.Store.Stories;

/// <summary>Puts stored articles into stories.</summary>
public interface IStoryGrouper
{
    /// <summary>Groups every article that has no story yet, oldest first; resumes where it was interrupted.</summary>
    /// <returns>Ids of the stories that are new or grew.</returns>
    Task<IReadOnlyCollection<long>> GroupAsync(CancellationToken cancellationToken);
}
