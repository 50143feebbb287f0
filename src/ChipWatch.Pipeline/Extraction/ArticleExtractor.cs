using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Reads one HTML page into an <see cref="ExtractedArticle"/>. Pure: nothing is fetched, no state is kept between pages.</summary>
public sealed class ArticleExtractor
{
    private readonly HtmlParser parser = new();

    /// <summary>Extracts the article of a page.</summary>
    /// <param name="html">The decoded page.</param>
    /// <param name="url">Its address, for relative links and for the date in the path; null where unknown.</param>
    /// <returns>The article; for a page without one, an article with empty text. Broken HTML never throws.</returns>
    public ExtractedArticle Extract(string html, Uri? url)
    {
        using var page = parser.ParseDocument(html);
        var metadata = PageMetadata.Of(page);
        var title = TitleReader.Read(page, metadata);
        var byline = BylineReader.Read(page, metadata);
        var published = DateReader.Published(page, metadata, url);
        var updated = DateReader.Updated(metadata);
        var language = LanguageOf(page, metadata);
        var siteTags = SiteTags(page);
        var stated = StatedBody.Of(metadata.ArticleBody);
        var tree = new PageTree(page);
        PageCleaner.Clean(tree);
        var found = ContentFinder.Find(tree, stated, title);
        if (found is not null)
        {
            FurnitureRemover.Clean(tree, found);
        }

        IReadOnlyList<IElement> parts = found is null ? [] : [found];
        var (text, blocks) = BlockReader.Read(parts, title, language);
        var roles = BlockRoles.Assign(text, blocks, language);
        return new(
            title,
            byline,
            published?.ToUniversalTime(),
            language,
            text,
            text.Length == 0 ? "" : SafeHtml.Sanitize(string.Concat(parts.Select(part => part.OuterHtml)), url),
            Absolute(metadata.Image, url),
            roles)
        {
            PublishedThere = published,
            Updated = updated,
            CanonicalUrl = Absolute(metadata.CanonicalUrl, url),
            SiteTags = siteTags,
            IsTeaser = metadata.IsPaywalled,
        };
    }

    private static string? LanguageOf(IHtmlDocument page, PageMetadata metadata)
    {
        var stated = page.DocumentElement.GetAttribute("lang") ?? metadata.Language;
        return string.IsNullOrWhiteSpace(stated) ? null : stated.Trim().Replace('_', '-');
    }

    /// <summary>Each tag is an element of its own: read together, neighbours would be glued into one word.</summary>
    private static List<string> SiteTags(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("a[rel~=tag], [class~=tags] a, [class~=tag-row] > *, [class~=tag-list] a, [class~=article-tags] a")
            .Select(tag => NodeText.Of(tag)).Where(tag => tag.Length is > 0 and <= 60).Distinct(StringComparer.OrdinalIgnoreCase).Take(40)];

    private static string? Absolute(string? address, Uri? url) =>
        address is not null && (url is null ? Uri.TryCreate(address, UriKind.Absolute, out var made) : Uri.TryCreate(url, address, out made))
            && made.Scheme is "http" or "https" ? made.AbsoluteUri : null;
}
