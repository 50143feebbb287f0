using ChipWatch.Pipeline.Fetching;
using ChipWatch.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.Pipeline.Fetching;

/// <summary>Conditional requests, robots.txt, Retry-After, on a clock that is moved by hand.</summary>
public sealed class PolitenessTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2026-07-01T12:00Z", System.Globalization.CultureInfo.InvariantCulture));
    private FaultServer server = null!;
    private PageFetcher fetcher = null!;

    public async ValueTask InitializeAsync()
    {
        server = await FaultServer.StartAsync();
        fetcher = new(new FetchingOptions { HostGap = TimeSpan.Zero, Allow = ["127.0.0.1/32"] }, clock);
    }

    public ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        return server.DisposeAsync();
    }

    [Fact]
    public async Task FetchAsync_AgainWithItsValidators_IsNotModified()
    {
        server.OnTagged("/feed", "<rss/>", "application/rss+xml");
        var first = Assert.IsType<FetchOutcome.Fetched>(await FeedAsync("/feed", Validators.None));

        Assert.IsType<FetchOutcome.NotModified>(await FeedAsync("/feed", first.Validators));
        Assert.Equal([null, first.Validators.ETag], server.Asked.Select(asked => asked.IfNoneMatch));
    }

    [Fact]
    public async Task FetchAsync_NotModifiedThatWasNotAskedFor_IsAFailure()
    {
        server.On("/feed", FaultServer.Status(304));

        Assert.Equal(FetchFailure.Protocol, Assert.IsType<FetchOutcome.Failed>(await FeedAsync("/feed", Validators.None)).Failure);
    }

    [Theory]
    [InlineData("5", 60)]
    [InlineData("300", 300)]
    [InlineData("9999999", 86400)]
    [InlineData("Wed, 01 Jul 2026 13:00:00 GMT", 3600)]
    [InlineData("Wed, 01 Jul 2020 13:00:00 GMT", 60)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    public async Task FetchAsync_RetryAfter_IsReadBetweenAMinuteAndADay(string header, int? seconds)
    {
        server.On("/feed", FaultServer.Status(429, header));

        var failed = Assert.IsType<FetchOutcome.Failed>(await FeedAsync("/feed", Validators.None));

        Assert.Equal(seconds, (int?)failed.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task FetchAsync_HostAskedForARest_IsNotAskedForAnythingUntilItIsOver(int status)
    {
        server.On("/busy", FaultServer.Status(status, "600")).On("/feed", "<rss/>", "application/rss+xml").On("/page", "<html>text</html>");
        await FeedAsync("/busy", Validators.None);

        var feed = Assert.IsType<FetchOutcome.Failed>(await FeedAsync("/feed", Validators.None));
        var page = Assert.IsType<FetchOutcome.Failed>(await PageAsync("/page"));

        Assert.Equal((FetchFailure.RateLimited, FetchFailure.RateLimited), (feed.Failure, page.Failure));
        Assert.Equal(600, feed.RetryAfter!.Value.TotalSeconds, 1);
        Assert.Single(server.Asked);
        clock.Advance(TimeSpan.FromSeconds(601));
        Assert.IsType<FetchOutcome.Fetched>(await FeedAsync("/feed", Validators.None));
    }

    [Fact]
    public async Task FetchAsync_Pages_AskRobotsOnceADay()
    {
        server.On("/robots.txt", "User-agent: *\nDisallow: /private/", "text/plain").On("/a", "<html>a</html>").On("/b", "<html>b</html>");

        Assert.IsType<FetchOutcome.Fetched>(await PageAsync("/a"));
        Assert.Equal(FetchFailure.Robots, Assert.IsType<FetchOutcome.Failed>(await PageAsync("/private/x")).Failure);
        clock.Advance(TimeSpan.FromHours(23));
        Assert.IsType<FetchOutcome.Fetched>(await PageAsync("/b"));
        Assert.Equal(["/robots.txt", "/a", "/b"], server.Asked.Select(asked => asked.Path));

        clock.Advance(TimeSpan.FromHours(2));
        server.On("/robots.txt", "User-agent: *\nDisallow: /", "text/plain");
        Assert.Equal(FetchFailure.Robots, Assert.IsType<FetchOutcome.Failed>(await PageAsync("/a")).Failure);
    }

    [Fact]
    public async Task FetchAsync_Feeds_DoNotAskRobots()
    {
        server.On("/robots.txt", "User-agent: *\nDisallow: /", "text/plain").On("/feed", "<rss/>", "application/rss+xml");

        Assert.IsType<FetchOutcome.Fetched>(await FeedAsync("/feed", Validators.None));
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task FetchAsync_RobotsInTrouble_ForbidsForAWhileAndSaysThatItIsNotForGood()
    {
        server.On("/robots.txt", FaultServer.Status(500)).On("/a", "<html>a</html>");

        var failed = Assert.IsType<FetchOutcome.Failed>(await PageAsync("/a"));
        Assert.Equal((FetchFailure.Robots, 500), (failed.Failure, failed.StatusCode));
        await PageAsync("/a");
        Assert.Single(server.Asked);

        clock.Advance(TimeSpan.FromMinutes(11));
        server.On("/robots.txt", FaultServer.Status(404));
        Assert.IsType<FetchOutcome.Fetched>(await PageAsync("/a"));
    }

    [Fact]
    public async Task FetchAsync_ManyPagesOfOneHost_AreAskedOneAfterTheOther()
    {
        server.On("/robots.txt", FaultServer.Status(404));
        for (var i = 0; i < 10; i++)
        {
            server.On($"/{i}", async context =>
            {
                await Task.Yield();
                await context.Response.WriteAsync("<html>text</html>");
            });
        }

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => PageAsync($"/{i}")));

        Assert.Equal(1, server.MostAtOnce);
        Assert.Equal(11, server.Asked.Count);
    }

    private Task<FetchOutcome> FeedAsync(string path, Validators validators) =>
        fetcher.FetchAsync(new FetchRequest(server.At(path), FetchPurpose.Feed, validators), CancellationToken.None);

    private Task<FetchOutcome> PageAsync(string path) =>
        fetcher.FetchAsync(new FetchRequest(server.At(path), FetchPurpose.Page, Validators.None), CancellationToken.None);
}
