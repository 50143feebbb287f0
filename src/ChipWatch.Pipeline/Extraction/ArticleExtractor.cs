using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Reads one HTML page into an <see cref="ExtractedArticle"/>. Pure: nothing is fetched, no state is kept between pages. Safe to call from several threads.</summary>
/// <param name="rules">What is known of single sites.</param>
/// <param name="clock">Measures how long a page takes; the system's clock where null.</param>
public sealed class ArticleExtractor(SiteRules rules, TimeProvider? clock = null)
{
    private const int LongestTag = 60;
    private const int MostTags = 40;
    private const int LongestLink = 1_000;
    private const int MostLinks = 40;

    /// <summary>An extractor that knows no single site.</summary>
    public ArticleExtractor()
        : this(SiteRules.None)
    {
    }

    /// <summary>Extracts the article of a page.</summary>
    /// <param name="html">The decoded page.</param>
    /// <param name="url">Its address, for relative links and for the date in the path; null where unknown.</param>
    /// <returns>The article; for a page without one, an article with empty text. Broken HTML never throws.</returns>
    public ExtractedArticle Extract(string html, Uri? url)
    {
        (ExtractedArticle Article, string Body) read;
        try
        {
            read = Read(html, url, new WorkDeadline(clock));
        }
        catch (WorkTooLongException)
        {
            return new("", null, null, null, "", "", null, []) { Fault = WorkTooLongException.Say("page") };
        }

        var (article, body) = read;
        // The page's tree is gone by now: the body gets one of its own to be made safe.
        return article with { Html = body.Length == 0 ? "" : SafeHtml.Sanitize(body, url) };
    }

    /// <summary>The article without its HTML, and that as it stands in the page. A method of its own, so that nothing holds the page's tree afterwards.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private (ExtractedArticle Article, string Body) Read(string html, Uri? url, WorkDeadline work)
    {
        // The parser's time grows with the square of the depth; such a page is read as text below its head.
        using var whole = PageParser.IsTooDeep(html) ? null : Parsed(html, work);
        var start = whole is null ? Math.Max(0, html.IndexOf("<body", StringComparison.OrdinalIgnoreCase)) : 0;
        using var head = whole is null ? Parsed(html[..start], work) ?? Parsed("", work) : null;
        var (page, isTooDeep) = ((whole ?? head)!, whole is null);
        var rule = rules.For(url);
        var metadata = PageMetadata.Of(page, PageParser.JsonLd(html));
        var title = Stated(page, rule?.Title) ?? TitleReader.Read(page, metadata);
        var byline = Names(page, rule?.Byline) ?? BylineReader.Read(page, metadata);
        var published = DateReader.At(page, rule?.Date) ?? DateReader.Published(page, metadata, url);
        var siteTags = SiteTags(page);
        var (image, imageAlt) = LeadImage.Of(page, metadata);
        var tree = new PageTree(page, work);
        var asksForPay = tree.Body is { } body && TeaserReader.AsksForPay(tree, body);
        var parts = Parts(tree, rule, metadata, title);
        var language = LanguageOf(page, metadata);
        var (text, blocks, links) = BlockReader.Read(parts, title, language);
        if (isTooDeep)
        {
            text = NodeText.Paragraphs(PlainText.Lines(html[start..]));
            (blocks, links, parts) = (BlockRoles.Find(text, language), [], []);
        }
        else if (text.Length < metadata.ArticleBody?.Length / 3 && StatedBody.Of(metadata.ArticleBody) is { } said)
        {
            // Pages whose text is drawn by a script state it to search engines all the same.
            text = NodeText.Paragraphs(said.Text);
            (blocks, links, parts) = (BlockRoles.Find(text, language), [], []);
        }

        (text, blocks) = BodyLimit.Cut(text, blocks);
        language ??= BlockLanguage.Guess(text);
        var article = new ExtractedArticle(
            title,
            byline,
            published?.ToUniversalTime(),
            language,
            text,
            "",
            Absolute(image, url),
            BlockRoles.Assign(text, blocks, language))
        {
            PublishedThere = published,
            Updated = DateReader.Updated(metadata),
            ImageAlt = imageAlt,
            CanonicalUrl = ArticleAddress.Of(metadata.CanonicalUrl, url),
            SiteTags = siteTags,
            Links = Outward([.. links.Where(link => link.Start + link.Length <= text.Length)], url),
            IsTeaser = TeaserReader.IsTeaser(asksForPay, metadata, text),
        };
        return (article, text.Length == 0 ? "" : string.Concat(parts.Select(part => part.OuterHtml)));
    }

    /// <summary>The tree; null for a page with more elements than any.</summary>
    private static IHtmlDocument? Parsed(string html, WorkDeadline work)
    {
        try
        {
            return PageParser.Parse(html, work);
        }
        catch (HtmlTooLargeException)
        {
            return null;
        }
    }

    /// <summary>The elements that hold the article, furniture taken out of them.</summary>
    private static IReadOnlyList<IElement> Parts(PageTree tree, SiteRule? rule, PageMetadata metadata, string title)
    {
        if (tree.Body is not { } body)
        {
            return [];
        }

        foreach (var element in (rule?.Remove ?? []).SelectMany(selector => body.QuerySelectorAll(selector)).ToList())
        {
            tree.Remove(element);
        }

        if (rule?.Content is { } content && body.QuerySelectorAll(content) is { Length: > 0 } named)
        {
            return [.. named.Where(element => element.ParentElement?.Closest(content) is null)];
        }

        PageCleaner.Clean(tree);
        if (ContentFinder.Find(tree, StatedBody.Of(metadata.ArticleBody), title) is not { } found)
        {
            return [];
        }

        FurnitureRemover.Clean(tree, found);
        return [found];
    }

    private static string? Stated(IHtmlDocument page, string? selector) =>
        selector is not null && page.QuerySelector(selector) is { } element && NodeText.Squeeze(element.GetAttribute("content") ?? element.TextContent) is { Length: > 0 } text ? text : null;

    private static string? Names(IHtmlDocument page, string? selector) =>
        selector is null || page.QuerySelectorAll(selector) is not { Length: > 0 } found ? null
        : string.Join(", ", found.Select(element => NodeText.Squeeze(element.GetAttribute("content") ?? element.TextContent)).Where(name => name.Length > 0).Distinct());

    private static string? LanguageOf(IHtmlDocument page, PageMetadata metadata)
    {
        var stated = page.DocumentElement.GetAttribute("lang") ?? metadata.Language;
        return string.IsNullOrWhiteSpace(stated) ? null : stated.Trim().Replace('_', '-');
    }

    /// <summary>Each tag is an element of its own: read together, neighbours would be glued into one word.</summary>
    private static List<string> SiteTags(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("a[rel~=tag], [class~=tags] a, [class~=tags] > span, [class~=tags] > li, [class~=tag-row] > *, [class~=tag-list] a, [class~=article-tags] a, [class~=post-tags] a, [itemprop~=keywords] a")
            .Select(tag => NodeText.Of(tag)).Where(tag => tag.Length is > 0 and <= LongestTag).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTags)];

    /// <summary>The links that leave the site, as absolute addresses.</summary>
    private static List<BodyLink> Outward(IReadOnlyList<BodyLink> links, Uri? url) =>
        [.. links.Select(link => link with { Url = Absolute(link.Url, url) ?? "" })
            .Where(link => link.Url.Length is > 0 and <= LongestLink && (url is null || new Uri(link.Url).IdnHost != url.IdnHost)).Take(MostLinks)];

    private static string? Absolute(string? address, Uri? url) =>
        address is not null && (url is null ? Uri.TryCreate(address, UriKind.Absolute, out var made) : Uri.TryCreate(url, address, out made))
            && made.Scheme is "http" or "https" ? made.AbsoluteUri : null;
}
