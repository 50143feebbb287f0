using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Pipeline.Sources;

/// <summary>Reads what a source of any kind answered.</summary>
public static class SourceReader
{
    /// <summary>The entries of an answer.</summary>
    /// <param name="kind">rss, atom, jsonfeed, rdf (all read by what the bytes are), html-listing, sitemap, api.</param>
    /// <param name="rules">How to read a source that is no feed.</param>
    /// <param name="body">The bytes, content coding removed.</param>
    /// <param name="contentType">The Content-Type header.</param>
    /// <param name="url">The final address; entries' addresses are made absolute against it.</param>
    public static FeedOutcome Read(string kind, SourceRules? rules, ReadOnlyMemory<byte> body, string? contentType, Uri url) =>
        FeedReader.Read(body, contentType, url);
}
