namespace ChipWatch.Pipeline.Feeds;

/// <summary>One entry of a feed or listing.</summary>
/// <param name="Id">The entry's guid or id, else its address, else a hash of title and text; never empty.</param>
/// <param name="Url">Absolute http(s) address of the entry's page, as written where the feed was read without an address; null where it has none that is allowed.</param>
/// <param name="Title">The headline as plain text; may be empty.</param>
/// <param name="Published">First publication, else last change, UTC; null where unreadable or absent.</param>
/// <param name="Author">The author's name.</param>
/// <param name="Summary">The short text as the feed gives it, plain.</param>
/// <param name="ContentHtml">The full content as sanitised HTML, where the feed carries it.</param>
/// <param name="Categories">The feed's own tags in order.</param>
public sealed record FeedItem(
    string Id,
    string? Url,
    string Title,
    DateTimeOffset? Published,
    string? Author,
    string? Summary,
    string? ContentHtml,
    IReadOnlyList<string> Categories);

/// <summary>The formats a feed may have, and what is read as if it were one.</summary>
public enum FeedKind
{
    /// <summary>RSS 0.91 to 2.0.</summary>
    Rss,

    /// <summary>Atom 0.3 and 1.0.</summary>
    Atom,

    /// <summary>JSON Feed 1.0 and 1.1.</summary>
    JsonFeed,

    /// <summary>RSS 0.90 and 1.0.</summary>
    Rdf,

    /// <summary>No feed: the index page of a site.</summary>
    Listing,

    /// <summary>No feed: a list of addresses for search engines (sitemaps.org), perhaps with news.</summary>
    Sitemap,

    /// <summary>No feed: the JSON answer of an interface.</summary>
    Api,
}

/// <summary>A feed, read.</summary>
/// <param name="Kind">Its format.</param>
/// <param name="Title">The feed's own title as plain text.</param>
/// <param name="Items">Entries in document order.</param>
public sealed record Feed(FeedKind Kind, string? Title, IReadOnlyList<FeedItem> Items)
{
    /// <summary>Address of the site that the feed belongs to.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>Language that the feed states.</summary>
    public string? Language { get; init; }

    /// <summary>How many entries were passed over because they could not be read or were over the limit.</summary>
    public int Skipped { get; init; }

    /// <summary>Addresses that hold further entries, newest first: the parts of a sitemap index. Whoever reads the source fetches them.</summary>
    public IReadOnlyList<Uri> Parts { get; init; } = [];

    /// <summary>Whether it is said of each part when it changed last, so that an index that stays the same speaks for its parts too.</summary>
    public bool ArePartsDated { get; init; }

    /// <summary>The shortest pause between two reads that the feed asks for (ttl, sy:updatePeriod).</summary>
    public TimeSpan? AskedPause { get; init; }

    /// <summary>Hours of the day, UTC, in which the feed asks not to be read (skipHours).</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days of the week, UTC, on which the feed asks not to be read (skipDays).</summary>
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];
}

/// <summary>What came of reading bytes as a feed.</summary>
public abstract record FeedOutcome
{
    private FeedOutcome()
    {
    }

    /// <summary>A feed; perhaps with entries passed over.</summary>
    public sealed record Read(Feed Feed) : FeedOutcome;

    /// <summary>No feed, with one sentence that says why.</summary>
    /// <param name="Reason">For people.</param>
    /// <param name="IsHtml">Whether the bytes are a web page rather than a broken feed.</param>
    public sealed record Unreadable(string Reason, bool IsHtml) : FeedOutcome;
}
