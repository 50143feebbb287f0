using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Pipeline.Sources;

/// <summary>A source that an address offers, looked at before anything is saved.</summary>
/// <param name="Url">What would be polled.</param>
/// <param name="Kind">rss, atom, jsonfeed, rdf, html-listing, sitemap; `feed` for one that was named but not read yet (an entry of an OPML file).</param>
/// <param name="Title">What it calls itself; the host where it says nothing.</param>
/// <param name="FoundBy">How it was found, in words for people.</param>
/// <param name="Rules">How to read it; null for feeds and for pages whose repeated structure is found anew each time.</param>
/// <param name="SiteUrl">The site it belongs to.</param>
/// <param name="Language">The language it states.</param>
/// <param name="Items">Its first entries, at most ten; empty where it was not read.</param>
public sealed record SourceCandidate(
    Uri Url, string Kind, string Title, string FoundBy, SourceRules? Rules, string? SiteUrl, string? Language, IReadOnlyList<FeedItem> Items)
{
    /// <summary>How many entries a preview holds.</summary>
    public const int PreviewItems = 10;
}
