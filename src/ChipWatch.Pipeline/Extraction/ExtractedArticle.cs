namespace ChipWatch.Pipeline.Extraction;

/// <summary>One page, read: the headline, who wrote it and when, and the body as text with blocks and as clean HTML.</summary>
/// <param name="Title">The headline without the site's name; empty where none was found.</param>
/// <param name="Byline">The authors' names alone, parted by ", ".</param>
/// <param name="Published">First publication, UTC; a day alone is midnight UTC.</param>
/// <param name="Language">BCP 47 language of the article.</param>
/// <param name="Text">The body as plain text, paragraphs parted by a blank line; empty where the page has no article.</param>
/// <param name="Html">The body as HTML that a page may show (sanitised).</param>
/// <param name="Image">Absolute address of the lead image.</param>
/// <param name="Blocks">The blocks of <paramref name="Text"/> in order, none overlapping.</param>
public sealed record ExtractedArticle(
    string Title,
    string? Byline,
    DateTimeOffset? Published,
    string? Language,
    string Text,
    string Html,
    string? Image,
    IReadOnlyList<Block> Blocks)
{
    /// <summary>First publication in the zone in which the page states it, so that its day is the day it came out where it was written.</summary>
    public DateTimeOffset? PublishedThere { get; init; }

    /// <summary>Last change that the page states, UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>What the lead image shows, in words; null where the page does not say.</summary>
    public string? ImageAlt { get; init; }

    /// <summary>The article's one address, absolute: what the page states, or its own without AMP, print and mobile forms; null where neither tells.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>Tags that the site itself put on the page, in its spelling.</summary>
    public IReadOnlyList<string> SiteTags { get; init; } = [];

    /// <summary>Why nothing was read of a page that may well hold an article; null where it was read.</summary>
    public string? Fault { get; init; }

    /// <summary>Links of the text to other sites, in order.</summary>
    public IReadOnlyList<BodyLink> Links { get; init; } = [];

    /// <summary>Whether the text is only the free beginning of an article behind a paywall.</summary>
    public bool IsTeaser { get; init; }
}
