using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Store.Catalogue;

/// <summary>A change of the catalogue, as it was made.</summary>
/// <param name="Id">Counts up.</param>
/// <param name="Edit">What differs.</param>
/// <param name="At">When.</param>
/// <param name="UndoneAt">When it was undone; null where it holds.</param>
/// <param name="IsWaiting">Whether it holds and changes nothing, for the seeds have no such entry any more.</param>
public sealed record CatalogueChange(long Id, CatalogueEdit Edit, DateTimeOffset At, DateTimeOffset? UndoneAt, bool IsWaiting);

/// <summary>What came of a change.</summary>
public abstract record CatalogueOutcome
{
    private CatalogueOutcome()
    {
    }

    /// <summary>It holds from now on.</summary>
    /// <param name="ChangeId">The change.</param>
    /// <param name="Edit">What it says.</param>
    /// <param name="Version">The version of the catalogue that it made.</param>
    public sealed record Done(long ChangeId, CatalogueEdit Edit, long Version) : CatalogueOutcome;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(EditFault Fault) : CatalogueOutcome;

    /// <summary>There is no such change, or it is undone already.</summary>
    public sealed record Missing : CatalogueOutcome;
}

/// <summary>A version whose articles are to be tagged again.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Touched">Spellings of which one stands in each of them.</param>
/// <param name="IsOfOutlet">Whether the names of an outlet changed: then origins are counted again too.</param>
public sealed record UnsettledVersion(long Version, IReadOnlyList<string> Touched, bool IsOfOutlet);

/// <summary>How the articles stand to the catalogue.</summary>
/// <param name="Version">The present version.</param>
/// <param name="Since">Since when it holds.</param>
/// <param name="Outdated">Articles that were tagged by names of other seeds.</param>
/// <param name="Changes">Changes that hold.</param>
/// <param name="IsSettled">Whether every change has reached the articles that it touches.</param>
public sealed record CatalogueStanding(long Version, DateTimeOffset? Since, int Outdated, int Changes, bool IsSettled);

/// <summary>Keeps what people change of the catalogue, laid over the seeds. Changes are kept for good; each can be undone.</summary>
public interface ICatalogueStore
{
    /// <summary>Takes in what changed in the store or the seeds since the last look. Costs one query where nothing did.</summary>
    Task RefreshAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a change; all who ask <see cref="LiveCatalogue"/> see it from then on. Articles follow, see <see cref="UnsettledAsync"/>.</summary>
    Task<CatalogueOutcome> SaveAsync(CatalogueEdit edit, CancellationToken cancellationToken);

    /// <summary>Takes a change back. Later changes of the same entry stay, as far as they still find what they change.</summary>
    Task<CatalogueOutcome> UndoAsync(long changeId, CancellationToken cancellationToken);

    /// <summary>All changes, newest first.</summary>
    Task<IReadOnlyList<CatalogueChange>> ChangesAsync(CancellationToken cancellationToken);

    /// <summary>How the articles stand to the catalogue.</summary>
    Task<CatalogueStanding> StandingAsync(CancellationToken cancellationToken);

    /// <summary>Versions whose articles are still to be tagged again, oldest first.</summary>
    Task<IReadOnlyList<UnsettledVersion>> UnsettledAsync(CancellationToken cancellationToken);

    /// <summary>Notes that all articles that a version touches were tagged again.</summary>
    /// <returns>False where there still is one that was not: it came while the others were tagged.</returns>
    Task<bool> SettleAsync(long version, CancellationToken cancellationToken);

    /// <summary>Ids of articles that hold one of the spellings, newest first; may hold some more than the tagger finds, never fewer.</summary>
    /// <param name="spellings">What to look for; one that ends in '*' stands for any ending.</param>
    /// <param name="below">Only ids below this one.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<IReadOnlyList<long>> NamingAsync(IReadOnlyList<string> spellings, long below, int most, CancellationToken cancellationToken);
}
