using System.Text.RegularExpressions;
using ChipWatch.Pipeline.Listings;

namespace ChipWatch.Pipeline.Sources;

/// <summary>Where a page, or the usage of the web, says that feeds are.</summary>
internal static partial class FeedLinks
{
    // In the order of how often sites have them.
    private static readonly string[] UsualPaths =
        ["feed/", "rss.xml", "feed.xml", "atom.xml", "index.xml", "rss", "feeds/posts/default", "feed.json", "blog/feed/"];

    private static readonly string[] FeedTypes =
        ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/xml", "text/xml", "application/json"];

    /// <summary>Feeds that the page names in its head (RSS autodiscovery), those of comments last.</summary>
    public static IEnumerable<Uri> Named(IndexPage page) =>
        page.Document.QuerySelectorAll("link[href]")
            .Where(link => Has(link.GetAttribute("rel"), "alternate") && IsFeedType(link.GetAttribute("type")) || Has(link.GetAttribute("rel"), "feed"))
            .Where(link => !(link.GetAttribute("href") ?? "").Contains("oembed", StringComparison.OrdinalIgnoreCase)
                && !(link.GetAttribute("href") ?? "").Contains("/wp-json/", StringComparison.OrdinalIgnoreCase))
            .OrderBy(link => $"{link.GetAttribute("title")} {link.GetAttribute("href")}".Contains("comment", StringComparison.OrdinalIgnoreCase))
            .Select(link => page.Absolute(link.GetAttribute("href")))
            .OfType<string>().Distinct(StringComparer.Ordinal).Select(url => new Uri(url));

    /// <summary>Links in the page's body that lead to feeds, the likeliest first.</summary>
    public static IEnumerable<Uri> Linked(IndexPage page) =>
        page.Document.QuerySelectorAll("a[href]")
            .Select(link => (Url: page.Absolute(link.GetAttribute("href")), Words: $"{link.TextContent} {link.GetAttribute("title")} {link.GetAttribute("aria-label")} {link.ClassName}"))
            .Where(link => link.Url is not null)
            .Select(link => (Url: link.Url!, Likeliness: Likeliness(new Uri(link.Url!), link.Words)))
            .Where(link => link.Likeliness > 0)
            .OrderByDescending(link => link.Likeliness)
            .Select(link => link.Url).Distinct(StringComparer.Ordinal).Select(url => new Uri(url));

    /// <summary>Where feeds usually are: below the address, then below the root of the site.</summary>
    public static IEnumerable<Uri> Usual(Uri url)
    {
        var folder = new Uri(url.GetLeftPart(UriPartial.Authority) + (url.AbsolutePath.EndsWith('/') ? url.AbsolutePath : url.AbsolutePath + "/"));
        var root = new Uri(url, "/");
        return (folder == root ? [] : UsualPaths.Take(3).Select(path => new Uri(folder, path))).Concat(UsualPaths.Select(path => new Uri(root, path)));
    }

    /// <summary>The feed of a video channel by the channel's id, which stands in its address or its page.</summary>
    public static IEnumerable<Uri> OfChannel(Uri url, IndexPage? page)
    {
        if (!IsVideoSite(url.IdnHost))
        {
            return [];
        }

        var said = page?.Document.QuerySelectorAll("link[rel=canonical], meta[property='og:url'], meta[itemprop=channelId], meta[itemprop=identifier]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("content") ?? "") ?? [];
        return said.Prepend(url.AbsoluteUri)
            .Select(text => ChannelId().Match(text)).Where(id => id.Success)
            .Select(id => id.Value).Distinct(StringComparer.Ordinal)
            .Select(id => new Uri($"https://www.youtube.com/feeds/videos.xml?channel_id={id}"))
            .Concat(PlaylistId().Match(url.Query) is { Success: true } list ? [new Uri($"https://www.youtube.com/feeds/videos.xml?playlist_id={list.Groups["id"].Value}")] : []);
    }

    /// <summary>Whether an address looks like that of a feed, by its words alone.</summary>
    public static bool LooksLikeFeed(Uri url) => Likeliness(url, "") > 0;

    private static int Likeliness(Uri url, string words)
    {
        var path = url.AbsolutePath.TrimEnd('/');
        var last = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        var score = last is "feed" or "rss" or "atom" or "rss.xml" or "feed.xml" or "atom.xml" or "feed.json" or "index.xml" or "index.rdf" or "videos.xml" ? 3
            : last.EndsWith(".rss", StringComparison.Ordinal) || last.EndsWith(".atom", StringComparison.Ordinal) || last.EndsWith(".rdf", StringComparison.Ordinal)
                || last.EndsWith(".opml", StringComparison.Ordinal) ? 3
            : last.EndsWith(".xml", StringComparison.Ordinal) && !last.Contains("sitemap", StringComparison.Ordinal) ? 2
            : FeedWord().IsMatch(url.PathAndQuery) || url.Host.StartsWith("feeds.", StringComparison.OrdinalIgnoreCase) || url.Host.StartsWith("rss.", StringComparison.OrdinalIgnoreCase) ? 2
            : FeedWord().IsMatch(words) ? 1
            : 0;
        return words.Contains("comment", StringComparison.OrdinalIgnoreCase) ? Math.Min(score, 1) : score;
    }

    private static bool IsVideoSite(string host) =>
        host.Equals("youtube.com", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".youtube.com", StringComparison.OrdinalIgnoreCase);

    private static bool IsFeedType(string? type) =>
        type is not null && Array.IndexOf(FeedTypes, type.Split(';')[0].Trim().ToLowerInvariant()) >= 0;

    private static bool Has(string? list, string word) =>
        list?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(word, StringComparer.OrdinalIgnoreCase) ?? false;

    [GeneratedRegex(@"\b(?:rss|atom|feeds?|rdf)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FeedWord();

    [GeneratedRegex(@"\bUC[A-Za-z0-9_-]{22}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ChannelId();

    [GeneratedRegex(@"[?&]list=(?<id>[A-Za-z0-9_-]{10,64})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PlaylistId();
}
