using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Pipeline.Sources;

public sealed class SourceDiscoveryTests
{
    private const string Feed = """
        <rss version="2.0"><channel><title>Silicon Post</title><link>https://post.example/</link><language>en</language>
        <item><title>Foundry adds a line</title><link>https://post.example/a</link><pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>
        """;

    private const string Listing = """
        <html lang="en"><head><title>Newsroom</title></head><body><nav><a href="/about">About us and our history</a></nav><main>
        <div class="card"><h3><a href="/news/new-accelerator-ships-today">New accelerator ships today</a></h3><time datetime="2026-11-24">Nov 24, 2026</time></div>
        <div class="card"><h3><a href="/news/memory-supply-deal-signed">Memory supply deal signed</a></h3><time datetime="2026-11-20">Nov 20, 2026</time></div>
        <div class="card"><h3><a href="/news/quarterly-results-are-out">Quarterly results are out</a></h3><time datetime="2026-11-12">Nov 12, 2026</time></div>
        </main></body></html>
        """;

    private static Task<DiscoveryOutcome> FindAsync(FixedFetcher web, string url) => new SourceDiscovery(web).FindAsync(new Uri(url), default);

    private static async Task<IReadOnlyList<SourceCandidate>> FoundAsync(FixedFetcher web, string url) =>
        Assert.IsType<DiscoveryOutcome.Found>(await FindAsync(web, url)).Candidates;

    [Fact]
    public async Task FindAsync_AddressOfAFeed_IsThatFeedInOneRequest()
    {
        var web = new FixedFetcher().Answer("https://post.example/rss.xml", Feed, "application/rss+xml");

        var only = Assert.Single(await FoundAsync(web, "https://post.example/rss.xml"));

        Assert.Equal(("rss", "Silicon Post", "the address itself", "en"), (only.Kind, only.Title, only.FoundBy, only.Language));
        Assert.Equal("https://post.example/a", Assert.Single(only.Items).Url);
        Assert.Equal(FetchPurpose.Feed, Assert.Single(web.Asked).Purpose);
    }

    [Fact]
    public async Task FindAsync_PageNamesFeeds_TakesThemWithCommentsLast()
    {
        var web = new FixedFetcher()
            .Answer("https://post.example/", "<head><link rel='alternate' type='application/rss+xml' title='Comments' href='/comments/feed'>"
                + "<link rel=ALTERNATE type='application/atom+xml' href='news/feed'></head><p>x</p>")
            .Answer("https://post.example/news/feed", Feed)
            .Answer("https://post.example/comments/feed", Feed.Replace("Silicon Post", "Comments", StringComparison.Ordinal));

        var found = await FoundAsync(web, "https://post.example/");

        Assert.Equal(["https://post.example/news/feed", "https://post.example/comments/feed"], found.Select(candidate => candidate.Url.AbsoluteUri));
        Assert.All(found, candidate => Assert.Equal("named by the page", candidate.FoundBy));
        // What a page names must not reach what only its reader may reach.
        Assert.All(web.Asked.Skip(1), asked => Assert.Equal("https://post.example/", asked.FoundOn?.AbsoluteUri));
    }

    [Fact]
    public async Task FindAsync_FeedAtUsualPlace_IsFoundThere()
    {
        var web = new FixedFetcher().Answer("https://post.example/", "<p>Welcome</p>").Answer("https://post.example/feed.xml", Feed);

        var only = Assert.Single(await FoundAsync(web, "https://post.example/"));

        Assert.Equal(("https://post.example/feed.xml", "usual place"), (only.Url.AbsoluteUri, only.FoundBy));
    }

    [Fact]
    public async Task FindAsync_LinkInTheBody_IsFollowedBeforeUsualPlaces()
    {
        var web = new FixedFetcher().Answer("https://post.example/", "<p><a href='https://feeds.post.example/all'>RSS</a></p>").Answer("https://feeds.post.example/all", Feed);

        var only = Assert.Single(await FoundAsync(web, "https://post.example/"));

        Assert.Equal("the page's own links", only.FoundBy);
        Assert.Equal(2, web.Asked.Count);
    }

    [Fact]
    public async Task FindAsync_PageWithoutFeed_OffersToWatchIt()
    {
        var web = new FixedFetcher().Answer("https://chips.example/news", Listing);

        var only = Assert.Single(await FoundAsync(web, "https://chips.example/news"));

        Assert.Equal(("html-listing", "repeated entries on the page", "Newsroom"), (only.Kind, only.FoundBy, only.Title));
        Assert.Equal(3, only.Items.Count);
        Assert.True(web.Asked.Count <= SourceDiscovery.MaxRequests);
    }

    [Fact]
    public async Task FindAsync_NothingButASitemap_OffersItAsLastResort()
    {
        var web = new FixedFetcher()
            .Answer("https://bare.example/", "<p>Nothing here</p>")
            .Answer("https://bare.example/robots.txt", "User-agent: *\nSitemap: https://bare.example/sitemap_index.xml", "text/plain")
            .Answer("https://bare.example/sitemap_index.xml", "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>https://bare.example/posts.xml</loc></sitemap></sitemapindex>")
            .Answer("https://bare.example/posts.xml", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://bare.example/posts/chip-news-today</loc><lastmod>2026-11-20</lastmod></url></urlset>");

        var only = Assert.Single(await FoundAsync(web, "https://bare.example/"));

        Assert.Equal(("https://bare.example/posts.xml", "sitemap"), (only.Url.AbsoluteUri, only.Kind));
        Assert.True(web.Asked.Count <= SourceDiscovery.MaxRequests, $"{web.Asked.Count} requests");
    }

    [Fact]
    public async Task FindAsync_AddressOfASitemapIndex_OffersItsNewestPartThatListsPages()
    {
        const string Namespace = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'";
        var web = new FixedFetcher()
            .Answer("https://bare.example/sitemap.xml", $"<sitemapindex {Namespace}><sitemap><loc>https://bare.example/1.xml</loc><lastmod>2020-01-01</lastmod></sitemap>"
                + "<sitemap><loc>https://bare.example/2.xml</loc><lastmod>2026-11-20</lastmod></sitemap></sitemapindex>")
            .Answer("https://bare.example/2.xml", $"<urlset {Namespace}><url><loc>https://bare.example/posts/chip-news-today</loc></url></urlset>");

        var only = Assert.Single(await FoundAsync(web, "https://bare.example/sitemap.xml"));

        Assert.Equal(("https://bare.example/2.xml", "sitemap", "a part of the address itself"), (only.Url.AbsoluteUri, only.Kind, only.FoundBy));
        Assert.Equal(2, web.Asked.Count);
    }

    [Fact]
    public async Task FindAsync_NothingAnywhere_StaysWithinTheBoundAndSaysSo()
    {
        var web = new FixedFetcher().Answer("https://bare.example/a/b", "<p>Nothing here</p>");

        var nothing = Assert.IsType<DiscoveryOutcome.Nothing>(await FindAsync(web, "https://bare.example/a/b"));

        Assert.Null(nothing.Failure);
        Assert.True(web.Asked.Count <= SourceDiscovery.MaxRequests, $"{web.Asked.Count} requests");
    }

    [Fact]
    public async Task FindAsync_NobodyThere_SaysWhyAfterOneRequest()
    {
        var web = new FixedFetcher().Answer("https://gone.example/", new FetchOutcome.Failed(FetchFailure.Dns, "The name gone.example has no address."));

        var nothing = Assert.IsType<DiscoveryOutcome.Nothing>(await FindAsync(web, "https://gone.example/"));

        Assert.Equal((FetchFailure.Dns, "The name gone.example has no address."), (nothing.Failure, nothing.Reason));
        Assert.Single(web.Asked);
    }

    [Fact]
    public async Task FindAsync_VideoChannel_FindsItsFeedByTheChannelsId()
    {
        const string id = "UCabcdefghij0123456789-_";
        var web = new FixedFetcher()
            .Answer("https://www.youtube.com/@chips", $"<head><link rel='canonical' href='https://www.youtube.com/channel/{id}'></head>")
            .Answer($"https://www.youtube.com/feeds/videos.xml?channel_id={id}", "<feed xmlns='http://www.w3.org/2005/Atom'><title>Chips</title></feed>");

        var only = Assert.Single(await FoundAsync(web, "https://www.youtube.com/@chips"));

        Assert.Equal(("atom", "the channel's own feed"), (only.Kind, only.FoundBy));
    }

    [Fact]
    public async Task FindAsync_OpmlFile_ListsItsEntriesUnread()
    {
        var web = new FixedFetcher().Answer(
            "https://post.example/list.opml", "<opml version='2.0'><body><outline text='A' type='rss' xmlUrl='https://a.example/feed'/><outline text='B' xmlUrl='https://b.example/feed'/></body></opml>");

        var found = await FoundAsync(web, "https://post.example/list.opml");

        Assert.Equal(["https://a.example/feed", "https://b.example/feed"], found.Select(candidate => candidate.Url.AbsoluteUri));
        Assert.Single(web.Asked);
    }

    [Theory]
    [InlineData("nvidia.com/news", "https://nvidia.com/news")]
    [InlineData("  <https://a.example/x> ", "https://a.example/x")]
    [InlineData("feed://a.example/rss", "https://a.example/rss")]
    [InlineData("feed:http://a.example/rss", "http://a.example/rss")]
    [InlineData("localhost:8080/feed", "http://localhost:8080/feed")]
    [InlineData("192.168.1.4/feed", "http://192.168.1.4/feed")]
    [InlineData("fab.example:8443/feed", "https://fab.example:8443/feed")]
    [InlineData("mailto:a@b.example", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("chips", null)]
    [InlineData("two words.example", null)]
    [InlineData("", null)]
    public void Read_WhatPeoplePaste_IsTheAddressMeant(string pasted, string? meant) =>
        Assert.Equal(meant, PastedAddress.Read(pasted)?.AbsoluteUri);
}
