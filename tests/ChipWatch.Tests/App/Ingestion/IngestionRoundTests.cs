using ChipWatch.Ingestion;
using ChipWatch.Live;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Seeding;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Upkeep;
using ChipWatch.Store.Timelines;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChipWatch.Tests.App.Ingestion;

public sealed class IngestionRoundTests
{
    private static readonly RoundRequest Due = new(All: false, Only: null, IsLive: false);

    private static readonly LiveCatalogue Seeds = new(NewsCatalogue.LoadSeeds());

    private const string Feed = "https://good.example/feed.xml";
    private const string Page = "https://good.example/trainium";

    private static readonly string GoodFeed =
        $"""<rss version="2.0"><channel><title>Good</title><item><title>Amazon in talks over Trainium</title><link>{Page}</link><guid>1</guid><pubDate>Thu, 18 Jun 2026 08:00:00 GMT</pubDate><description>Short.</description></item></channel></rss>""";

    private const string GoodPage =
        """
        <html lang="en"><body><article><h1>Amazon in talks over Trainium</h1>
        <p>Amazon is in talks to sell its Trainium chips to other operators of data centres, an executive of the company said in an interview on Thursday.</p>
        <p>No customer has been named so far, and neither a price nor a date is known, while Nvidia still dominates the market for accelerators by a wide margin.</p>
        </article></body></html>
        """;

    [Fact]
    public async Task RunAsync_OneBadSource_DoesNotStopTheGoodOne()
    {
        await using var store = await StoreWithAsync(Source("bad", "https://bad.example/feed"), Source("good", Feed));
        var results = await Round(store, GoodNet().Answer("https://bad.example/feed", new FetchOutcome.Failed(FetchFailure.Dns, "The name has no address."))).RunAsync(Due, null, CancellationToken.None);

        Assert.Equal(FetchFailure.Dns, results.Single(r => r.Source == "bad").Failure);
        Assert.Equal(1, results.Single(r => r.Source == "good").Articles);
        var story = Assert.Single((await store.Get<ITimelineQueries>().PageAsync(TimelineFilter.All, null, 10, CancellationToken.None)).Items);
        Assert.Contains(story.Vendors, v => v.Id == "amazon");
    }

    [Fact]
    public async Task RunAsync_Again_AsksConditionallyAndStoresNothingNew()
    {
        await using var store = await StoreWithAsync(Source("good", Feed));
        var net = GoodNet();
        var round = Round(store, net);
        await round.RunAsync(Due, null, CancellationToken.None);
        net.Answer(Feed, new FetchOutcome.NotModified(null));

        var again = await round.RunAsync(Due with { All = true }, null, CancellationToken.None);

        Assert.Equal("\"v1\"", net.Asked[^1].Validators.ETag);
        Assert.True(Assert.Single(again).Unchanged);
        await using var db = await store.OpenAsync();
        Assert.Equal((1, 1, 2), (await db.Articles.CountAsync(), await db.Items.CountAsync(), await db.Fetches.CountAsync()));
    }

    [Fact]
    public async Task RunAsync_FailuresInARow_AreAskedLessAndLess()
    {
        await using var store = await StoreWithAsync(Source("bad", "https://bad.example/feed"));
        var round = Round(store, new FixedFetcher().Answer("https://bad.example/feed", new FetchOutcome.Failed(FetchFailure.ServerError, "The server answered 500.", 500)));
        var pauses = new List<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            await round.RunAsync(Due with { All = true }, null, CancellationToken.None);
            pauses.Add((await store.Get<ISourceQueries>().ListAsync(CancellationToken.None))[0].NextCheckAt - store.Clock.GetUtcNow());
        }

        Assert.All(pauses.Zip([TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2)]), pair => Assert.InRange(pair.First, pair.Second, pair.Second * 1.1));
    }

    [Fact]
    public async Task RunAsync_RetryAfterOfTheServer_IsObeyed()
    {
        await using var store = await StoreWithAsync(Source("busy", "https://busy.example/feed"));
        var net = new FixedFetcher().Answer("https://busy.example/feed", new FetchOutcome.Failed(FetchFailure.RateLimited, "The server asks for a rest.", 429, TimeSpan.FromHours(5)));

        await Round(store, net).RunAsync(Due, null, CancellationToken.None);

        Assert.Equal(store.Clock.GetUtcNow().AddHours(5), (await store.Get<ISourceQueries>().ListAsync(CancellationToken.None))[0].NextCheckAt);
    }

    [Fact]
    public async Task RunAsync_HostRestsBecauseOfAnotherSource_HealthyOneGoesOnWhenItIsOver()
    {
        await using var store = await StoreWithAsync(Source("good", Feed));
        var resting = new FetchOutcome.Failed(FetchFailure.RateLimited, "good.example asked us to wait.", null, TimeSpan.FromMinutes(2)) { WasAsked = false };
        var net = GoodNet().Answer(Feed, resting);
        var round = Round(store, net);
        for (var i = 0; i < 6; i++)
        {
            await round.RunAsync(Due with { All = true }, null, CancellationToken.None);
        }

        var line = (await store.Get<ISourceQueries>().ListAsync(CancellationToken.None))[0];
        Assert.Equal((SourceHealth.Waiting, 0, store.Clock.GetUtcNow().AddMinutes(2)), (line.Health, line.FailuresInARow, line.NextCheckAt));

        // Its feed is read, then the rest begins again before its page
        GoodNet().CopyTo(net);
        net.Answer(Page, resting);
        for (var i = 0; i < 6; i++)
        {
            store.Clock.Advance(TimeSpan.FromMinutes(2));
            await round.RunAsync(Due, null, CancellationToken.None);
        }

        GoodNet().CopyTo(net);
        store.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, Assert.Single(await round.RunAsync(Due, null, CancellationToken.None)).Articles);
    }

    [Fact]
    public async Task RunAsync_FeedThatIsGone_IsPaused()
    {
        await using var store = await StoreWithAsync(Source("gone", "https://gone.example/feed"));

        await Round(store, new FixedFetcher().Answer("https://gone.example/feed", new FetchOutcome.Failed(FetchFailure.Gone, "The feed is gone.", 410))).RunAsync(Due, null, CancellationToken.None);

        Assert.Equal(SourceHealth.Paused, (await store.Get<ISourceQueries>().ListAsync(CancellationToken.None))[0].Health);
    }

    [Fact]
    public async Task RunAsync_PageBehindAPaywall_KeepsTheFeedsOwnWords()
    {
        await using var store = await StoreWithAsync(Source("good", Feed));
        var net = new FixedFetcher().Answer(Feed, GoodFeed.Replace("Short.", "Amazon is in talks to sell its Trainium chips to others.", StringComparison.Ordinal), "application/rss+xml")
            .Answer(Page, new FetchOutcome.Failed(FetchFailure.AccessDenied, "The page asks for a subscription.", 402));

        Assert.Equal(1, Assert.Single(await Round(store, net).RunAsync(Due, null, CancellationToken.None)).Articles);
    }

    [Fact]
    public async Task RunAsync_TellsOpenPages()
    {
        await using var store = await StoreWithAsync(Source("good", Feed));
        var notifier = new StoryNotifier();
        var told = new List<long>();
        notifier.StoriesChanged += told.AddRange;

        await Round(store, GoodNet(), notifier).RunAsync(Due, null, CancellationToken.None);

        Assert.Single(told);
        Assert.Null(notifier.Round);
    }

    [Fact]
    public async Task RunAsync_HostAsksForARest_TheOtherPagesWaitWithoutCountingAsTried()
    {
        await using var store = await StoreWithAsync(Source("good", Feed));
        var second = GoodFeed.Replace("</channel>", "<item><title>More</title><link>https://good.example/more</link><guid>2</guid></item></channel>", StringComparison.Ordinal);
        var net = new FixedFetcher().Answer(Feed, second, "application/rss+xml")
            .Answer(Page, new FetchOutcome.Failed(FetchFailure.RateLimited, "The server asks for a rest.", 429, TimeSpan.FromHours(3)))
            .Answer("https://good.example/more", new FetchOutcome.Failed(FetchFailure.RateLimited, "The server asks for a rest.", 429, TimeSpan.FromHours(3)));
        var round = Round(store, net);

        await round.RunAsync(Due, null, CancellationToken.None);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await round.RunAsync(Due, null, CancellationToken.None));

        Assert.Equal(2, net.Asked.Count);
        store.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal([0, 1], (await store.Get<ISourceStore>().PendingAsync("good", 10, CancellationToken.None)).Select(item => item.Attempts).Order());
    }

    [Fact]
    public async Task RunAsync_RobotsInTrouble_PageIsTriedAgainLater()
    {
        await using var store = await StoreWithAsync(Source("good", Feed));
        var net = GoodNet().Answer(Page, new FetchOutcome.Failed(FetchFailure.Robots, "The robots.txt cannot be read (500).", 500));
        var round = Round(store, net);
        await round.RunAsync(Due, null, CancellationToken.None);

        store.Clock.Advance(TimeSpan.FromHours(1));
        net.Answer(Page, GoodPage);

        Assert.Equal(1, Assert.Single(await round.RunAsync(Due, null, CancellationToken.None)).Articles);
    }

    [Fact]
    public async Task RunAsync_FeedOfAnHourlyOutlet_LearnsItsRhythm()
    {
        await using var store = await StoreWithAsync(Source("good", Feed));
        var items = string.Concat(Enumerable.Range(1, 10).Select(i => $"<item><title>{i}</title><link>{Page}?{i}</link><guid>{i}</guid><pubDate>{store.Clock.GetUtcNow().AddHours(-4 * i):R}</pubDate></item>"));
        var net = new FixedFetcher().Answer(Feed, $"<rss version=\"2.0\"><channel><title>Good</title>{items}</channel></rss>", "application/rss+xml");

        await Round(store, net).RunAsync(Due, null, CancellationToken.None);

        var next = (await store.Get<ISourceQueries>().ListAsync(CancellationToken.None))[0].NextCheckAt - store.Clock.GetUtcNow();
        Assert.InRange(next, TimeSpan.FromHours(2), TimeSpan.FromHours(2.2));
    }

    [Fact]
    public async Task RunAsync_WishDuringALiveRound_IsReadBesideIt()
    {
        await using var store = await StoreWithAsync(Source("good", Feed), Source("slow", "https://slow.example/feed"));
        using var monitor = new RoundMonitor(store.Clock);
        var slow = new HeldFetcher(GoodNet(), "https://slow.example/feed");
        var goods = new List<SourceResult>();
        var round = Round(store, slow, monitor: monitor);
        var again = new TaskCompletionSource();
        var running = round.RunAsync(
            Due with { IsLive = true },
            result =>
            {
                goods.Add(result);
                if (goods.Count == 1)
                {
                    monitor.RequestRound("good");
                }
                else
                {
                    again.TrySetResult();
                }
            },
            CancellationToken.None);
        await again.Task;

        Assert.False(running.IsCompleted);
        Assert.Equal(["good", "good"], goods.Select(result => result.Source));
        slow.Release();
        await running;
    }

    [Fact]
    public async Task RunAsync_Cancelled_KeepsWhatIsStoredAndEndsWell()
    {
        await using var store = await StoreWithAsync(Source("good", Feed), Source("slow", "https://slow.example/feed"));
        using var monitor = new RoundMonitor(store.Clock);

        var results = await Round(store, new HeldFetcher(GoodNet(), "https://slow.example/feed"), monitor: monitor)
            .RunAsync(Due, _ => monitor.Cancel(), CancellationToken.None);

        Assert.Equal("good", Assert.Single(results).Source);
        Assert.True(monitor.Last!.IsCancelled);
        Assert.Single((await store.Get<ITimelineQueries>().PageAsync(TimelineFilter.All, null, 10, CancellationToken.None)).Items);
    }

    [Theory]
    [InlineData("rss", FetchPurpose.Feed)]
    [InlineData("api", FetchPurpose.Feed)]
    [InlineData("html-listing", FetchPurpose.Page)]
    [InlineData("sitemap", FetchPurpose.Page)]
    public async Task RunAsync_WhatIsWrittenForReaders_IsAskedForByTheRulesOfPages(string kind, FetchPurpose expected)
    {
        await using var store = await StoreWithAsync(Source("one", Feed) with { Kind = kind });
        var net = GoodNet();

        await Round(store, net).RunAsync(Due, null, CancellationToken.None);

        Assert.Equal(expected, net.Asked[0].Purpose);
    }

    [Theory]
    [InlineData("<lastmod>2026-06-18</lastmod>", "\"v1\"")]
    [InlineData("", null)]
    public async Task RunAsync_IndexOfSitemaps_BringsTheEntriesOfItsNewestParts(string changed, string? etag)
    {
        const string index = "https://good.example/sitemap.xml";
        await using var store = await StoreWithAsync(Source("map", index) with { Kind = "sitemap" });
        var parts = Enumerable.Range(0, 9).Select(i => $"<sitemap><loc>https://good.example/part-{i}.xml</loc>{changed}</sitemap>");
        var net = GoodNet().Answer(index, $"<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(parts)}</sitemapindex>", "application/xml")
            .Answer("https://good.example/part-0.xml", $"<urlset><url><loc>{Page}</loc></url></urlset>", "application/xml")
            .Answer("https://good.example/part-1.xml", "<urlset><url><loc>https://good.example/other-report</loc></url></urlset>", "application/xml")
            .Answer("https://good.example/part-2.xml", "<urlset></urlset>", "application/xml");

        var result = Assert.Single(await Round(store, net).RunAsync(Due, null, CancellationToken.None));

        Assert.Equal((null, 2, 1), (result.Failure, result.NewItems, result.Articles));
        var asked = net.Asked.Where(request => request.Url.AbsolutePath.StartsWith("/part", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, asked.Count);
        Assert.All(asked, request => Assert.Equal((FetchPurpose.Page, new Uri(index)), (request.Purpose, request.FoundOn)));
        Assert.Equal(etag, Assert.Single(await store.Get<ISourceStore>().DueAsync(all: true, null, CancellationToken.None)).Validators.ETag);
    }

    [Fact]
    public async Task RunAsync_IndexOfSitemapsWithoutItsParts_FailsWithTheirCause()
    {
        await using var store = await StoreWithAsync(Source("map", Feed) with { Kind = "sitemap" });
        var net = new FixedFetcher().Answer(Feed, "<sitemapindex><sitemap><loc>https://good.example/part.xml</loc></sitemap></sitemapindex>", "application/xml");

        Assert.Equal(FetchFailure.NotFound, Assert.Single(await Round(store, net).RunAsync(Due, null, CancellationToken.None)).Failure);
    }

    private static FixedFetcher GoodNet() => new FixedFetcher().Answer(Feed, GoodFeed, "application/rss+xml").Answer(Page, GoodPage);

    private static async Task<TestStore> StoreWithAsync(params SeedSource[] sources)
    {
        var store = await TestStore.CreateAsync(samples: false);
        await store.Get<IStoreSetup>().PrepareAsync(TestStore.Catalogue with { Sources = sources }, null, CancellationToken.None);
        return store;
    }

    private static SeedSource Source(string id, string feed) => new(id, id, "rss", feed, feed, "en", 1, "news", [], null, null);

    private static IngestionRound Round(TestStore store, IPageFetcher net, StoryNotifier? notifier = null, RoundMonitor? monitor = null)
    {
        var options = Options.Create(new IngestionOptions());
        var reading = new PageReading(new ArticleExtractor(), Seeds, store.Clock);
        var ingester = new SourceIngester(
            net, new SampleFetcher("nowhere"), store.Get<ISourceStore>(), store.Get<IArticleStore>(), reading, options, store.Clock, NullLogger<SourceIngester>.Instance);
        var rereading = new ArticleRereading(
            net, store.Get<IRereadingStore>(), store.Get<IArticleStore>(), reading, store.Get<RereadSchedule>(), Options.Create(new RereadingOptions()), options, store.Clock, NullLogger<ArticleRereading>.Instance);
        return new(
            store.Get<ISourceStore>(), ingester, rereading, store.Get<IngestPermit>(), store.Get<IStoryGrouper>(), store.Get<IDigestStore>(), notifier ?? new StoryNotifier(), monitor ?? new RoundMonitor(store.Clock),
            options, Options.Create(new FetchingOptions { HostGap = TimeSpan.Zero }), store.Clock, NullLogger<IngestionRound>.Instance);
    }

    /// <summary>Holds one address back until it is released.</summary>
    private sealed class HeldFetcher(IPageFetcher inner, string held) : IPageFetcher
    {
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => released.SetResult();

        public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
        {
            if (request.Url.AbsoluteUri == held)
            {
                await released.Task.WaitAsync(cancellationToken);
            }

            return await inner.FetchAsync(request, cancellationToken);
        }
    }
}
