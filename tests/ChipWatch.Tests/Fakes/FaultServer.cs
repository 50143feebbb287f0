using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChipWatch.Tests.Fakes;

/// <summary>A real server on loopback that answers as badly as it is told to. Each of its ports is a host of its own to the fetcher.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, int> underWay = new();
    private List<int> ports = [];

    private FaultServer(int portCount, bool isSecure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            for (var i = 0; i < portCount; i++)
            {
                kestrel.Listen(IPAddress.Loopback, 0, listen =>
                {
                    if (isSecure)
                    {
                        listen.UseHttps(SelfSigned());
                    }
                });
            }
        });
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>What was asked: path and If-None-Match.</summary>
    public ConcurrentQueue<(string Path, string? IfNoneMatch)> Asked { get; } = new();

    /// <summary>Most requests under way at once at any one port.</summary>
    public int MostAtOnce { get; private set; }

    public static async Task<FaultServer> StartAsync(int ports = 1, bool isSecure = false)
    {
        var server = new FaultServer(ports, isSecure);
        await server.app.StartAsync();
        server.ports = [.. server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address).Port)];
        return server;
    }

    public Uri At(string path, int port = 0, string scheme = "http") => new($"{scheme}://127.0.0.1:{ports[port]}{path}");

    public FaultServer On(string path, RequestDelegate answer)
    {
        answers[path] = answer;
        return this;
    }

    public FaultServer On(string path, string body, string contentType = "text/html; charset=utf-8") =>
        On(path, context => Write(context, System.Text.Encoding.UTF8.GetBytes(body), contentType));

    /// <summary>A body under an ETag; asked with it, 304.</summary>
    public FaultServer OnTagged(string path, string body, string contentType) => On(path, context =>
    {
        var tag = $"\"{Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body)))[..16]}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        return Write(context, System.Text.Encoding.UTF8.GetBytes(body), contentType);
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public static Task Write(HttpContext context, byte[] body, string contentType)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }

    /// <summary>Never answers.</summary>
    public static Task Hang(HttpContext context) => UntilGone(context);

    /// <summary>Headers and a byte, then nothing more.</summary>
    public static async Task Drip(HttpContext context)
    {
        context.Response.ContentLength = 1000;
        await context.Response.Body.WriteAsync("<"u8.ToArray());
        await context.Response.Body.FlushAsync();
        await UntilGone(context);
    }

    /// <summary>Half of the body, then the line is cut.</summary>
    public static async Task Cut(HttpContext context)
    {
        context.Response.ContentLength = 1000;
        await context.Response.Body.WriteAsync(new byte[500]);
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>A body without end.</summary>
    public static async Task Endless(HttpContext context)
    {
        var piece = new byte[64 * 1024];
        Array.Fill(piece, (byte)' ');
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        }
    }

    /// <summary>A few kilobytes that unpack to 32 MiB.</summary>
    public static Task Bomb(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        return Write(context, Pack(new byte[32 * 1024 * 1024], packed => new GZipStream(packed, CompressionLevel.SmallestSize)), "application/rss+xml");
    }

    public static RequestDelegate Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return Task.CompletedTask;
    };

    public static RequestDelegate Redirect(string to, int status = 302) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    };

    public static RequestDelegate Packed(string coding, byte[] body) => context =>
    {
        context.Response.Headers.ContentEncoding = coding;
        return Write(context, body, "application/rss+xml");
    };

    public static byte[] Pack(byte[] body, Func<Stream, Stream> coder)
    {
        using var packed = new MemoryStream();
        using (var stream = coder(packed))
        {
            stream.Write(body);
        }

        return packed.ToArray();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Asked.Enqueue((context.Request.Path + context.Request.QueryString, context.Request.Headers.IfNoneMatch.FirstOrDefault()));
        var port = context.Connection.LocalPort;
        lock (underWay)
        {
            MostAtOnce = Math.Max(MostAtOnce, underWay.AddOrUpdate(port, 1, (_, count) => count + 1));
        }

        try
        {
            if (answers.TryGetValue(context.Request.Path, out var answer))
            {
                await answer(context);
            }
            else
            {
                context.Response.StatusCode = 404;
            }
        }
        catch (OperationCanceledException)
        {
            // The client gave up, as it should
            return;
        }
        finally
        {
            underWay.AddOrUpdate(port, 0, (_, count) => count - 1);
        }
    }

    private static async Task UntilGone(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=nobody.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
