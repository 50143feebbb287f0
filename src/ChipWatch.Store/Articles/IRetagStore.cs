using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Store.Articles;

/// <summary>One stored state of an article.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Title">Headline.</param>
/// <param name="Text">Body.</param>
/// <param name="Blocks">Blocks of the body.</param>
/// <param name="Original">The page as fetched; null where it is not kept or not asked for.</param>
/// <param name="OriginalType">Its Content-Type.</param>
public sealed record StoredRevision(long Id, string Title, string Text, IReadOnlyList<Block> Blocks, ReadOnlyMemory<byte>? Original, string? OriginalType)
{
    /// <summary>Links of the body to other sites.</summary>
    public IReadOnlyList<BodyLink> Links { get; init; } = [];
}

/// <summary>A stored article, to be read again by the present rules.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Url">Its address.</param>
/// <param name="SourceId">The source that led to it.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Language">Its language.</param>
/// <param name="PublishedAt">First publication.</param>
/// <param name="FirstSeenAt">When it was first read.</param>
/// <param name="Revisions">Its states, oldest first; the newest alone unless originals are asked for.</param>
public sealed record StoredArticle(
    long Id,
    string Url,
    string SourceId,
    string Outlet,
    string? Language,
    DateTimeOffset PublishedAt,
    DateTimeOffset FirstSeenAt,
    IReadOnlyList<StoredRevision> Revisions);

/// <summary>A state as the present rules read it.</summary>
/// <param name="RevisionId">Its row.</param>
/// <param name="Article">What was extracted of its original; null where the stored text stays.</param>
/// <param name="Tags">What the tagger says of it.</param>
public sealed record RereadRevision(long RevisionId, ExtractedArticle? Article, ArticleTags Tags);

/// <summary>An article as the present rules read it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Revisions">The states that were given, in their order; the last is the newest.</param>
/// <param name="Signature">What decides its story now.</param>
public sealed record RetaggedArticle(long Id, IReadOnlyList<RereadRevision> Revisions, StorySignature Signature)
{
    /// <summary>The version of the catalogue by which it was tagged.</summary>
    public long CatalogueVersion { get; init; }
}

/// <summary>What the present rules say otherwise of an article.</summary>
/// <param name="Id">The article.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Added">Tags that came: "company:amazon".</param>
/// <param name="Removed">Tags that went.</param>
/// <param name="Event">"talks/rumor → deal/announced"; null where it stayed.</param>
/// <param name="Numbers">How many numbers more or less.</param>
/// <param name="Text">Whether headline or text is read otherwise.</param>
public sealed record RetagChange(
    long Id, string Title, IReadOnlyList<string> Added, IReadOnlyList<string> Removed, string? Event, int Numbers, bool Text);

/// <summary>Reads and writes for `retag`.</summary>
public interface IRetagStore
{
    /// <summary>How many articles there are, and how many of them a run of that kind that was cut off has behind it.</summary>
    Task<(int All, int Done)> ProgressAsync(bool originals, CancellationToken cancellationToken);

    /// <summary>The next articles of a run by id; none when it is through. A run that was cut off goes on where it was.</summary>
    Task<IReadOnlyList<StoredArticle>> NextAsync(bool originals, int count, CancellationToken cancellationToken);

    /// <summary>Stores a batch and how far the run is, in one transaction.</summary>
    /// <returns>What changed; articles that got a newer revision meanwhile are left as they are.</returns>
    Task<IReadOnlyList<RetagChange>> StoreAsync(bool originals, IReadOnlyList<RetaggedArticle> batch, CancellationToken cancellationToken);

    /// <summary>The newest state of some articles; those that are gone are left out.</summary>
    Task<IReadOnlyList<StoredArticle>> LoadAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken);

    /// <summary>Of some articles those that were tagged by an earlier version of the catalogue than that one.</summary>
    Task<IReadOnlyList<long>> OlderAsync(IReadOnlyList<long> ids, long version, CancellationToken cancellationToken);

    /// <summary>Ids of articles that were tagged by names of other seeds, oldest first.</summary>
    Task<IReadOnlyList<long>> OutdatedAsync(int count, CancellationToken cancellationToken);

    /// <summary>Ids of articles that are of an outlet of these names, or credit one, oldest first.</summary>
    Task<IReadOnlyList<long>> CreditingAsync(IReadOnlyList<string> names, CancellationToken cancellationToken);

    /// <summary>Sums the stories of some articles up again, with the names of outlets that hold now.</summary>
    Task SumUpAsync(IReadOnlyList<long> articles, CancellationToken cancellationToken);

    /// <summary>Stores some articles in one transaction; no run of all is moved on by it.</summary>
    /// <returns>What changed.</returns>
    Task<IReadOnlyList<RetagChange>> StoreAsync(IReadOnlyList<RetaggedArticle> some, CancellationToken cancellationToken);

    /// <summary>Sums every story up again, counts the facets again, and ends the run. Cut off, the next run of that kind goes on where it was.</summary>
    /// <param name="originals">Which kind of run ends.</param>
    /// <param name="progress">Told how many stories are through, and of how many.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    Task FinishAsync(bool originals, Action<int, int>? progress, CancellationToken cancellationToken);
}
