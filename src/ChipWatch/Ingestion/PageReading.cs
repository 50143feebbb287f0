using System.Net;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Sources;

namespace ChipWatch.Ingestion;

/// <summary>From an item and its page to an article ready to be stored: extract, tag, sign. Pure but for the clock.</summary>
internal sealed class PageReading(ArticleExtractor extractor, LiveCatalogue catalogue, TimeProvider clock)
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads a fetched page.</summary>
    /// <returns>The article; null where the page holds none.</returns>
    public ReadArticle? FromPage(DueSource source, PendingItem item, FetchOutcome.Fetched page)
    {
        var html = PageEncoding.Decode(page.Body.Span, page.ContentType);
        var article = extractor.Extract(html, page.FinalUrl);
        return article.Text.Length == 0 ? null : Finish(source, item, article, AddressOf(page.FinalUrl, article.CanonicalUrl), page.Body)
            with { Page = new(page.FinalUrl, page.ContentType, page.Validators) };
    }

    /// <summary>Reads the text that the feed itself carries: the whole article, or what there is where the page cannot be had.</summary>
    /// <param name="source">The source.</param>
    /// <param name="item">The item.</param>
    /// <param name="contentHtml">The full text that the feed gave; null where it gave none.</param>
    /// <returns>The article; null where the feed gave no text.</returns>
    public ReadArticle? FromFeed(DueSource source, PendingItem item, string? contentHtml)
    {
        var body = contentHtml ?? (item.Summary is { Length: > 0 } summary ? $"<p>{WebUtility.HtmlEncode(summary)}</p>" : null);
        if (body is null)
        {
            return null;
        }

        var page = $"<!doctype html><html lang=\"{WebUtility.HtmlEncode(source.Language)}\"><body><article><h1>{WebUtility.HtmlEncode(item.Title)}</h1>{body}</article></body></html>";
        var article = extractor.Extract(page, item.Url) with { Title = item.Title, Byline = item.Author };
        return article.Text.Length == 0 ? null : Finish(source, item, article, AddressOf(item.Url, null), null);
    }

    /// <summary>Reads a kept page again; null where the present rules find no article in it.</summary>
    public ReadArticle? Again(StoredArticle article, StoredRevision revision, FetchOutcome.Fetched page) => FromPage(
        new DueSource(article.SourceId, article.Outlet, "", page.FinalUrl, article.Language, false, Validators.None, 0),
        new PendingItem(0, page.FinalUrl, revision.Title, article.PublishedAt, null, null, 0, article.FirstSeenAt, 0),
        page);

    /// <summary>Tags a stored state again.</summary>
    public ReadArticle Again(StoredArticle article, StoredRevision revision)
    {
        var text = TextOf(article, revision);
        var names = catalogue.Current;
        var tags = names.Tagger.Tag(text);
        var whole = new ExtractedArticle(revision.Title, null, article.PublishedAt, article.Language, revision.Text, "", null, revision.Blocks) { Links = revision.Links };
        return new(article.SourceId, article.Outlet, article.Url, article.PublishedAt, whole, tags, StorySignature.Of(text, tags), null)
        {
            CatalogueVersion = names.Version,
        };
    }

    /// <summary>A stored state as the tagger reads it.</summary>
    public static ArticleText TextOf(StoredArticle article, StoredRevision revision) =>
        new(article.Url, article.Url, article.Outlet, article.Language, article.PublishedAt, revision.Title, revision.Text, revision.Blocks) { Links = revision.Links };

    /// <summary>What is compared to find out whether an article changed.</summary>
    public static ArticleState StateOf(ReadArticle read) => new(
        read.Article.Title, read.Article.Text, read.Article.Blocks, read.Article.Language, read.Tags.Event?.Status, read.Tags.Quantities);

    private ReadArticle Finish(DueSource source, PendingItem item, ExtractedArticle article, string url, ReadOnlyMemory<byte>? original)
    {
        var published = PublishedAt(item, article);
        var whole = article with
        {
            Title = article.Title.Length > 0 ? article.Title : item.Title,
            Byline = article.Byline ?? item.Author,
            Language = article.Language ?? source.Language,
        };
        var text = new ArticleText(item.Url.AbsoluteUri, url, source.Name, whole.Language, published, whole.Title, whole.Text, whole.Blocks) { Links = whole.Links };
        var names = catalogue.Current;
        var tags = names.Tagger.Tag(text);
        return new(source.Id, source.Name, url, published, whole, tags, StorySignature.Of(text, tags), original)
        {
            CatalogueVersion = names.Version,
        };
    }

    /// <summary>The page's own date where it has a time or the feed has none; else the feed's; else when we first saw it. Never the future.</summary>
    private DateTimeOffset PublishedAt(PendingItem item, ExtractedArticle article)
    {
        var stated = (item.Published, article.Published) switch
        {
            ({ } feed, { } page) when page.TimeOfDay == TimeSpan.Zero && feed.UtcDateTime.Date == page.UtcDateTime.Date => feed,
            (_, { } page) => page,
            ({ } feed, null) => feed,
            _ => item.FirstSeenAt,
        };
        var latest = clock.GetUtcNow().AddDays(1);
        return stated > latest ? item.FirstSeenAt : stated < Earliest ? Earliest : stated.ToUniversalTime();
    }

    /// <summary>A page may name its own address only on its own site.</summary>
    private static string AddressOf(Uri final, string? own)
    {
        var trusted = own is not null && Uri.TryCreate(own, UriKind.Absolute, out var named) && SameSite(named.IdnHost, final.IdnHost) ? own : final.AbsoluteUri;
        return CanonicalUrl.Of(null, trusted) ?? final.AbsoluteUri;
    }

    private static bool SameSite(string one, string other) =>
        one == other || one.EndsWith("." + other, StringComparison.Ordinal) || other.EndsWith("." + one, StringComparison.Ordinal)
        || WithoutWww(one) == WithoutWww(other);

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
