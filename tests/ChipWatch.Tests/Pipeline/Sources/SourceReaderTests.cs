using System.IO.Compression;
using System.Text;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Listings;
using ChipWatch.Pipeline.Sources;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.Pipeline.Sources;

public sealed class SourceReaderTests
{
    private static readonly Uri Address = new("https://site.example/x");
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero));

    private static FeedOutcome Outcome(string kind, string body, SourceRules? rules = null) => SourceReader.Read(kind, rules, Encoding.UTF8.GetBytes(body), null, Address, Clock);

    private static Feed Read(string kind, string body, SourceRules? rules = null) => Assert.IsType<FeedOutcome.Read>(Outcome(kind, body, rules)).Feed;

    private const string Sitemap = """
        <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
          <url><loc>https://site.example/about</loc></url>
          <url><loc>https://site.example/2026/older-piece-of-news</loc><lastmod>2026-11-01</lastmod></url>
          <url><loc> https://site.example/a?b=1&amp;c=2 </loc><n:news><n:publication><n:name>P</n:name></n:publication><n:publication_date>2026-11-24T10:00:00+01:00</n:publication_date>
            <n:title>Chips &amp; dies</n:title><n:keywords>hbm, tpu</n:keywords></n:news></url>
          <url><loc>javascript:alert(1)</loc></url>
        </urlset>
        """;

    [Theory]
    [InlineData("rss")]
    [InlineData("feed")]
    [InlineData("jsonfeed")]
    public void Read_FeedOfAnyKind_IsReadByWhatTheBytesAre(string kind) =>
        Assert.Equal(FeedKind.Atom, Read(kind, "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>x</title></entry></feed>").Kind);

    [Fact]
    public void Read_Sitemap_GivesNewestFirstWithTheTitlesOfNews()
    {
        var feed = Read("sitemap", Sitemap);

        Assert.Equal(["https://site.example/a?b=1&c=2", "https://site.example/2026/older-piece-of-news", "https://site.example/about"], feed.Items.Select(item => item.Url));
        Assert.Equal(["Chips & dies", "Older piece of news", ""], feed.Items.Select(item => item.Title));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), feed.Items[0].Published);
        Assert.Equal(["hbm", "tpu"], feed.Items[0].Categories);
        Assert.Null(feed.Items[2].Published);
    }

    [Fact]
    public void Read_SitemapPackedByItself_IsUnpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Sitemap));
        }

        Assert.Equal(3, Assert.IsType<FeedOutcome.Read>(SourceReader.Read("sitemap", null, packed.ToArray(), "application/gzip", Address, Clock)).Feed.Items.Count);
    }

    [Fact]
    public void Read_SitemapThatIsABomb_IsRefused()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            for (var i = 0; i < 64; i++)
            {
                gzip.Write(new byte[1024 * 1024]);
            }
        }

        Assert.IsType<FeedOutcome.Unreadable>(SourceReader.Read("sitemap", null, packed.ToArray(), null, Address, Clock));
        Assert.IsType<FeedOutcome.Unreadable>(SourceReader.Read("sitemap", null, packed.ToArray().AsMemory(0, 2_000), null, Address, Clock));
    }

    [Fact]
    public void Read_SitemapIndex_GivesItsPartsNewestFirst()
    {
        var feed = Read("sitemap", "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>https://site.example/1.xml</loc><lastmod>2026-01-01</lastmod></sitemap>"
            + "<sitemap><loc>https://site.example/2.xml.gz</loc><lastmod>2026-11-01</lastmod></sitemap></sitemapindex>");

        Assert.Empty(feed.Items);
        Assert.Equal(["https://site.example/2.xml.gz", "https://site.example/1.xml"], feed.Parts.Select(part => part.AbsoluteUri));
    }

    [Fact]
    public void Read_SitemapOfMoreThanIsTaken_KeepsTheNewest()
    {
        var many = string.Concat(Enumerable.Range(0, 2_500).Select(i => $"<url><loc>https://site.example/{i}</loc><lastmod>{new DateOnly(2015, 1, 1).AddDays(i):yyyy-MM-dd}</lastmod></url>"));

        var feed = Read("sitemap", $"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{many}</urlset>");

        Assert.Equal((2_000, 500, "https://site.example/2499"), (feed.Items.Count, feed.Skipped, feed.Items[0].Url));
    }

    [Fact]
    public void Read_AnswerOfASearchInterface_GoesByTheMapping()
    {
        var rules = new SourceRules(null, new JsonMapping("hits", "objectID", "url", "title", "created_at", "author", "story_text", "https://news.example/item?id={id}"));

        var feed = Read("api", """
            {"hits":[{"objectID":"41","url":"https://a.example/x","title":"A &amp; B","created_at":"2026-11-20T01:02:03Z","author":"jo"},
                     {"objectID":"42","url":null,"title":"Ask: which chip?","created_at":"2026-11-19T00:00:00Z","story_text":"I <i>wonder</i>."},
                     {"objectID":"43"}, 7],"nbHits":4}
            """, rules);

        Assert.Equal(["https://a.example/x", "https://news.example/item?id=42", "https://news.example/item?id=43"], feed.Items.Select(item => item.Url));
        Assert.Equal(("41", "A & B", "jo"), (feed.Items[0].Id, feed.Items[0].Title, feed.Items[0].Author));
        Assert.Equal("I wonder.", feed.Items[1].Summary);
        Assert.Equal((FeedKind.Api, 1), (feed.Kind, feed.Skipped));
    }

    [Fact]
    public void Read_AnswerOfARegister_ReadsPathsThroughLists()
    {
        var rules = new SourceRules(null, new JsonMapping("results", "document_number", "html_url", "title", "publication_date", "agencies.name", "abstract", null));

        var only = Assert.Single(Read("api", """
            {"results":[{"document_number":"2026-1","html_url":"https://register.example/d/2026-1","title":"Rule","publication_date":"2026-11-12","abstract":"About exports.",
              "agencies":[{"name":"Commerce Department"},{"name":"Industry and Security Bureau"}]}]}
            """, rules).Items);

        Assert.Equal("Commerce Department, Industry and Security Bureau", only.Author);
        Assert.Equal(new DateTimeOffset(2026, 11, 12, 0, 0, 0, TimeSpan.Zero), only.Published);
    }

    [Theory]
    [InlineData("api", "{\"error\":\"limit\"}", "The answer has no list at \"hits\".")]
    [InlineData("api", "<html>busy</html>", "The answer is no JSON that could be read.")]
    [InlineData("sitemap", "<html><body>x</body></html>", "This is a web page, not a sitemap.")]
    [InlineData("html-listing", "<html><body>x</body></html>", "The selectors find no entry on the page.")]
    public void Read_AnotherAnswerThanExpected_SaysSo(string kind, string body, string reason) => Assert.Equal(
        reason,
        Assert.IsType<FeedOutcome.Unreadable>(Outcome(kind, body, new SourceRules(new ListingRules("li.x", null, null, null), new JsonMapping("hits", "id", "url", "title", null, null, null, null)))).Reason);

    [Fact]
    public void Read_SelectorThatIsNone_SaysSo() =>
        Assert.Equal("A selector of this source is no CSS selector.", Assert.IsType<FeedOutcome.Unreadable>(Outcome("html-listing", "<p>x</p>", new SourceRules(new ListingRules("li[", null, null, null), null))).Reason);

    [Fact]
    public void Read_DatesThatCannotBe_AreClamped()
    {
        var rules = new SourceRules(null, new JsonMapping("", "id", "url", "title", "at", null, null, null));

        var feed = Read("api", """[{"id":1,"title":"a","at":"1970-01-01"},{"id":2,"title":"b","at":"2080-01-01"}]""", rules);

        Assert.Equal([new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero)], feed.Items.Select(item => item.Published!.Value));
    }
}
