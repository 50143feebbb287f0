using ChipWatch.Ingestion;
using ChipWatch.Live;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Seeding;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Upkeep;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChipWatch.Tests.App.Ingestion;

/// <summary>A site whose page changes between two readings.</summary>
public sealed class ArticleRereadingTests : IAsyncLifetime
{
    private const string Feed = "https://site.example/feed.xml";
    private const string Page = "https://site.example/trainium";
    private const string Body =
        """
        <p>Amazon is preparing to sell its Trainium chips to other operators of data centres, an executive of the company said in an interview on Thursday.</p>
        <p>No customer has been named so far, and neither a price nor a date is known, while Nvidia still dominates the market for accelerators by a wide margin.</p>
        <p>Customers could so far only rent the chips as compute inside the cloud of the company, and the third generation is largely sold out, the executive said.</p>
        """;

    private static readonly LiveCatalogue Seeds = new(NewsCatalogue.LoadSeeds());
    private readonly FixedFetcher net = new();
    private TestStore store = null!;
    private IngestionRound round = null!;

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.CreateAsync(samples: false);
        await store.Get<IStoreSetup>().PrepareAsync(
            TestStore.Catalogue with { Sources = [new SeedSource("site", "Site", "rss", Feed, "https://site.example/", "en", 1, "news", [], null, null)] }, null, CancellationToken.None);
        round = Round();
        net.Answer(Feed, FeedOf("1", Page), "application/rss+xml").Answer(Page, PageOf("Amazon will sell Trainium chips", Body));
        await RunAsync();
    }

    public async ValueTask DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task RunAsync_HeadlineFromWillToMay_IsOneSoftenedRevisionOfTheSameArticle()
    {
        net.Answer(Page, PageOf("Amazon may sell Trainium chips", Body));

        await LaterAsync(TimeSpan.FromHours(1));
        await LaterAsync(TimeSpan.FromHours(6));

        var view = await OnlyArticleAsync();
        Assert.Equal("Amazon may sell Trainium chips", view.Title);
        Assert.Equal(2, view.Revisions.Count);
        Assert.Equal(new RevisionChange(RevisionMeaning.Softened, "will", "may"), view.Revisions[1].Changes[0]);
        Assert.Equal((1, 1), (view.Revisions[1].WordsRemoved, view.Revisions[1].WordsAdded));
    }

    [Fact]
    public async Task RunAsync_OnlyTheDateLineChanged_IsNoRevision()
    {
        net.Answer(Page, PageOf("Amazon will sell Trainium chips", "<p>Updated July 1, 2026 at 1:10 PM EDT</p>" + Body + "<p>14 comments</p>"));

        await LaterAsync(TimeSpan.FromHours(1));

        Assert.Single((await OnlyArticleAsync()).Revisions);
    }

    [Fact]
    public async Task RunAsync_NotDueYet_AsksNothing()
    {
        var asked = Asked(Page);

        await LaterAsync(TimeSpan.FromMinutes(59));

        Assert.Equal(asked, Asked(Page));
    }

    [Fact]
    public async Task RunAsync_Unchanged_AsksConditionallyAndOnScheduleAlone()
    {
        net.Answer(Page, new FetchOutcome.NotModified(null));
        for (var i = 0; i < 24; i++)
        {
            await LaterAsync(TimeSpan.FromHours(i < 4 ? 2 : 12));
        }

        Assert.Equal(1 + 5, Asked(Page));
        Assert.Equal("\"v1\"", net.Asked.Last(request => request.Url.AbsoluteUri == Page).Validators.ETag);
        Assert.Equal(new Uri(Feed), net.Asked.Last(request => request.Url.AbsoluteUri == Page).FoundOn);
    }

    [Fact]
    public async Task RunAsync_PageMovedForGood_KeepsItsIdentityAndRemembersTheFormerAddress()
    {
        const string moved = "https://site.example/2026/trainium-chips";
        var before = await OnlyArticleAsync();
        net.Answer(Page, Moved(moved, PageOf("Amazon may sell Trainium chips", Body)));
        await LaterAsync(TimeSpan.FromHours(1));

        // The feed now links to the new address, under another guid.
        net.Answer(Feed, FeedOf("2", moved), "application/rss+xml").Answer(moved, PageOf("Amazon may sell Trainium chips", Body));
        await LaterAsync(TimeSpan.FromHours(1));

        var view = await OnlyArticleAsync();
        Assert.Equal((before.Id, moved), (view.Id, view.Url));
        Assert.Equal(2, view.Revisions.Count);
        await using var db = await store.OpenAsync();
        Assert.Equal([Page], await db.FormerAddresses.Select(f => f.Url).ToListAsync());
        Assert.Equal(moved, await db.Rereadings.Select(r => r.Url).SingleAsync());
    }

    [Fact]
    public async Task RunAsync_FeedStillLinksToTheFormerAddress_DoublesNothing()
    {
        const string moved = "https://site.example/2026/trainium-chips";
        net.Answer(Page, Moved(moved, PageOf("Amazon will sell Trainium chips", Body)));
        await LaterAsync(TimeSpan.FromHours(1));
        net.Answer(Page, PageOf("Amazon will sell Trainium chips", Body)).Answer(Feed, FeedOf("another-guid", Page), "application/rss+xml");

        await LaterAsync(TimeSpan.FromHours(1));

        Assert.Single((await OnlyArticleAsync()).Revisions);
    }

    [Theory]
    [InlineData("<html><body><article><h1>Welcome</h1><p>The latest news of every market, the weather, sports, culture and the best recipes of the week stand on this page, day by day.</p><p>Subscribe to our newsletter and never miss what happens in your town and in the world beyond it.</p></article></body></html>")]
    [InlineData("<html><body><p>x</p></body></html>")]
    public async Task RunAsync_SomethingElseStandsThere_KeepsTheArticleAsItWas(string other)
    {
        net.Answer(Page, Moved("https://site.example/", other));

        await LaterAsync(TimeSpan.FromHours(1));

        var view = await OnlyArticleAsync();
        Assert.Equal(("Amazon will sell Trainium chips", Page), (view.Title, view.Url));
        await using var db = await store.OpenAsync();
        Assert.NotNull(await db.Rereadings.Select(r => r.Cause).SingleAsync());
    }

    [Fact]
    public async Task RunAsync_PageIsGone_IsAskedNoMore()
    {
        net.Answer(Page, new FetchOutcome.Failed(FetchFailure.Gone, "The page is gone.", 410));
        await LaterAsync(TimeSpan.FromHours(1));
        var asked = Asked(Page);

        await LaterAsync(TimeSpan.FromDays(3));

        Assert.Equal(asked, Asked(Page));
    }

    [Fact]
    public async Task RunAsync_ServerAsksForARest_IsTriedAgainAfterIt()
    {
        net.Answer(Page, new FetchOutcome.Failed(FetchFailure.RateLimited, "The server asks for a rest.", 429, TimeSpan.FromHours(3)));
        await LaterAsync(TimeSpan.FromHours(1));
        var asked = Asked(Page);
        net.Answer(Page, PageOf("Amazon may sell Trainium chips", Body));

        await LaterAsync(TimeSpan.FromHours(2));
        Assert.Equal(asked, Asked(Page));
        await LaterAsync(TimeSpan.FromHours(1.1));

        Assert.Equal(2, (await OnlyArticleAsync()).Revisions.Count);
    }

    [Fact]
    public async Task RunAsync_HeadlineOfTheFeedChanged_ReadsThePageSooner()
    {
        await LaterAsync(TimeSpan.FromHours(1.5));
        net.Answer(Feed, FeedOf("1", Page, "Amazon may sell Trainium chips"), "application/rss+xml").Answer(Page, PageOf("Amazon may sell Trainium chips", Body));

        await LaterAsync(TimeSpan.FromHours(1));
        await LaterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, (await OnlyArticleAsync()).Revisions.Count);
    }

    [Fact]
    public async Task RunAsync_FullTextOfTheFeedChanged_IsARevisionAndNoDouble()
    {
        var text = string.Concat(Enumerable.Repeat(Body, 4));
        net.Answer(Feed, FeedOf("full", "https://site.example/full", "Nvidia will open a lab", text), "application/rss+xml");
        await LaterAsync(TimeSpan.FromHours(1));
        net.Answer(Feed, FeedOf("full", "https://site.example/full", "Nvidia may open a lab", text), "application/rss+xml");
        await LaterAsync(TimeSpan.FromHours(1));
        await LaterAsync(TimeSpan.FromHours(1));

        await using var db = await store.OpenAsync();
        var id = await db.Articles.Where(a => a.Url == "https://site.example/full").Select(a => a.Id).SingleAsync();
        var view = await store.Get<IArticleQueries>().FindAsync(id, null, CancellationToken.None);
        Assert.Equal(["Nvidia will open a lab", "Nvidia may open a lab"], view!.Revisions.Select(r => r.Title));
        Assert.DoesNotContain(net.Asked, request => request.Url.AbsoluteUri == "https://site.example/full");
    }

    [Fact]
    public async Task RunAsync_OriginalsKeptLongEnough_Go()
    {
        net.Answer(Page, new FetchOutcome.NotModified(null));

        await LaterAsync(TimeSpan.FromDays(181));

        await using var db = await store.OpenAsync();
        Assert.Null(await db.RevisionBodies.Select(b => b.Original).SingleAsync());
    }

    private async Task LaterAsync(TimeSpan time)
    {
        store.Clock.Advance(time);
        await RunAsync();
    }

    private Task RunAsync() => round.RunAsync(new RoundRequest(All: true, Only: null, IsLive: false), null, CancellationToken.None);

    private int Asked(string url) => net.Asked.Count(request => request.Url.AbsoluteUri == url);

    private async Task<ArticleView> OnlyArticleAsync()
    {
        await using var db = await store.OpenAsync();
        return (await store.Get<IArticleQueries>().FindAsync(await db.Articles.Select(a => a.Id).SingleAsync(), null, CancellationToken.None))!;
    }

    private static string FeedOf(string guid, string link, string title = "Amazon will sell Trainium chips", string content = "") =>
        $"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Site</title><item><title>{title}</title><link>{link}</link><guid>{guid}</guid><pubDate>Wed, 01 Jul 2026 08:00:00 GMT</pubDate><content:encoded><![CDATA[{content}]]></content:encoded></item></channel></rss>""";

    private static string PageOf(string title, string body) => $"<html lang=\"en\"><body><article><h1>{title}</h1>{body}</article></body></html>";

    private static FetchOutcome.Fetched Moved(string to, string page) =>
        new(new Uri(to), System.Text.Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8", new Validators("\"v2\"", null)) { MovedTo = new Uri(to) };

    private IngestionRound Round()
    {
        var options = Options.Create(new IngestionOptions());
        var reading = new PageReading(new ArticleExtractor(), Seeds, store.Clock);
        var ingester = new SourceIngester(
            net, new SampleFetcher("nowhere"), store.Get<ISourceStore>(), store.Get<IArticleStore>(), reading, options, store.Clock, NullLogger<SourceIngester>.Instance);
        var rereading = new ArticleRereading(
            net, store.Get<IRereadingStore>(), store.Get<IArticleStore>(), reading, store.Get<RereadSchedule>(), Options.Create(new RereadingOptions()), options, store.Clock, NullLogger<ArticleRereading>.Instance);
        return new(
            store.Get<ISourceStore>(), ingester, rereading, store.Get<IngestPermit>(), store.Get<IStoryGrouper>(), store.Get<IDigestStore>(), new StoryNotifier(), new RoundMonitor(store.Clock), options, Options.Create(new FetchingOptions { HostGap = TimeSpan.Zero }), store.Clock, NullLogger<IngestionRound>.Instance);
    }
}
