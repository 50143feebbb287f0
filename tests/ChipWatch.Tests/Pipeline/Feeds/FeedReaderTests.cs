using System.Text;
using ChipWatch.Pipeline.Feeds;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.Pipeline.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Address = new("https://news.example/feed.xml");
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("<rss version='2.0'><channel><title>T</title><item><title>A</title><link>/a</link></item></channel></rss>", FeedKind.Rss)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><title>A</title><link href='/a'/></entry></feed>", FeedKind.Atom)]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","title":"A","url":"/a"}]}""", FeedKind.JsonFeed)]
    [InlineData(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>T</title></channel><item><title>A</title><link>/a</link></item></rdf:RDF>",
        FeedKind.Rdf)]
    public void Read_EachFormat_GivesKindTitleAndItem(string text, FeedKind kind)
    {
        var feed = Read(text);

        Assert.Equal(kind, feed.Kind);
        Assert.Equal("T", feed.Title);
        var item = Assert.Single(feed.Items);
        Assert.Equal("A", item.Title);
        Assert.Equal("https://news.example/a", item.Url);
    }

    [Theory]
    [InlineData("<?xml version='1.0' encoding='utf-8'?> <rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'> <channel><title>T</title> <item> <title>One more</title><link>/a</link> </item></channel></rss>")]
    [InlineData("<?xml version='1.0' encoding='utf-8'?> <feed xml:lang='en' xmlns='http://www.w3.org/2005/Atom'> <title>T</title> <entry> <title>One more</title><link rel='alternate' href='/a'/> </entry></feed>")]
    [InlineData("""{ "version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [ { "id": "1", "title": "One more", "url": "/a" } ] }""")]
    public void Read_NulAmongTheSpaces_IsReadAsIfTheyWereNotThere(string text)
    {
        foreach (var broken in new[] { text.Replace(" ", "\0 ", StringComparison.Ordinal), text.Replace(" ", " \0", StringComparison.Ordinal) })
        {
            var item = Assert.Single(Read(broken).Items);
            Assert.Equal(("One more", "https://news.example/a"), (item.Title, item.Url));
        }
    }

    [Theory]
    [InlineData("<!doctype html><html><head><title>x</title></head><body>x</body></html>", true)]
    [InlineData("<html><body><p>404</body></html>", true)]
    [InlineData("<html><head><title>x</title></head><body><script>var t = '<rss></rss>';</script><feed></feed></body></html>", true)]
    [InlineData("", false)]
    [InlineData("Not found", false)]
    [InlineData("<svg><title>x</title></svg>", false)]
    [InlineData("[1,2]", false)]
    [InlineData("{\"error\":\"gone\"}", false)]
    [InlineData("{\"items\":", false)]
    public void Read_NoFeed_IsUnreadable(string text, bool isHtml)
    {
        var outcome = FeedReader.Read(Encoding.UTF8.GetBytes(text), "text/html", Address, Clock);

        Assert.Equal(isHtml, Assert.IsType<FeedOutcome.Unreadable>(outcome).IsHtml);
    }

    [Theory]
    [InlineData("/notes/2", "/notes/2")]
    [InlineData("notes/2", "notes/2")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("//other.example/2", null)]
    public void Read_RelativeLinkWithoutAnyAddress_StaysAsWritten(string written, string? kept)
    {
        var feed = $"<rss version='2.0'><channel><title>t</title><item><title>a</title><link>{written}</link></item></channel></rss>";

        var read = Assert.IsType<FeedOutcome.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(feed), null, null, Clock)).Feed;

        Assert.Equal(kept, Assert.Single(read.Items).Url);
    }

    [Fact]
    public void Read_MoreItemsThanTaken_CountsTheRest()
    {
        var feed = Read($"<rss><channel>{string.Concat(Enumerable.Range(0, 2_010).Select(i => $"<item><title>{i}</title></item>"))}</channel></rss>");

        Assert.Equal(2_000, feed.Items.Count);
        Assert.Equal(10, feed.Skipped);
    }

    [Fact]
    public void Read_LargerThanTaken_IsUnreadable() =>
        Assert.IsType<FeedOutcome.Unreadable>(FeedReader.Read(new byte[(15 * 1024 * 1024) + 1], null, Address, Clock));

    [Fact]
    public void Read_ElementsTooDeep_AreLeftOutAndTheItemStays()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 100_000)) + "x" + string.Concat(Enumerable.Repeat("</b>", 100_000));

        var feed = Read($"<rss><channel><item><title>A</title><description>{deep}</description></item></channel></rss>");

        Assert.Equal("A", Assert.Single(feed.Items).Title);
    }

    [Fact]
    public void Read_JsonTooDeep_KeepsTheItemsBefore()
    {
        var deep = new string('[', 100_000);

        var feed = Read($$"""{"version":"https://jsonfeed.org/version/1","items":[{"id":"a"},{"id":"b","x":{{deep}}""");

        Assert.Equal("a", Assert.Single(feed.Items).Id);
        Assert.Equal(1, feed.Skipped);
    }

    [Fact]
    public void Read_LongTitleAndLongLink_CutsTheOneAndDropsTheOther()
    {
        var feed = Read($"<rss><channel><item><title>{new string('x', 600)}</title><link>https://news.example/{new string('x', 2_048)}</link></item></channel></rss>");

        var item = Assert.Single(feed.Items);
        Assert.Equal(500, item.Title.Length);
        Assert.Null(item.Url);
        Assert.StartsWith("sha256:", item.Id);
    }

    [Theory]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("https://user:secret@news.example/a", "https://news.example/a")]
    [InlineData("//other.example/a", "https://other.example/a")]
    public void Read_LinkThatMayNotBeKept_IsDroppedOrCleaned(string link, string? expected) =>
        Assert.Equal(expected, Read($"<rss><channel><item><link>{link}</link></item></channel></rss>").Items[0].Url);

    [Fact]
    public void Read_DateInTheFuture_IsClampedToTomorrow() => Assert.Equal(
        Clock.GetUtcNow().AddDays(1),
        Read("<rss><channel><item><title>x</title><pubDate>Thu, 01 Jan 2099 00:00:00 GMT</pubDate></item></channel></rss>").Items[0].Published);

    [Theory]
    [InlineData("<ttl>30</ttl>", 30)]
    [InlineData("<sy:updatePeriod xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 30)]
    [InlineData("<ttl>-5</ttl>", null)]
    [InlineData("<ttl>soon</ttl>", null)]
    public void Read_PauseAskedFor_IsTold(string head, int? minutes) => Assert.Equal(
        minutes is { } some ? TimeSpan.FromMinutes(some) : null,
        Read($"<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>{head}</channel></rss>").AskedPause);

    [Fact]
    public void Read_MutatedFeeds_NeverThrows()
    {
        string[] seeds =
        [
            "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"b\">]><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>T &amp; &a; &nbsp;</title>"
                + "<item><title><![CDATA[A <b>b</b>]]></title><link>/a?b=1&amp;c</link><dc:date>2026-01-01</dc:date></item><item><guid>x</guid></item></channel></rss>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://a.example/\"><entry><title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">x<br/></div></title>"
                + "<link href='b'/><content type=\"html\">&lt;p&gt;x</content></entry></feed>",
            """{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"title":"\ud83d\ude00","content_html":"<p>x","date_published":"2026-01-01","tags":["a",1]},{"id":"2"}]}""",
        ];
        var random = new Random(7);
        for (var round = 0; round < 3_000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(seeds[round % seeds.Length]).ToList();
            for (var change = random.Next(1, 6); change > 0 && bytes.Count > 10; change--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(4))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at)); break;
                    case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(40), bytes.Count - at))); break;
                    default: bytes[at] = (byte)"<>&\"'/![]{}:\\"[random.Next(13)]; break;
                }
            }

            FeedReader.Read(bytes.ToArray(), "application/xml", Address, Clock);
        }
    }

    private static Feed Read(string text) =>
        Assert.IsType<FeedOutcome.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Address, Clock)).Feed;
}
