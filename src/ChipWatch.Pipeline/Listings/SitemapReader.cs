using ChipWatch.Pipeline.Text;
using System.Text;
using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Pipeline.Listings;

/// <summary>Reads sitemaps, sitemap indexes and news sitemaps, also packed with gzip.</summary>
public static class SitemapReader
{
    /// <summary>The addresses of a sitemap, newest first.</summary>
    /// <returns>A feed of its entries, or one whose parts are to be read; or why it could not be read. Content never throws.</returns>
    public static FeedOutcome Read(ReadOnlyMemory<byte> body, string? contentType, Uri url)
    {
        if (GzipBody.Unpack(body, FeedLimits.Bytes) is not { } bytes)
        {
            return new FeedOutcome.Unreadable("The sitemap is packed in a way that cannot be unpacked, or is too large.", false);
        }

        try
        {
            return Read(FeedEncoding.Decode(bytes.Span, contentType), url);
        }
        catch (WorkTooLongException)
        {
            return new FeedOutcome.Unreadable(WorkTooLongException.Say("sitemap"), false);
        }
    }

    /// <summary>The sitemaps that a robots.txt names (sitemaps.org, "Submitting your Sitemap"), those of news first.</summary>
    internal static IEnumerable<Uri> NamedBy(ReadOnlySpan<byte> robots, Uri url) =>
        Encoding.UTF8.GetString(robots).Split('\n').Select(line => line.Trim().TrimStart('\uFEFF'))
            .Where(line => line.StartsWith("sitemap:", StringComparison.OrdinalIgnoreCase))
            .Select(line => FeedAddress.Base(url, line[8..])).OfType<Uri>().Distinct()
            .OrderByDescending(sitemap => sitemap.AbsolutePath.Contains("news", StringComparison.OrdinalIgnoreCase));

    private static FeedOutcome Read(string text, Uri url)
    {
        var root = FeedProlog.FindRoot(text, name => FormatOf(name) is not null, out var isHtml);
        if (root < 0 || isHtml)
        {
            return new FeedOutcome.Unreadable(isHtml ? "This is a web page, not a sitemap." : "This is no sitemap.", isHtml);
        }

        var builder = new FeedTreeBuilder(url, FormatOf);
        if (!FeedXmlReader.TryRead(text, root, builder))
        {
            builder = new FeedTreeBuilder(url, FormatOf);
            new BrokenXmlReader(text, root, builder).Read();
        }

        return builder is { Format: { } format, Root: { } outermost }
            ? new FeedOutcome.Read(format.Feed(outermost, builder.Items))
            : new FeedOutcome.Unreadable("This is no sitemap: its outermost element is unknown.", isHtml);
    }

    private static XmlFeedFormat? FormatOf(string name) => name switch
    {
        "urlset" => new SitemapFormat("url"),
        "sitemapindex" => new SitemapFormat("sitemap"),
        _ => null,
    };
}
