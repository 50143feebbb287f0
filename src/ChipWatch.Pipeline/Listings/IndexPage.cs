using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Listings;

/// <summary>A web page, parsed within bounds, whose links can be asked for as absolute addresses.</summary>
internal sealed class IndexPage : IDisposable
{
    // A front page of a large site has about ten thousand elements.
    private const int MaxElements = 60_000;
    private const int MaxDepth = 300;

    private static readonly IBrowsingContext Context = BrowsingContext.New(Configuration.Default);

    private IndexPage(IHtmlDocument document, Uri url, WorkDeadline work)
    {
        (Document, Url, Work) = (document, url, work);
        Base = FeedAddress.Base(url, document.QuerySelector("base[href]")?.GetAttribute("href")) ?? url;
    }

    /// <summary>The parsed page.</summary>
    public IHtmlDocument Document { get; }

    /// <summary>The end of the time that the work on it may take; begun anew by whoever goes on with it after a pause.</summary>
    public WorkDeadline Work { get; set; }

    /// <summary>Its address.</summary>
    public Uri Url { get; }

    /// <summary>What relative addresses are read against.</summary>
    public Uri Base { get; }

    /// <summary>Its title; null where it has none.</summary>
    public string? Title =>
        FeedText.Line(Encoded(Document.QuerySelector("meta[property='og:site_name']")?.GetAttribute("content"))) is { } site
            && FeedText.Line(Encoded(Document.Title)) is { } page && !page.Contains(site, StringComparison.OrdinalIgnoreCase)
            ? FeedText.Title(Encoded($"{page} – {site}"))
            : FeedText.Title(Encoded(Document.Title));

    /// <summary>The language it states; null where it states none.</summary>
    public string? Language => FeedText.Line(Encoded(Document.DocumentElement.GetAttribute("lang"))) is { Length: <= 35 } language ? language : null;

    /// <summary>Parses a page.</summary>
    /// <returns>The page; null where it has more elements than a page may have, or takes longer than one may.</returns>
    public static IndexPage? Read(ReadOnlySpan<byte> body, string? contentType, Uri url, TimeProvider? clock = null)
    {
        var work = new WorkDeadline(clock);
        var html = PageEncoding.Decode(body, contentType);
        var elements = 0;
        var options = new HtmlParserOptions
        {
            MaximumDepth = MaxDepth,
            SkipComments = true,
            DisableElementPositionTracking = true,
            OnCreated = (_, _) =>
            {
                work.Check();
                if (++elements > MaxElements)
                {
                    throw new HtmlTooLargeException();
                }
            },
        };
        try
        {
            BoundedHtmlParser.CheckSource(html, MaxElements);
            return new IndexPage(new HtmlParser(options, Context).ParseDocument(html), url, work);
        }
        catch (Exception cause) when (cause is HtmlTooLargeException or WorkTooLongException)
        {
            return null;
        }
    }

    /// <summary>The absolute address of a link without its fragment; null for what is no address of the web.</summary>
    public string? Absolute(string? href)
    {
        if (FeedAddress.Resolve(Base, href) is not { } url)
        {
            return null;
        }

        var hash = url.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? url : url[..hash];
    }

    /// <inheritdoc/>
    public void Dispose() => Document.Dispose();

    // Text of the tree is text: what looks like a tag in it is meant to be read.
    internal static string? Encoded(string? text) =>
        text?.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
