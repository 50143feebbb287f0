namespace ChipWatch.Pipeline.Extraction;

/// <summary>Reads one HTML page into an <see cref="ExtractedArticle"/>. Pure: nothing is fetched, no state is kept between pages.</summary>
public sealed class ArticleExtractor
{
    /// <summary>Extracts the article of a page.</summary>
    /// <param name="html">The decoded page.</param>
    /// <param name="url">Its address, for relative links and for the date in the path; null where unknown.</param>
    /// <returns>The article; for a page without one, an article with empty text. Broken HTML never throws.</returns>
    public ExtractedArticle Extract(string html, Uri? url) => throw new NotSupportedException();
}
