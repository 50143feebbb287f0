using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Store.Articles;

/// <summary>A page that went through all the steps, ready to be stored.</summary>
/// <param name="SourceId">The source whose item led to it.</param>
/// <param name="Outlet">Name of the outlet.</param>
/// <param name="CanonicalUrl">The address by which it is known.</param>
/// <param name="PublishedAt">First publication, UTC.</param>
/// <param name="Article">What was extracted.</param>
/// <param name="Tags">What the tagger says.</param>
/// <param name="Signature">What decides its story.</param>
/// <param name="Original">The page as fetched; null where the feed gave the text.</param>
public sealed record ReadArticle(
    string SourceId,
    string Outlet,
    string CanonicalUrl,
    DateTimeOffset PublishedAt,
    ExtractedArticle Article,
    ArticleTags Tags,
    StorySignature Signature,
    ReadOnlyMemory<byte>? Original)
{
    /// <summary>How the page was had, to ask for it again; null where the feed gave the text.</summary>
    public PageOrigin? Page { get; init; }

    /// <summary>The version of the catalogue by which it was tagged; 0 for none that the store knows.</summary>
    public long CatalogueVersion { get; init; }
}

/// <summary>How a page was had.</summary>
/// <param name="Url">The address that answered.</param>
/// <param name="ContentType">Its Content-Type: names the encoding.</param>
/// <param name="Validators">To ask conditionally by.</param>
public sealed record PageOrigin(Uri Url, string? ContentType, Validators Validators);

/// <summary>What storing an article came to.</summary>
public enum StoredAs
{
    /// <summary>A new article.</summary>
    New,

    /// <summary>A further revision of a known one.</summary>
    Revised,

    /// <summary>Known, and it says the same.</summary>
    Unchanged,
}

/// <summary>Writes articles.</summary>
public interface IArticleStore
{
    /// <summary>Stores what an item led to, in one transaction: article, revision, tags, event, numbers, index, and the item's state.</summary>
    /// <returns>What it came to; the same call again gives <see cref="StoredAs.Unchanged"/> and writes nothing but the item's state.</returns>
    Task<StoredAs> StoreAsync(long itemId, ReadArticle read, CancellationToken cancellationToken);

    /// <summary>Stores what a page says now that was read before. The article stays the same one, whatever its address or headline became.</summary>
    /// <returns>Revised or unchanged.</returns>
    Task<StoredAs> StoreAgainAsync(long articleId, ReadArticle read, CancellationToken cancellationToken);

    /// <summary>Notes that an article that says the same as before is now found at another address.</summary>
    Task NoteAddressAsync(long articleId, string url, CancellationToken cancellationToken);
}
