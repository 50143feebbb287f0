using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Listings;

namespace ChipWatch.Pipeline.Sources;

/// <summary>Reads what a source of any kind answered.</summary>
public static class SourceReader
{
    /// <summary>The entries of an answer.</summary>
    /// <param name="kind">rss, atom, jsonfeed, rdf, feed (all read by what the bytes are), html-listing, sitemap, api.</param>
    /// <param name="rules">How to read a source that is no feed.</param>
    /// <param name="body">The bytes, content coding removed.</param>
    /// <param name="contentType">The Content-Type header.</param>
    /// <param name="url">The final address; entries' addresses are made absolute against it.</param>
    /// <param name="clock">Tells what lies in the future: dates are clamped to 1990 until a day from now. The system's clock where null.</param>
    /// <returns>The entries, at most 2,000; for an index of sitemaps none, but the <see cref="Feed.Parts"/> to read. Or why nothing could be read. Content never throws.</returns>
    public static FeedOutcome Read(string kind, SourceRules? rules, ReadOnlyMemory<byte> body, string? contentType, Uri url, TimeProvider? clock = null) => kind switch
    {
        "html-listing" => FeedReader.Dated(ListingReader.Read(rules?.Listing, body, contentType, url, clock), clock),
        "sitemap" => FeedReader.Dated(SitemapReader.Read(body, contentType, url), clock),
        "api" when rules?.Mapping is { } mapping => FeedReader.Dated(JsonListingReader.Read(mapping, body, contentType, url), clock),
        // An interface without a mapping may still answer with a JSON Feed.
        _ => FeedReader.Read(body, contentType, url, clock),
    };
}
