using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>
/// Gives elements and attributes of XML feeds one spelling, whatever prefix and namespace address the feed uses:
/// the format's own names bare and in lower case, known extensions under their usual prefix, everything else under `?`.
/// </summary>
internal static class FeedVocabulary
{
    /// <summary>The prefix of names that belong to no vocabulary a reader knows.</summary>
    public const string Foreign = "?";

    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>
    {
        ["purl.org/rss/1.0"] = "",
        ["my.netscape.com/rdf/simple/0.9"] = "",
        ["channel.netscape.com/rdf/simple/0.9"] = "",
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["purl.org/net/rss1.1#"] = "",
        ["backend.userland.com/rss"] = "",
        ["backend.userland.com/rss2"] = "",
        ["backend.userland.com/rss091"] = "",
        ["backend.userland.com/rss092"] = "",
        ["blogs.law.harvard.edu/tech/rss"] = "",
        ["cyber.law.harvard.edu/rss"] = "",
        ["www.rssboard.org/rss-specification"] = "",
        ["www.w3.org/2005/atom"] = "atom",
        ["purl.org/atom/ns#"] = "atom",
        ["purl.org/atom"] = "atom",
        ["www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["www.w3.org/1999/xhtml"] = "xhtml",
        ["www.w3.org/xml/1998/namespace"] = "xml",
        ["purl.org/dc/elements/1.1"] = "dc",
        ["purl.org/dc/elements/1.0"] = "dc",
        ["purl.org/dc/terms"] = "dcterms",
        ["purl.org/rss/1.0/modules/content"] = "content",
        ["purl.org/rss/1.0/modules/syndication"] = "sy",
        ["search.yahoo.com/mrss"] = "media",
        ["www.rssboard.org/media-rss"] = "media",
        ["www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["www.google.com/schemas/play-podcasts/1.0"] = "googleplay",
        ["www.google.com/schemas/sitemap-news/0.9"] = "news",
        ["urn:chipwatch:opml"] = "cw",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // What the usual prefixes mean where a feed forgot to declare them.
    private static readonly FrozenDictionary<string, string> UsualPrefixes = new Dictionary<string, string>
    {
        ["rss"] = "",
        ["atom"] = "atom",
        ["atom10"] = "atom",
        ["a10"] = "atom",
        ["rdf"] = "rdf",
        ["xhtml"] = "xhtml",
        ["xml"] = "xml",
        ["dc"] = "dc",
        ["dcterms"] = "dcterms",
        ["content"] = "content",
        ["sy"] = "sy",
        ["media"] = "media",
        ["itunes"] = "itunes",
        ["googleplay"] = "googleplay",
        ["news"] = "news",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The vocabulary's prefix for a namespace; empty for a format's own names.</summary>
    /// <param name="namespaceUrl">The namespace address; null where the prefix was not declared.</param>
    /// <param name="prefix">The prefix that the feed wrote.</param>
    public static string PrefixOf(string? namespaceUrl, string prefix)
    {
        if (namespaceUrl is null)
        {
            return UsualPrefixes.GetValueOrDefault(prefix, Foreign);
        }

        var key = namespaceUrl.AsSpan().Trim();
        key = key.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? key[7..]
            : key.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? key[8..]
            : key;
        key = key.TrimEnd('/');
        return key.IsEmpty ? "" : Prefixes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var known) ? known : Foreign;
    }

    /// <summary>The one spelling of a name.</summary>
    public static string NameOf(string vocabularyPrefix, string localName)
    {
        var local = localName.ToLowerInvariant();
        return vocabularyPrefix.Length == 0 ? local : $"{vocabularyPrefix}:{local}";
    }
}
