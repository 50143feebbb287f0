using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Pipeline.Listings;

/// <summary>The elements of sitemaps (sitemaps.org 0.9, with the news extension).</summary>
/// <param name="itemName">`url` for a sitemap, `sitemap` for an index of them.</param>
internal sealed class SitemapFormat(string itemName) : XmlFeedFormat
{
    private const int MostParts = 50;

    public override FeedKind Kind => FeedKind.Sitemap;

    public override string ItemName => itemName;

    // The whole of a sitemap is read, for its newest entries may stand anywhere in it.
    public override int MaxItems => 50_000;

    public override bool IsItem(FeedElement element, IReadOnlyList<FeedElement> around) => element.Name == itemName && around.Count == 1;

    public override FeedItem Item(FeedElement item, FeedElement root)
    {
        var url = FeedAddress.Resolve(item.BaseUrl, item.Child("loc")?.Text());
        var news = item.Child("news:news");
        var title = FeedText.Title(news?.Child("news:title")?.Text());
        return new FeedItem(
            FeedText.Id(null, url, title, null),
            url,
            title ?? TitleIn(url) ?? "",
            FeedDate.Parse(news?.Child("news:publication_date")?.Text()) ?? FeedDate.Parse(item.Child("lastmod")?.Text()),
            null,
            null,
            null,
            FeedText.Categories(news?.Child("news:keywords")?.Text().Split(',') ?? []));
    }

    public override Feed Feed(FeedElement root, IReadOnlyList<FeedItem> items)
    {
        // Those with a date of their own first; what has none keeps its place behind them.
        var usable = items.Where(item => item.Url is not null).OrderByDescending(item => item.Published ?? DateTimeOffset.MinValue);
        return itemName == "sitemap"
            ? new Feed(Kind, null, []) { Parts = [.. usable.Select(item => new Uri(item.Url!)).Take(MostParts)], ArePartsDated = usable.All(item => item.Published is not null) }
            : new Feed(Kind, null, [.. usable.Take(FeedLimits.Items)]) { SiteUrl = root.BaseUrl is { } url ? new Uri(url, "/").AbsoluteUri : null, Skipped = Math.Max(0, items.Count - FeedLimits.Items) };
    }

    // Until its page is read, the words of an entry's address are all that is known of it.
    private static string? TitleIn(string? url)
    {
        var last = url is null ? "" : Uri.UnescapeDataString(new Uri(url).AbsolutePath.TrimEnd('/').Split('/')[^1]);
        var words = last.Split('.')[0].Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? null : FeedText.Title(IndexPage.Encoded(char.ToUpperInvariant(words[0][0]) + string.Join(' ', words)[1..]));
    }
}
