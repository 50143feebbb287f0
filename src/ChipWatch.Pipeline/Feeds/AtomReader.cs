using System.Net;
using System.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Reads Atom 0.3 and 1.0 (RFC 4287).</summary>
internal sealed class AtomReader : XmlFeedFormat
{
    private static readonly string[] DateNames = ["published", "issued", "created", "dc:date", "dcterms:issued", "updated", "modified", "dcterms:modified"];

    public override FeedKind Kind => FeedKind.Atom;

    public override string ItemName => "entry";

    public override bool IsItem(FeedElement element, IReadOnlyList<FeedElement> around) =>
        element.Name == "entry" && around.Count > 0 && around[^1].Name is "feed" or "entries";

    public override FeedItem Item(FeedElement item, FeedElement root)
    {
        var id = Filled(item.Child("id")?.Text());
        var url = Link(item) ?? FeedAddress.Resolve(item.BaseUrl, item.Child("content")?["src"]) ?? (IsAddress(id) ? FeedAddress.Absolute(null, id) : null);
        var title = FeedText.Title(First(item, ["title", "dc:title", "media:title"]));
        var given = item.Child("summary") ?? item.Child("dc:description") ?? item.Child("media:description") ?? item.Child("media:group")?.Child("media:description");
        var summary = FeedText.Lines(Html(given));
        var content = item.Child("content");
        var html = Html(content);
        return new FeedItem(
            FeedText.Id(id, url, title, summary ?? html),
            url,
            title ?? "",
            FirstDate(item, DateNames),
            People(item) ?? (item.Child("source") is { } source ? People(source) : null) ?? People(root),
            summary,
            FeedText.Content(html, content?.BaseUrl),
            FeedText.Categories(item.Children("category").Select(category => Filled(category["term"]) ?? Filled(category["label"]) ?? category.Text())
                .Concat(item.Children("dc:subject").Select(subject => subject.Text()))));
    }

    public override Feed Feed(FeedElement root, IReadOnlyList<FeedItem> items) =>
        new(FeedKind.Atom, FeedText.Title(First(root, ["title", "dc:title"])), items)
        {
            SiteUrl = Link(root),
            Language = FeedText.Line(Filled(root["xml:lang"]) ?? root.Child("dc:language")?.Text()),
            AskedPause = FeedPause.Of(root),
        };

    // RFC 4287 4.2.7.2: a link without rel is an alternate one. A page for people goes before other forms of the same.
    private static string? Link(FeedElement element)
    {
        string? found = null;
        foreach (var link in element.Children("link"))
        {
            var rel = link["rel"]?.Trim();
            var isAlternate = string.IsNullOrEmpty(rel) || rel.Equals("alternate", StringComparison.OrdinalIgnoreCase)
                || rel.Equals("http://www.iana.org/assignments/relation/alternate", StringComparison.OrdinalIgnoreCase);
            if (isAlternate && FeedAddress.Resolve(link.BaseUrl, Filled(link["href"]) ?? link.Text()) is { } url)
            {
                if (link["type"] is null || link["type"]!.Contains("html", StringComparison.OrdinalIgnoreCase))
                {
                    return url;
                }

                found ??= url;
            }
        }

        return found;
    }

    private static bool IsAddress(string? id) =>
        id is not null && (id.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || id.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    private static string? People(FeedElement element) =>
        FeedText.People(element.Children("author").Select(author => FeedText.PersonName(author.HasElements ? author.Child("name")?.Text() : author.Text())))
        ?? FeedText.People(element.Children("dc:creator").Select(name => FeedText.PersonName(name.Text())));

    private static string? First(FeedElement element, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Filled(Html(element.Child(name))) is { } html)
            {
                return html;
            }
        }

        return null;
    }

    /// <summary>What a text construct or the content holds, as HTML. RFC 4287 3.1 and 4.1.3; Atom 0.3 has `mode` besides.</summary>
    private static string? Html(FeedElement? text)
    {
        if (text is null)
        {
            return null;
        }

        var type = text["type"]?.Trim().ToLowerInvariant() ?? "";
        if (text["mode"] is "base64" || (type.Contains('/', StringComparison.Ordinal) && !IsText(type) && !text.HasElements))
        {
            return FromBase64(text.Text(), isHtml: type is "" or "text/html" or "application/octet-stream" or "html" || type.Contains("xhtml", StringComparison.Ordinal));
        }

        // Titles and summaries are plain by the letter unless they say otherwise, yet many hold escaped markup and say nothing.
        return text.InnerHtml(isTextMarkup: type is not ("xhtml" or "application/xhtml+xml" or "text/plain"));
    }

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("/xml", StringComparison.Ordinal);

    private static string? FromBase64(string text, bool isHtml)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return null;
        }

        var decoded = Encoding.UTF8.GetString(bytes, 0, length);
        return isHtml ? decoded : WebUtility.HtmlEncode(decoded);
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
