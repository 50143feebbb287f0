using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Reads RSS 0.91 to 2.0 and RDF (RSS 0.90 and 1.0), with what Dublin Core, Media RSS, iTunes and embedded Atom add.</summary>
internal sealed class RssReader(FeedKind kind) : XmlFeedFormat
{
    private static readonly string[] DateNames = ["pubdate", "dc:date", "dcterms:issued", "atom:published", "published", "dcterms:created", "dcterms:date", "date"];
    private static readonly string[] ChangeNames = ["atom:updated", "dcterms:modified", "updated", "lastbuilddate", "modified"];
    private static readonly string[] TitleNames = ["title", "dc:title", "atom:title", "media:title", "itunes:title"];
    private static readonly string[] SummaryNames =
        ["description", "dc:description", "dcterms:abstract", "atom:summary", "summary", "itunes:summary", "media:description", "itunes:subtitle"];

    private static readonly string[] ContentNames = ["content:encoded", "xhtml:body", "xhtml:div", "atom:content", "body", "fullitem", "?:fullitem"];

    private Uri? _site;
    private int _seen;

    public override FeedKind Kind => kind;

    public override string ItemName => "item";

    public override bool IsItem(FeedElement element, IReadOnlyList<FeedElement> around) =>
        element.Name == "item" && around.Count > 0 && around[^1].Name is "channel" or "rss" or "rdf:rdf" or "rdf" or "items";

    public override FeedItem Item(FeedElement item, FeedElement root)
    {
        var baseUrl = item.HasOwnBase ? item.BaseUrl : Site(root) ?? item.BaseUrl;
        var guid = item.Child("guid");
        var about = item["rdf:about"];
        var url = Link(item, baseUrl)
            ?? (guid?["ispermalink"] is "false" ? null : Permalink(guid?.Text()))
            ?? Permalink(about);
        var title = FeedText.Title(First(item, TitleNames));
        var summary = FeedText.Lines(First(item, SummaryNames));
        var content = First(item, ContentNames);
        return new FeedItem(
            FeedText.Id(Filled(guid?.Text()) ?? Filled(item.Child("atom:id")?.Text()) ?? about, url, title, summary ?? content),
            url,
            title ?? "",
            FirstDate(item, DateNames) ?? FirstDate(item, ChangeNames),
            Author(item),
            summary,
            FeedText.Content(content, Uri.TryCreate(url, UriKind.Absolute, out var page) && !item.HasOwnBase ? page : baseUrl),
            FeedText.Categories(Categories(item)));
    }

    public override Feed Feed(FeedElement root, IReadOnlyList<FeedItem> items)
    {
        var head = Head(root);
        return new Feed(kind, FeedText.Title(First(head, TitleNames)), items)
        {
            SiteUrl = Link(head, head.BaseUrl),
            Language = FeedText.Line(First(head, ["language", "dc:language"])),
            AskedPause = FeedPause.Of(head),
            SkipHours = FeedPause.SkipHours(head),
            SkipDays = FeedPause.SkipDays(head),
        };
    }

    private static FeedElement Head(FeedElement root) => root.Name == "channel" ? root : root.Child("channel") ?? root;

    private Uri? Site(FeedElement root)
    {
        // The channel's own link may stand after its entries; until it is seen, the feed's address serves.
        var head = Head(root);
        if (_site is null && head.Nodes.Count != _seen)
        {
            _seen = head.Nodes.Count;
            _site = FeedAddress.Base(head.BaseUrl, Link(head, head.BaseUrl));
        }

        return _site;
    }

    private static string? Link(FeedElement element, Uri? baseUrl)
    {
        foreach (var link in element.Children("link"))
        {
            if (FeedAddress.Resolve(link.HasOwnBase ? link.BaseUrl : baseUrl, Filled(link.Text()) ?? link["href"]) is { } url)
            {
                return url;
            }
        }

        var alternate = element.Children("atom:link").FirstOrDefault(link => link["rel"] is null or "alternate");
        return FeedAddress.Resolve(baseUrl, alternate?["href"]);
    }

    private static string? Permalink(string? id) =>
        id is not null && id.AsSpan().Trim().StartsWith("http", StringComparison.OrdinalIgnoreCase) ? FeedAddress.Absolute(null, id) : null;

    private static string? First(FeedElement element, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var child in element.Children(name))
            {
                if (Filled(child.InnerHtml(isTextMarkup: true)) is { } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    private static string? Author(FeedElement item) =>
        FeedText.People(item.Children("dc:creator").Select(name => FeedText.PersonName(name.InnerHtml(true))))
        ?? FeedText.People(item.Children("author").Select(name => FeedText.PersonName(Filled(name.Child("name")?.Text()) ?? name.Text())))
        ?? FeedText.People(item.Children("dc:author").Select(name => FeedText.PersonName(name.Text())))
        ?? FeedText.People(item.Children("atom:author").Select(author => FeedText.PersonName(author.Child("atom:name")?.Text())))
        ?? FeedText.People(item.Children("itunes:author").Select(name => FeedText.PersonName(name.Text())));

    private static IEnumerable<string?> Categories(FeedElement item)
    {
        foreach (var node in item.Nodes)
        {
            switch (node.Element?.Name)
            {
                case "category" or "dc:subject" or "media:category":
                    yield return node.Element.Text();
                    break;
                case "atom:category":
                    yield return node.Element["term"];
                    break;
                case "itunes:category":
                    yield return node.Element["text"];
                    break;
                case "itunes:keywords" or "media:keywords":
                    foreach (var keyword in node.Element.Text().Split(','))
                    {
                        yield return keyword;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
