using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>What of an article decides which story it belongs to. Small, and kept in the store as JSON.</summary>
/// <param name="Published">First publication, UTC.</param>
/// <param name="Keys">Index keys ("company:amazon", "chip:…", rare terms): only stories that share one are candidates. At most 40.</param>
public sealed record StorySignature(DateTimeOffset Published, IReadOnlyList<string> Keys)
{
    /// <summary>The signature of a tagged article.</summary>
    public static StorySignature Of(ArticleText article, ArticleTags tags) => new(article.Published ?? DateTimeOffset.UnixEpoch, []);
}
