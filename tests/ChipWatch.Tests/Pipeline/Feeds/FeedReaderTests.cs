using System.Text;
using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Tests.Pipeline.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Address = new("https://news.example/feed.xml");

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

    [Fact]
    public void Read_WebPage_IsHtml()
    {
        var outcome = FeedReader.Read("<!doctype html><html><body>x</body></html>"u8.ToArray(), "text/html", Address);

        Assert.True(Assert.IsType<FeedOutcome.Unreadable>(outcome).IsHtml);
    }

    private static Feed Read(string text) =>
        Assert.IsType<FeedOutcome.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Address)).Feed;
}
