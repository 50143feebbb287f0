using ChipWatch.Pipeline.Fetching;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Pipeline.Fetching;

public sealed class PageFetcherTests
{
    [Fact]
    public async Task FetchAsync_NameLeadsInside_OpensNoConnection()
    {
        var network = new ScriptedNetwork("10.0.0.1", _ => "");

        var outcome = await FetchAsync(network, "http://inside.example/feed");

        Assert.Equal(FetchFailure.AddressRefused, Assert.IsType<FetchOutcome.Failed>(outcome).Failure);
        Assert.Empty(network.Opened);
    }

    [Fact]
    public async Task FetchAsync_PublicHostRedirectsToListedAddress_IsRefused()
    {
        var network = new ScriptedNetwork("93.184.216.34", _ => "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:8600/\r\nContent-Length: 0\r\n\r\n");

        var outcome = await FetchAsync(network, "http://news.example/feed");

        Assert.Equal(FetchFailure.AddressRefused, Assert.IsType<FetchOutcome.Failed>(outcome).Failure);
        Assert.Equal("93.184.216.34:80", Assert.Single(network.Opened));
    }

    [Fact]
    public async Task FetchAsync_PublicPageRedirectsToNameThatLeadsToListedAddress_DoesNotEvenAskItsRobots()
    {
        var connections = 0;
        var network = new ScriptedNetwork(
            name => name == "inside.example" ? "127.0.0.1" : "93.184.216.34",
            // The first is for the public host's own robots.txt, which it does not have.
            _ => Interlocked.Increment(ref connections) == 1
                ? "HTTP/1.1 404 None\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                : "HTTP/1.1 302 Found\r\nLocation: http://inside.example/\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        var outcome = await FetchAsync(network, new FetchRequest(new Uri("http://news.example/a"), FetchPurpose.Page, Validators.None));

        Assert.Equal(FetchFailure.AddressRefused, Assert.IsType<FetchOutcome.Failed>(outcome).Failure);
        Assert.All(network.Opened, opened => Assert.Equal("93.184.216.34:80", opened));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8600/secret")]
    [InlineData("http://inside.example/secret")]
    public async Task FetchAsync_LinkOfPublicFeedToListedAddress_OpensNoConnection(string link)
    {
        var network = new ScriptedNetwork(name => name == "inside.example" ? "127.0.0.1" : "93.184.216.34", _ => "");

        var outcome = await FetchAsync(
            network, new FetchRequest(new Uri(link), FetchPurpose.Page, Validators.None) { FoundOn = new Uri("http://news.example/feed") });

        Assert.Equal(FetchFailure.AddressRefused, Assert.IsType<FetchOutcome.Failed>(outcome).Failure);
        Assert.Empty(network.Opened);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // after a restart pages may be pending whose feed is not due
    public async Task FetchAsync_LinkOfListedFeed_IsFollowedWhetherTheFeedWasAskedOrNot(bool isAsked)
    {
        var network = new ScriptedNetwork(_ => "127.0.0.1", _ => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        var options = new FetchingOptions { HostGap = TimeSpan.Zero, Allow = ["127.0.0.1/32"] };
        using var http = new SafeHttp(options, TimeProvider.System, network);
        using var fetcher = new PageFetcher(options, TimeProvider.System, http);
        var feed = new Uri("http://inside.example/feed");
        if (isAsked)
        {
            await fetcher.FetchAsync(new FetchRequest(feed, FetchPurpose.Feed, Validators.None), CancellationToken.None);
        }

        var page = await fetcher.FetchAsync(new FetchRequest(new Uri("http://inside.example/a"), FetchPurpose.Page, Validators.None) { FoundOn = feed }, CancellationToken.None);

        Assert.IsType<FetchOutcome.Fetched>(page);
    }

    [Theory]
    [InlineData("HTTP/1.1 429 Slow\r\nRetry-After: 5\r\nContent-Length: 0\r\n\r\n", FetchFailure.RateLimited)]
    [InlineData("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n", FetchFailure.Gone)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", FetchFailure.Empty)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", FetchFailure.Connection)]
    [InlineData("HTTP/1.1 403 No\r\ncf-mitigated: challenge\r\nContent-Length: 0\r\n\r\n", FetchFailure.Challenge)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\nContent-Length: 1\r\n\r\nx", FetchFailure.Protocol)]
    public async Task FetchAsync_Trouble_IsNamed(string answer, FetchFailure expected)
    {
        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(new ScriptedNetwork("93.184.216.34", _ => answer), "http://news.example/feed"));

        Assert.Equal(expected, failed.Failure);
        Assert.Equal(expected == FetchFailure.RateLimited ? TimeSpan.FromMinutes(1) : null, failed.RetryAfter);
    }

    private static Task<FetchOutcome> FetchAsync(INetwork network, string url) =>
        FetchAsync(network, new FetchRequest(new Uri(url), FetchPurpose.Feed, Validators.None));

    private static async Task<FetchOutcome> FetchAsync(INetwork network, FetchRequest request)
    {
        var options = new FetchingOptions { HostGap = TimeSpan.Zero, Allow = ["127.0.0.1/32"] };
        using var http = new SafeHttp(options, TimeProvider.System, network);
        using var fetcher = new PageFetcher(options, TimeProvider.System, http);
        return await fetcher.FetchAsync(request, CancellationToken.None);
    }
}
