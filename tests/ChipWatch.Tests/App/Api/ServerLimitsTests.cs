using System.Net;
using ChipWatch.Api;
using ChipWatch.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChipWatch.Tests.App.Api;

/// <summary>What the server takes and what it sends with every answer, over the real host on a port of its own.</summary>
public sealed class ServerLimitsTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("chipwatch-limits-").FullName;
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false };
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        app = ServeCommand.Build(
            [$"--ChipWatch:DataDirectory={folder}", "--ChipWatch:Seeds:Sources=false", "--ChipWatch:Seeds:Samples=false", "--ChipWatch:Ingestion:Enabled=false", "--Serilog:MinimumLevel:Default=Fatal"],
            "http://127.0.0.1:0");
        await ChipWatchHost.PrepareStoreAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        client = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        handler.Dispose();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/no/such/page", 404)]
    [InlineData("/story/1-nothing", 404)]
    [InlineData("/look/tokens.css", 200)]
    public async Task Answers_OfEveryKind_CarryTheHeadersOfProtection(string path, int status)
    {
        using var answer = await client.GetAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal(
            ["nosniff", "no-referrer", "same-origin", "same-origin"],
            new[] { "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy" }.Select(name => Assert.Single(answer.Headers.GetValues(name))));
        Assert.Contains("camera=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Request_BodyOverTheLimit_IsRefused()
    {
        using var answer = await client.PostAsync("/sources/none/pause", new ByteArrayContent(new byte[(1024 * 1024) + 1]) { Headers = { ContentType = new("application/x-www-form-urlencoded") } });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Request_HeadersOverTheLimit_AreRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Big", new string('x', 33 * 1024));

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
    }

    [Fact]
    public void Limits_Unset_AreThoseOfTheRules()
    {
        var kestrel = app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        var circuits = app.Services.GetRequiredService<IOptions<CircuitOptions>>().Value;

        Assert.Equal((1024L * 1024, 32 * 1024, TimeSpan.FromSeconds(15), 1000L), (kestrel.MaxRequestBodySize, kestrel.MaxRequestHeadersTotalSize, kestrel.RequestHeadersTimeout, kestrel.MaxConcurrentConnections));
        Assert.NotNull(kestrel.MinRequestBodyDataRate);
        Assert.NotNull(kestrel.MinResponseDataRate);
        Assert.Equal(
            (false, 100, TimeSpan.FromMinutes(3), 10, TimeSpan.FromSeconds(30)),
            (circuits.DetailedErrors, circuits.DisconnectedCircuitMaxRetained, circuits.DisconnectedCircuitRetentionPeriod, circuits.MaxBufferedUnacknowledgedRenderBatches, circuits.JSInteropDefaultCallTimeout));
    }

    [Theory]
    [InlineData("MaxBodyBytes", "9000000")]
    [InlineData("MaxCircuits", "0")]
    [InlineData("NewCircuitsPerMinute", "100000")]
    [InlineData("HeaderTime", "01:00:00")]
    public void Limits_BeyondTheHardMaximum_StopTheProgram(string key, string value)
    {
        using var other = (IDisposable)ServeCommand.Build([$"--ChipWatch:DataDirectory={folder}", $"--{ServerOptions.Section}:{key}={value}"], "http://127.0.0.1:0");

        Assert.Throws<OptionsValidationException>(() => ((WebApplication)other).Services.GetRequiredService<IStartupValidator>().Validate());
    }
}
