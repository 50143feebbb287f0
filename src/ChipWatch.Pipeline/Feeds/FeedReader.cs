namespace ChipWatch.Pipeline.Feeds;

/// <summary>Reads RSS, RDF, Atom and JSON Feed from bytes in whatever encoding they are; detects the format itself.</summary>
public static class FeedReader
{
    /// <summary>Reads a feed.</summary>
    /// <param name="body">The bytes as fetched, decoded from any content coding.</param>
    /// <param name="contentType">The Content-Type header, for its charset; null where absent.</param>
    /// <param name="url">Final address of the feed, for relative links; null where unknown.</param>
    /// <returns>The feed, or why it could not be read. Content never throws.</returns>
    public static FeedOutcome Read(ReadOnlyMemory<byte> body, string? contentType, Uri? url) => new FeedOutcome.Unreadable("Not yet.", false);
}
