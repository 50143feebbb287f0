using System.Text;
using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Tests.Pipeline.Feeds;

public sealed class BrokenXmlReaderTests
{
    [Theory]
    [InlineData("<item><title>R&D & AT&T &nbsp;&eacute;&unknown; &#146;</title></item>", "R&D & AT&T \u00A0é&unknown; ’")]
    [InlineData("<item><title>a\u0001b\u0000c</title></item>", "abc")]
    [InlineData("<item><title>a<![CDATA[b & <i>c</i>]]>d</title></item>", "ab & c" + "d")]
    [InlineData("<item><title>a <b>c</title></item>", "a c")]
    [InlineData("<item><title>a</b> c</title></item>", "a c")]
    [InlineData("<item><title>a<br>b</title></item>", "a b")]
    [InlineData("<item><title>a < b</title></item>", "a < b")]
    [InlineData("<item><title>a</title><x:y z=1 w>q</x:y></item>", "a")]
    [InlineData("<item><title>a<link>/b</link></item>", "a")]
    [InlineData("<item><title><![CDATA[a & b</title></item>", "a & b")]
    [InlineData("<item><title><![CDATA[a</title><description><![CDATA[b]]></description></item>", "a")]
    [InlineData("<item><dc:title>a</dc:title></item>", "a")]
    public void Read_BrokenItem_KeepsItsTitle(string item, string title) =>
        Assert.Equal(title, Assert.Single(Read($"<rss><channel>{item}<broken></channel></rss>").Items).Title);

    [Theory]
    [InlineData("<item><title>b</title><link>/x", 1)]
    [InlineData("<item><title>b</ti", 1)]
    [InlineData("<ite", 0)]
    [InlineData("<item><title><![CDATA[b]]", 1)]
    [InlineData("</channel", 0)]
    public void Read_CutOff_KeepsWholeItemsAndCountsTheOther(string rest, int skipped)
    {
        var feed = Read("<rss><channel><item><title>a</title></item>" + rest);

        Assert.Equal("a", Assert.Single(feed.Items).Title);
        Assert.Equal(skipped, feed.Skipped);
    }

    [Theory]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><title>T & more</title><entry><title>A & b</title><link href='/a'></entry></feed>", FeedKind.Atom)]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>T & more</a:title><a:entry><a:title>A & b</a:title><a:link href='/a'/></a:entry></a:feed>", FeedKind.Atom)]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>T & more</title></channel><item><title>A & b</title><link>/a</link></item></rdf:RDF>", FeedKind.Rdf)]
    public void Read_FormatsWithNamespaces_AreToldApartInBrokenFeedsToo(string text, FeedKind kind)
    {
        var feed = Assert.IsType<FeedOutcome.Read>(FeedReader.Read(System.Text.Encoding.UTF8.GetBytes(text), null, new Uri("https://news.example/feed"))).Feed;

        var item = Assert.Single(feed.Items);
        Assert.Equal((kind, "T & more", "A & b", "https://news.example/a"), (feed.Kind, feed.Title, item.Title, item.Url));
    }

    [Fact]
    public void Read_ItemsWithoutEnd_TellsThemApart() => Assert.Equal(
        ["a", "b"],
        Read("<rss><channel><item><title>a</title><item><title>b</title></channel></rss>").Items.Select(item => item.Title));

    [Fact]
    public void Read_JunkAroundTheFeed_IsPassedOver() => Assert.Equal(
        "a",
        Assert.Single(Read("<br />\n<b>Warning</b>: x in <b>y</b>\n<?xml version=\"1.1\"?><rss><channel><item><title>a</title></item></channel></rss><script>z</script>").Items).Title);

    [Fact]
    public void Read_EntitiesOfTheDocument_AreNotExpanded()
    {
        var feed = Read(
            "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
            + "<rss><channel><title>&b;</title><item><title>x&f;y</title></item></channel></rss>");

        Assert.Equal("&b;", feed.Title);
        Assert.Equal("x&f;y", Assert.Single(feed.Items).Title);
    }

    [Fact]
    public void Read_HugeHostileDocuments_EndsSoon()
    {
        foreach (var text in (string[])[Repeat("<rss><channel><item>", 5_000), "<rss " + Repeat("a='", 20_000), "<rss>" + Repeat("<![CDATA[", 10_000),
            "<rss>" + Repeat("<a:b xmlns:a='x'>", 5_000), "<rss>" + Repeat("</a><b>", 20_000), "<rss>" + Repeat("<!--", 100_000), "<rss>" + Repeat("&", 500_000), Repeat("<", 500_000)])
        {
            FeedReader.Read(Encoding.UTF8.GetBytes(text), null, null);
        }
    }

    [Fact]
    public void Read_WellFormedFeed_GivesWhatXmlReaderGives()
    {
        const string Text = """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:h="http://www.w3.org/1999/xhtml" xml:base="https://a.example/">
              <!-- a comment with <item> --><channel><title>T &amp; t</title><link>/</link>
                <item xml:base="b/"><title>A <![CDATA[<b>]]>&#x42;</title><dc:creator>N</dc:creator><link>c?d=1&amp;e=2</link><category domain='x'>K</category>
                  <content:encoded>&lt;p>x&lt;/p></content:encoded></item>
                <item><h:body><h:p class="q">y<h:br/>z</h:p></h:body><unknown xmlns="urn:u"><title>no</title></unknown></item>
              </channel>
            </rss>
            """;
        var root = FeedProlog.FindRoot(Text, name => XmlFeedFormat.OfRoot(name) is not null, out _);
        var strict = new FeedTreeBuilder(null, XmlFeedFormat.OfRoot);
        var tolerant = new FeedTreeBuilder(null, XmlFeedFormat.OfRoot);

        Assert.True(FeedXmlReader.TryRead(Text, root, strict));
        new BrokenXmlReader(Text, root, tolerant).Read();

        Assert.Equal(2, strict.Items.Count);
        Assert.Equal(strict.Items.Select(Told), tolerant.Items.Select(Told));
    }

    private static string Told(FeedItem item) => $"{item with { Categories = [] }} {string.Join('|', item.Categories)}";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static Feed Read(string text) =>
        Assert.IsType<FeedOutcome.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(text), null, new Uri("https://news.example/feed.xml"))).Feed;
}
