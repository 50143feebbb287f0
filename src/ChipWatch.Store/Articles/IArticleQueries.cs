using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Store.Articles;

/// <summary>A tag of an article with its proof.</summary>
public sealed record ArticleTagView(TagName Name, Salience Salience, double Score, IReadOnlyList<TextSpan> Evidence, IReadOnlyList<ScorePart> Parts);

/// <summary>One state of an article.</summary>
/// <param name="Number">From 1.</param>
/// <param name="SeenAt">When it was first read so.</param>
/// <param name="Title">Its headline.</param>
public sealed record RevisionLine(int Number, DateTimeOffset SeenAt, string Title)
{
    /// <summary>What it means that it follows the one before; empty for the first.</summary>
    public IReadOnlyList<RevisionChange> Changes { get; init; } = [];

    /// <summary>Words of the one before that went.</summary>
    public int WordsRemoved { get; init; }

    /// <summary>Words that came.</summary>
    public int WordsAdded { get; init; }
}

/// <summary>Two states of an article side by side.</summary>
/// <param name="Old">The older one.</param>
/// <param name="New">The newer one.</param>
/// <param name="Title">The headline, word by word.</param>
/// <param name="Rows">The text, paragraph by paragraph.</param>
public sealed record RevisionComparison(RevisionLine Old, RevisionLine New, IReadOnlyList<DiffPiece> Title, IReadOnlyList<ComparedRow> Rows);

/// <summary>One article, whole, in one of its revisions.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Readable tail of its address.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Url">The original.</param>
/// <param name="PublishedAt">UTC; midnight where only the day is known.</param>
/// <param name="Language">BCP 47 language.</param>
/// <param name="Byline">Who wrote it.</param>
/// <param name="Title">Headline of the revision shown.</param>
/// <param name="Text">Body of the revision shown.</param>
/// <param name="Blocks">Its blocks.</param>
/// <param name="Companies">Primary ones first.</param>
/// <param name="Chips">Most salient first.</param>
/// <param name="Topics">Most salient first.</param>
/// <param name="Event">What it reports; null for nothing.</param>
/// <param name="Quantities">All numbers, hypothetical ones too.</param>
/// <param name="Revisions">All states, oldest first.</param>
/// <param name="Revision">Number of the one shown; tags stand for the newest only.</param>
/// <param name="Story">Its story; null until it is grouped.</param>
/// <param name="IsSample">Whether it comes from the sample corpus.</param>
public sealed record ArticleView(
    long Id,
    string Slug,
    string Outlet,
    string Url,
    DateTimeOffset PublishedAt,
    string? Language,
    string? Byline,
    string Title,
    string Text,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<ArticleTagView> Companies,
    IReadOnlyList<ArticleTagView> Chips,
    IReadOnlyList<ArticleTagView> Topics,
    ArticleEvent? Event,
    IReadOnlyList<Quantity> Quantities,
    IReadOnlyList<RevisionLine> Revisions,
    int Revision,
    StoryCard? Story,
    bool IsSample)
{
    /// <summary>When its page was last read again; null where it never was.</summary>
    public DateTimeOffset? LastReadAt { get; init; }

    /// <summary>The state shown beside the one before it, where that was asked for.</summary>
    public RevisionComparison? Comparison { get; init; }

    /// <summary>Why the last look at its page brought nothing; null where it went well.</summary>
    public string? ReadingCause { get; init; }
}

/// <summary>Reads articles.</summary>
public interface IArticleQueries
{
    /// <summary>One article, or null where there is none of that id or revision.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="revision">Which state, from 1; null for the newest.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<ArticleView?> FindAsync(long id, int? revision, CancellationToken cancellationToken);

    /// <summary>A state beside the one before it; null where there is none before it.</summary>
    /// <param name="id">The article.</param>
    /// <param name="revision">The newer of the two; null for the newest.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<RevisionComparison?> CompareAsync(long id, int? revision, CancellationToken cancellationToken);
}
