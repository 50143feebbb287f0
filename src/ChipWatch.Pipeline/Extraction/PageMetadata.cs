using System.Text.Json;
using AngleSharp.Html.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>What a page says of itself to machines: JSON-LD (schema.org), Open Graph and meta elements.</summary>
internal sealed record PageMetadata
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private static readonly string[] ArticleTypes =
        ["Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "TechArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "LiveBlogPosting", "Report", "ScholarlyArticle"];

    public string? Headline { get; private set; }

    public string? Author { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Language { get; private set; }

    public string? Image { get; private set; }

    /// <summary>What the lead image shows, in words.</summary>
    public string? ImageAlt { get; private set; }

    public string? SiteName { get; private set; }

    public string? OpenGraphTitle { get; private set; }

    public string? CanonicalUrl { get; private set; }

    public bool IsPaywalled { get; private set; }

    /// <summary>The article's body as the page states it.</summary>
    public string? ArticleBody { get; private set; }

    /// <summary>Reads them; what is broken is passed over.</summary>
    /// <param name="page">The page.</param>
    /// <param name="jsonLd">The texts of its scripts with JSON-LD.</param>
    public static PageMetadata Of(IHtmlDocument page, IEnumerable<string> jsonLd)
    {
        var metadata = new PageMetadata();
        foreach (var script in jsonLd)
        {
            metadata.ReadJsonLd(script);
        }

        string? Meta(params string[] names) => names
            .Select(name => page.QuerySelector($"meta[property='{name}' i], meta[name='{name}' i], meta[itemprop='{name}' i]")?.GetAttribute("content"))
            .FirstOrDefault(content => !string.IsNullOrWhiteSpace(content))?.Trim();
        metadata.OpenGraphTitle = Meta("og:title", "twitter:title", "dc.title", "parsely-title");
        metadata.SiteName = Meta("og:site_name", "application-name", "publisher");
        metadata.Author ??= Meta("author", "article:author_name", "parsely-author", "dc.creator", "sailthru.author", "byl");
        metadata.Published ??= Meta("article:published_time", "datePublished", "parsely-pub-date", "pubdate", "publish_date", "publishdate", "publication_date", "dc.date.issued", "dcterms.created", "dc.date", "sailthru.date", "date", "og:published_time");
        metadata.Modified ??= Meta("article:modified_time", "dateModified", "og:updated_time", "last-modified");
        metadata.Language ??= Meta("og:locale", "content-language", "language", "dc.language") ?? page.QuerySelector("meta[http-equiv='content-language' i]")?.GetAttribute("content");
        metadata.Image ??= Meta("og:image", "twitter:image");
        metadata.ImageAlt = Meta("og:image:alt", "twitter:image:alt");
        metadata.CanonicalUrl = page.QuerySelector("link[rel='canonical' i]")?.GetAttribute("href") ?? Meta("og:url");
        return metadata;
    }

    private void ReadJsonLd(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Trim().TrimEnd(';'), Lenient);
            var open = new Stack<JsonElement>();
            open.Push(document.RootElement);
            while (open.TryPop(out var element))
            {
                if (element.ValueKind == JsonValueKind.Array)
                {
                    foreach (var entry in element.EnumerateArray().Reverse())
                    {
                        open.Push(entry);
                    }
                }
                else if (element.ValueKind == JsonValueKind.Object)
                {
                    if (IsArticle(element))
                    {
                        ReadArticle(element);
                    }

                    foreach (var member in new[] { "mainEntity", "@graph" })
                    {
                        if (element.TryGetProperty(member, out var inner))
                        {
                            open.Push(inner);
                        }
                    }
                }
            }
        }
        catch (JsonException)
        {
            // Broken JSON-LD is common; the page's other statements serve as well.
            return;
        }
    }

    private void ReadArticle(JsonElement article)
    {
        Headline ??= Text(article, "headline");
        Published ??= Text(article, "datePublished");
        Modified ??= Text(article, "dateModified");
        Language ??= Text(article, "inLanguage");
        Author ??= Names(article, "author");
        ArticleBody ??= Text(article, "articleBody");
        IsPaywalled |= article.TryGetProperty("isAccessibleForFree", out var free)
            && (free.ValueKind == JsonValueKind.False || (free.ValueKind == JsonValueKind.String && free.GetString()!.Equals("false", StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsArticle(JsonElement element) => element.TryGetProperty("@type", out var type) && (type.ValueKind switch
    {
        JsonValueKind.String => ArticleTypes.Contains(type.GetString()),
        JsonValueKind.Array => type.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && ArticleTypes.Contains(one.GetString())),
        _ => false,
    });

    private static string? Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Trim().Length > 0
            ? System.Net.WebUtility.HtmlDecode(text.Trim())
            : null;

    private static string? Names(JsonElement element, string member)
    {
        if (!element.TryGetProperty(member, out var value))
        {
            return null;
        }

        IEnumerable<JsonElement> entries = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        var names = entries.Select(entry => entry.ValueKind switch
        {
            JsonValueKind.String => entry.GetString(),
            JsonValueKind.Object => Text(entry, "name"),
            _ => null,
        }).Where(name => !string.IsNullOrWhiteSpace(name)).Distinct().ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }
}
