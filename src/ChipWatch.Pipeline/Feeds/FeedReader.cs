using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Reads RSS, RDF, Atom and JSON Feed from bytes in whatever encoding they are; detects the format itself.</summary>
public static class FeedReader
{
    /// <summary>Reads a feed.</summary>
    /// <param name="body">The bytes as fetched, decoded from any content coding.</param>
    /// <param name="contentType">The Content-Type header, for its charset; null where absent.</param>
    /// <param name="url">Final address of the feed, for relative links; null where unknown.</param>
    /// <param name="clock">Tells what lies in the future (dates are clamped to 1990 until a day from now) and how long the work takes. The system's clock where null.</param>
    /// <returns>The feed, or why it could not be read. Content never throws.</returns>
    public static FeedOutcome Read(ReadOnlyMemory<byte> body, string? contentType, Uri? url, TimeProvider? clock = null)
    {
        if (body.Length > FeedLimits.Bytes)
        {
            return new FeedOutcome.Unreadable($"The feed is larger than {FeedLimits.Bytes / 1024 / 1024} MiB.", false);
        }

        try
        {
            return Dated(Read(FeedEncoding.Decode(body.Span, contentType), url, clock), clock);
        }
        catch (WorkTooLongException)
        {
            return new FeedOutcome.Unreadable(WorkTooLongException.Say("feed"), false);
        }
    }

    /// <summary>The outcome with its entries' dates within what can be true.</summary>
    internal static FeedOutcome Dated(FeedOutcome outcome, TimeProvider? clock) =>
        outcome is FeedOutcome.Read(var feed) ? new FeedOutcome.Read(Dated(feed, (clock ?? TimeProvider.System).GetUtcNow())) : outcome;

    private static Feed Dated(Feed feed, DateTimeOffset now) => feed.Items.All(item => FeedDate.Clamp(item.Published, now) == item.Published) ? feed
        : feed with { Items = [.. feed.Items.Select(item => item with { Published = FeedDate.Clamp(item.Published, now) })] };

    private static FeedOutcome Read(string text, Uri? url, TimeProvider? clock)
    {
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n\0");
        if (start.IsEmpty)
        {
            return new FeedOutcome.Unreadable("The answer is empty.", false);
        }

        if (start[0] == '{')
        {
            return JsonFeedReader.Read(text[(text.Length - start.Length)..], url, clock);
        }

        var root = FeedProlog.FindRoot(text, name => XmlFeedFormat.OfRoot(name) is not null, out var isHtml);
        if (root < 0)
        {
            return new FeedOutcome.Unreadable(isHtml ? "This is a web page, not a feed." : "This is no feed: neither RSS, Atom nor JSON Feed.", isHtml);
        }

        var builder = new FeedTreeBuilder(url, XmlFeedFormat.OfRoot, clock);
        if (!FeedXmlReader.TryRead(text, root, builder))
        {
            builder = new FeedTreeBuilder(url, XmlFeedFormat.OfRoot, clock);
            new BrokenXmlReader(text, root, builder).Read();
        }

        if (isHtml && builder.Items.Count == 0)
        {
            // A page that happens to hold an element of that name is no empty feed.
            return new FeedOutcome.Unreadable("This is a web page, not a feed.", true);
        }

        return builder is { Format: { } format, Root: { } outermost }
            ? new FeedOutcome.Read(format.Feed(outermost, builder.Items) with { Skipped = builder.Skipped })
            : new FeedOutcome.Unreadable("This is no feed: its outermost element is unknown.", isHtml);
    }
}
