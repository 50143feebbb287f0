using System.IO.Compression;
using System.Text;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace ChipWatch.Tests.Pipeline.Fetching;

/// <summary>The one client against a real server on loopback.</summary>
public sealed class SafeHttpTests : IAsyncLifetime
{
    private const string Body = "<rss><channel><title>Größe</title></channel></rss>";
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Body);
    private FaultServer server = null!;

    public async ValueTask InitializeAsync() => server = await FaultServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("deflate, identity")]
    [InlineData("identity")]
    public async Task GetAsync_OneCoding_IsTakenOff(string coding)
    {
        var packed = coding switch
        {
            "br" => FaultServer.Pack(Bytes, stream => new BrotliStream(stream, CompressionLevel.Optimal)),
            "identity" => Bytes,
            _ when coding.Contains("gzip", StringComparison.Ordinal) => FaultServer.Pack(Bytes, stream => new GZipStream(stream, CompressionLevel.Optimal)),
            _ => FaultServer.Pack(Bytes, stream => new ZLibStream(stream, CompressionLevel.Optimal)),
        };
        server.On("/", FaultServer.Packed(coding, packed));

        Assert.Equal(Body, await ReadAsync());
    }

    [Fact]
    public async Task GetAsync_BareDeflate_IsReadToo()
    {
        server.On("/", FaultServer.Packed("deflate", FaultServer.Pack(Bytes, stream => new DeflateStream(stream, CompressionLevel.Optimal))));

        Assert.Equal(Body, await ReadAsync());
    }

    [Theory]
    [InlineData("gzip, gzip")]
    [InlineData("gzip, br")]
    [InlineData("compress")]
    [InlineData("zstd")]
    public async Task GetAsync_StackedOrUnaskedCoding_IsRefused(string coding)
    {
        server.On("/", FaultServer.Packed(coding, Bytes));

        Assert.Equal(FetchFailure.Protocol, await FailureAsync());
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("gzip", false)]
    [InlineData("br", true)]
    [InlineData("br", false)]
    [InlineData("deflate", true)]
    [InlineData("deflate", false)]
    public async Task GetAsync_BrokenPacking_IsRefused(string coding, bool isRubbish)
    {
        var packed = FaultServer.Pack(Bytes, stream => coding switch
        {
            "br" => new BrotliStream(stream, CompressionLevel.Optimal),
            "deflate" => new ZLibStream(stream, CompressionLevel.Optimal),
            _ => new GZipStream(stream, CompressionLevel.Optimal),
        });
        server.On("/", FaultServer.Packed(coding, isRubbish ? [0x1f, 0xaa, .. Enumerable.Repeat((byte)0xaa, 500)] : packed[..(packed.Length / 2)]));

        Assert.Equal(FetchFailure.Protocol, await FailureAsync());
    }

    [Fact]
    public void StrictUnpacking_IsSetBeforeAnythingRuns() =>
        // Read once a process by whatever unpacks first: set later, by our own code, it would come too late
        Assert.True(AppContext.TryGetSwitch("System.IO.Compression.UseStrictValidation", out var isStrict) && isStrict);

    [Fact]
    public async Task GetAsync_UnpacksTooMuch_IsRefusedEarly()
    {
        server.On("/", FaultServer.Bomb);

        var failed = Assert.IsType<SafeAnswer.Broken>(await GetAsync(maxBytes: 64 * 1024 * 1024)).Failure;

        Assert.Equal(FetchFailure.TooLarge, failed.Failure);
        Assert.Contains("bomb", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_RatioUnderOneMebibyte_DoesNotCount()
    {
        var body = new byte[1024 * 1024];
        server.On("/", FaultServer.Packed("gzip", FaultServer.Pack(body, stream => new GZipStream(stream, CompressionLevel.SmallestSize))));

        Assert.Equal(body.Length, Assert.IsType<SafeAnswer.Answered>(await GetAsync(maxBytes: 2 * 1024 * 1024)).Body.Length);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public async Task GetAsync_BodyAtTheLimit_PassesAndOneByteMoreDoesNot(int length, bool passes)
    {
        server.On("/", context => FaultServer.Write(context, new byte[length], "text/plain"));

        var answer = await GetAsync(maxBytes: 1000);

        Assert.Equal(passes, answer is SafeAnswer.Answered { Body.Length: 1000 });
    }

    [Fact]
    public async Task GetAsync_LengthOfManyPieces_ComesWhole()
    {
        var body = new byte[300_001];
        new Random(7).NextBytes(body);
        server.On("/", context => FaultServer.Write(context, body, "text/plain"));

        Assert.Equal(body, Assert.IsType<SafeAnswer.Answered>(await GetAsync(maxBytes: 300_001)).Body.ToArray());
    }

    [Fact]
    public async Task GetAsync_EndlessBody_IsRefused()
    {
        server.On("/", FaultServer.Endless);

        Assert.Equal(FetchFailure.TooLarge, await FailureAsync());
    }

    [Fact]
    public async Task GetAsync_NoHeadersInTime_IsCalledSo()
    {
        server.On("/", FaultServer.Hang);

        var failed = Assert.IsType<SafeAnswer.Broken>(await GetAsync(options: new() { HeaderTimeout = TimeSpan.FromMilliseconds(200) })).Failure;

        Assert.Equal(FetchFailure.Timeout, failed.Failure);
        Assert.Contains("did not answer", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_BodyDrips_TimeOfTheWholeFetchCounts()
    {
        server.On("/", FaultServer.Drip);

        var failed = Assert.IsType<SafeAnswer.Broken>(await GetAsync(options: new() { HeaderTimeout = TimeSpan.FromMilliseconds(900), Timeout = TimeSpan.FromSeconds(1) })).Failure;

        Assert.Equal(FetchFailure.Timeout, failed.Failure);
        Assert.Contains("took longer", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_CutLine_IsAConnectionFailure()
    {
        server.On("/", FaultServer.Cut);

        Assert.Equal(FetchFailure.Connection, await FailureAsync());
    }

    [Fact]
    public async Task GetAsync_NobodyListens_IsAConnectionFailure()
    {
        var gone = server.At("/");
        await server.DisposeAsync();

        Assert.Equal(FetchFailure.Connection, Assert.IsType<SafeAnswer.Broken>(await GetAsync(gone)).Failure.Failure);
    }

    [Fact]
    public async Task GetAsync_CertificateOfNobodyKnown_IsRefused()
    {
        await using var secure = await FaultServer.StartAsync(isSecure: true);
        secure.On("/", Body);

        Assert.Equal(FetchFailure.Tls, Assert.IsType<SafeAnswer.Broken>(await GetAsync(secure.At("/", scheme: "https"))).Failure.Failure);
        Assert.Empty(secure.Asked);
    }

    [Fact]
    public async Task GetAsync_HeadersOverTheLimit_AreRefused()
    {
        server.On("/", context =>
        {
            context.Response.Headers["X-Big"] = new string('x', 40 * 1024);
            return Task.CompletedTask;
        });

        Assert.Equal(FetchFailure.TooLarge, await FailureAsync());
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task GetAsync_Redirects_FiveAreFollowed(int redirects, bool arrives)
    {
        for (var i = 0; i < redirects; i++)
        {
            server.On(i == 0 ? "/" : $"/{i}", FaultServer.Redirect($"/{i + 1}"));
        }

        server.On($"/{redirects}", Body);

        var answer = await GetAsync();

        Assert.Equal(arrives, answer is SafeAnswer.Answered { Status: 200 });
        Assert.Equal(arrives ? redirects + 1 : 6, server.Asked.Count);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://2130706433:22/")]
    [InlineData("http://user:secret@127.0.0.1/")]
    [InlineData("http://localhost/")]
    public async Task GetAsync_RedirectAstray_IsRefused(string target)
    {
        server.On("/", FaultServer.Redirect(target));

        var failed = Assert.IsType<SafeAnswer.Broken>(await GetAsync(options: new() { Allow = [$"127.0.0.1:{server.At("/").Port}"] })).Failure;

        Assert.Equal(FetchFailure.AddressRefused, failed.Failure);
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData(301, 308, true)]
    [InlineData(308, 302, false)]
    [InlineData(307, 301, false)]
    public async Task GetAsync_RedirectsOnTheWay_OnlyPermanentOnesMove(int first, int second, bool moves)
    {
        server.On("/", FaultServer.Redirect("/b", first)).On("/b", FaultServer.Redirect("/c", second)).On("/c", Body);

        Assert.Equal(moves ? server.At("/c") : null, Assert.IsType<SafeAnswer.Answered>(await GetAsync()).MovedTo);
    }

    [Fact]
    public async Task GetAsync_Loop_IsNamed()
    {
        server.On("/", FaultServer.Redirect("/b")).On("/b", FaultServer.Redirect("/"));

        Assert.Equal(FetchFailure.Redirects, await FailureAsync());
    }

    [Fact]
    public async Task GetAsync_EveryRequest_NamesUsAndBringsNothingAlong()
    {
        Dictionary<string, string> sent = [];
        server.On("/", context =>
        {
            sent = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
            context.Response.Headers.SetCookie = "a=b";
            return FaultServer.Write(context, Bytes, "text/plain");
        });

        await GetAsync();
        Assert.StartsWith("ChipWatch/", sent["User-Agent"], StringComparison.Ordinal);
        await GetAsync(options: new() { UserAgentContact = "https://watch.example/about" });
        Assert.EndsWith("(+https://watch.example/about)", sent["User-Agent"], StringComparison.Ordinal);
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], sent.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GetAsync_CallerGivesUp_Throws()
    {
        server.On("/", FaultServer.Hang);
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GetAsync(cancellationToken: caller.Token));
    }

    private async Task<string> ReadAsync() => Encoding.UTF8.GetString(Assert.IsType<SafeAnswer.Answered>(await GetAsync()).Body.Span);

    private async Task<FetchFailure> FailureAsync() => Assert.IsType<SafeAnswer.Broken>(await GetAsync()).Failure.Failure;

    private async Task<SafeAnswer> GetAsync(Uri? url = null, int maxBytes = 1024 * 1024, FetchingOptions? options = null, CancellationToken cancellationToken = default)
    {
        var given = options ?? new FetchingOptions();
        given.Allow = given.Allow.Count > 0 ? given.Allow : ["127.0.0.1/32"];
        using var http = new SafeHttp(given, TimeProvider.System);
        return await http.GetAsync(new SafeRequest(url ?? server.At("/"), maxBytes), cancellationToken);
    }
}
