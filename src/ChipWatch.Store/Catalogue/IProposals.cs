using ChipWatch.Pipeline.Text;

namespace ChipWatch.Store.Catalogue;

/// <summary>A sentence that uses a proposed name like one of a company or chip.</summary>
/// <param name="ArticleId">Its article.</param>
/// <param name="Slug">Readable tail of the article's address.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="PublishedAt">When.</param>
/// <param name="Evidence">The sentence.</param>
public sealed record ProposalExample(long ArticleId, string Slug, string Outlet, DateTimeOffset PublishedAt, TextSpan Evidence);

/// <summary>A name that the catalogue lacks.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Name">As first written.</param>
/// <param name="IsChip">Used like a chip; otherwise like a company.</param>
/// <param name="Articles">How many articles use it so.</param>
/// <param name="Outlets">Of how many outlets.</param>
/// <param name="FirstAt">Publication of the first.</param>
/// <param name="LastAt">Publication of the last.</param>
/// <param name="Examples">Some of the sentences, newest first.</param>
public sealed record Proposal(
    long Id, string Name, bool IsChip, int Articles, int Outlets, DateTimeOffset FirstAt, DateTimeOffset LastAt, IReadOnlyList<ProposalExample> Examples);

/// <summary>Proposals as the page lists them.</summary>
/// <param name="Shown">Most outlets first, then most articles.</param>
/// <param name="All">How many there are from the threshold on.</param>
/// <param name="Below">How many wait below it.</param>
/// <param name="Rejected">Names that a person rejected, newest first.</param>
public sealed record ProposalList(IReadOnlyList<Proposal> Shown, int All, int Below, IReadOnlyList<RejectedName> Rejected);

/// <summary>A rejected name.</summary>
public sealed record RejectedName(long Id, string Name, bool IsChip, DateTimeOffset At);

/// <summary>The queue of names that behave like companies or chips and stand in no list.</summary>
public interface IProposals
{
    /// <summary>From so many articles on a proposal is shown.</summary>
    const int Threshold = 2;

    /// <summary>What is to be decided.</summary>
    Task<ProposalList> ListAsync(int most, CancellationToken cancellationToken);

    /// <summary>How many are to be decided.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);

    /// <summary>One proposal, or null.</summary>
    Task<Proposal?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Never proposes the name again.</summary>
    /// <returns>False where there is no such proposal.</returns>
    Task<bool> RejectAsync(long id, CancellationToken cancellationToken);

    /// <summary>Lets a rejected name be proposed again, by articles that come from now on.</summary>
    Task<bool> AllowAsync(long id, CancellationToken cancellationToken);
}
