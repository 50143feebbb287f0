using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Revisions;

namespace ChipWatch.Store.Articles;

/// <summary>An article whose page is to be read again.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="SourceId">The source that led to it.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="SourceUrl">The feed that linked to it: its links never use the allow-list.</param>
/// <param name="Language">Language of the article.</param>
/// <param name="Title">Headline of its newest revision.</param>
/// <param name="PublishedAt">First publication.</param>
/// <param name="FirstSeenAt">When it was first read.</param>
/// <param name="Url">What is asked.</param>
/// <param name="Validators">To ask conditionally by.</param>
public sealed record DueRereading(
    long ArticleId,
    string SourceId,
    string Outlet,
    Uri SourceUrl,
    string? Language,
    string Title,
    DateTimeOffset PublishedAt,
    DateTimeOffset FirstSeenAt,
    Uri Url,
    Validators Validators);

/// <summary>The newest state of an article with the page that it came from.</summary>
/// <param name="State">What is compared.</param>
/// <param name="Original">The page as fetched; null where it is not kept.</param>
/// <param name="OriginalType">Its Content-Type.</param>
public sealed record StoredState(ArticleState State, ReadOnlyMemory<byte>? Original, string? OriginalType);

/// <summary>What reading an article again came to.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Url">What to ask next time.</param>
/// <param name="Validators">To ask by.</param>
/// <param name="NextAt">When; null for no more.</param>
/// <param name="Cause">Why it brought nothing, in one sentence; null where it went well.</param>
public sealed record RereadingCheck(long ArticleId, Uri Url, Validators Validators, DateTimeOffset? NextAt, string? Cause);

/// <summary>Which articles are read again, and what came of it.</summary>
public interface IRereadingStore
{
    /// <summary>Articles that are due, longest due first.</summary>
    Task<IReadOnlyList<DueRereading>> DueAsync(int limit, CancellationToken cancellationToken);

    /// <summary>The newest state of an article; null where it is gone.</summary>
    Task<StoredState?> NewestAsync(long articleId, CancellationToken cancellationToken);

    /// <summary>Stores that an article was read again, after what it brought was stored.</summary>
    Task StoreCheckAsync(RereadingCheck check, CancellationToken cancellationToken);

    /// <summary>Removes original pages of revisions older than the configured days. Looks only at those that passed the limit since the last call.</summary>
    /// <returns>How many pages went.</returns>
    Task<int> ForgetOriginalsAsync(CancellationToken cancellationToken);
}
