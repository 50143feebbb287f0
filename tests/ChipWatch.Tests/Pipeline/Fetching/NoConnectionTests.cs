using ChipWatch.Pipeline.Fetching;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Pipeline.Fetching;

/// <summary>What the address policy refuses never opens a connection, seen from the connector.</summary>
public sealed class NoConnectionTests
{
    private const string Public = "93.184.216.34";

    public static TheoryData<string> Refused =>
    [
        // the text
        "ftp://news.example/", "gopher://news.example/", "file:///etc/passwd", "http:news.example", "http:/news.example/", "javascript:alert(1)",
        "http://me@news.example/", "http://me:secret@news.example/", "http://news.example/a b",
        "http://news.example/\u0001", "http://" + "a.example/" + new string('a', 2048),
        // the host
        "http://localhost/", "http://LOCALHOST./", "http://a.localhost/", "http://printer.local/", "http://nas.lan/", "http://wiki.internal/", "http://wiki.intranet/",
        "http://router.home.arpa/", "http://x.localdomain/", "http://api.default.svc/", "http://a.onion/", "http://a.test/", "http://a.invalid/", "http://intranet/",
        "http://news.0x7f/", "http://news.123/", "http://[fe80::1%25eth0]/", "http://[fe80::1]/",
        // the same address in other clothes
        "http://127.0.0.1/", "http://127.1/", "http://0177.0.0.1/", "http://0x7f.0.0.1/", "http://0x7f000001/", "http://2130706433/", "http://017700000001/",
        "http://\uff11\uff12\uff17.0.0.1/", "http://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/", "http://127\u30020\u30020\u30021/", "http://127.0.0.1./", "http://1\u00ad27.0.0.1/",
        "http://\uff4cocalhost/",
        // the ranges
        "http://0.0.0.0/", "http://10.0.0.1/", "http://100.64.0.1/", "http://169.254.169.254/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.0.0.1/",
        "http://192.0.2.1/", "http://192.31.196.1/", "http://192.52.193.1/", "http://192.88.99.1/", "http://192.168.0.1/", "http://192.175.48.1/", "http://198.18.0.1/",
        "http://198.51.100.1/", "http://203.0.113.1/", "http://224.0.0.1/", "http://240.0.0.1/", "http://255.255.255.255/", "http://[::]/", "http://[::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[64:ff9b:1::1]/", "http://[fc00::1]/",
        "http://[fd00:ec2::254]/", "http://[fec0::1]/", "http://[ff02::1]/", "http://[2001::1]/", "http://[2001:db8::1]/", "http://[2002:7f00:1::]/", "http://[3fff::1]/",
        "http://[2620:4f:8000::1]/",
        // the port
        "http://news.example:22/", "http://news.example:25/", "http://news.example:6379/", "https://news.example:0/", "http://93.184.216.34:8600/",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task FetchAsync_RefusedByItsText_AsksNoNameAndOpensNothing(string url)
    {
        var network = new ScriptedNetwork(Public, _ => "");

        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(network, url));

        Assert.Equal(FetchFailure.AddressRefused, failed.Failure);
        Assert.NotEmpty(failed.Reason);
        Assert.Empty(network.Resolved);
        Assert.Empty(network.Opened);
    }

    /// <summary>What a Location header can carry of them, and what is not read as a path below the server itself.</summary>
    public static TheoryData<string> RefusedTargets => [.. Refused.Select(row => row.Data).Where(url => url.All(c => c is > ' ' and < '\u007F') && !(url.StartsWith("http:", StringComparison.Ordinal) && !url.StartsWith("http://", StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(RefusedTargets))]
    public async Task FetchAsync_PublicHostRedirectsThere_OpensNothingMoreWhateverIsListed(string target)
    {
        var network = new ScriptedNetwork(Public, _ => $"HTTP/1.1 302 Found\r\nLocation: {target}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(network, "http://start.example/feed", "127.0.0.0/8", "10.0.0.0/8", "192.168.0.0/16", "intranet", "localhost"));

        // What the standard of addresses knows no reading for is refused before our own rules see it
        Assert.Contains(failed.Failure, new[] { FetchFailure.AddressRefused, FetchFailure.Protocol });
        Assert.Equal(["start.example"], network.Resolved);
        Assert.Equal([Public + ":80"], network.Opened);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:192.168.1.1")]
    [InlineData("93.184.216.34", "10.0.0.1")]
    [InlineData("2606:2800:220:1::1", "fe80::1")]
    public async Task FetchAsync_NameWithARefusedAnswer_OpensNothing(params string[] answers)
    {
        var network = new ScriptedNetwork(_ => answers, _ => "");

        Assert.Equal(FetchFailure.AddressRefused, Assert.IsType<FetchOutcome.Failed>(await FetchAsync(network, "http://news.example/feed")).Failure);
        Assert.Empty(network.Opened);
    }

    [Fact]
    public async Task FetchAsync_NameWithoutAnswer_IsADnsFailure()
    {
        var network = new ScriptedNetwork(_ => (IReadOnlyList<string>)[], _ => "");

        Assert.Equal(FetchFailure.Dns, Assert.IsType<FetchOutcome.Failed>(await FetchAsync(network, "http://news.example/feed")).Failure);
        Assert.Empty(network.Opened);
    }

    [Fact]
    public async Task FetchAsync_NameThatAnswersDifferentlyTheSecondTime_IsAskedOnceAndTheCheckedAddressIsTaken()
    {
        var asked = 0;
        var network = new ScriptedNetwork(_ => Interlocked.Increment(ref asked) == 1 ? Public : "127.0.0.1", _ => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(network, "http://rebind.example/feed"));

        Assert.Equal("rebind.example", Assert.Single(network.Resolved));
        Assert.Equal(Public + ":80", Assert.Single(network.Opened));
    }

    [Theory]
    [InlineData("http://wiki.corp/", "10.1.2.3", true)]
    [InlineData("http://wiki.corp:8080/", "10.1.2.3", true)]
    [InlineData("http://sub.wiki.corp/", "10.1.2.3", false)]
    [InlineData("http://wiki.corp/", "169.254.169.254", false)]
    [InlineData("http://wiki.corp/", "fe80::1", false)]
    [InlineData("http://10.1.2.3/", "10.1.2.3", false)]
    [InlineData("http://10.9.9.9:8600/", "", true)]
    [InlineData("http://10.9.9.9:8601/", "", false)]
    [InlineData("http://192.168.7.7:3000/", "", true)]
    [InlineData("http://192.168.8.7:3000/", "", false)]
    [InlineData("ftp://wiki.corp/", "10.1.2.3", false)]
    public async Task FetchAsync_AllowList_OpensExactlyWhatItNames(string url, string address, bool opens)
    {
        var network = new ScriptedNetwork(_ => address, _ => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        await FetchAsync(network, url, "wiki.corp", "10.9.9.9:8600", "192.168.7.0/24");

        Assert.Equal(opens, !network.Opened.IsEmpty);
    }

    private static async Task<FetchOutcome> FetchAsync(ScriptedNetwork network, string url, params string[] allow)
    {
        var options = new FetchingOptions { HostGap = TimeSpan.Zero, Allow = allow };
        using var http = new SafeHttp(options, TimeProvider.System, network);
        using var fetcher = new PageFetcher(options, TimeProvider.System, http);
        return await fetcher.FetchAsync(new FetchRequest(new Uri(url, UriKind.RelativeOrAbsolute), FetchPurpose.Feed, Validators.None), CancellationToken.None);
    }
}
