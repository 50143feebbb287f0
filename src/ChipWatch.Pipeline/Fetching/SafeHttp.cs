using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>
/// The one client for all outgoing requests: addresses checked, redirects followed by hand and checked again, everything limited.
/// Nothing else in the program opens a connection of its own choice. Safe for parallel use.
/// </summary>
public sealed class SafeHttp : IDisposable
{
    private const int MaxErrorBytes = 64 * 1024;
    private readonly FetchingOptions options;
    private readonly TimeProvider clock;
    private readonly AddressPolicy policy;
    private readonly CheckedConnector connector;
    private readonly HttpMessageInvoker listed;
    private readonly HttpMessageInvoker publicOnly;
    private readonly SemaphoreSlim slots;

    public SafeHttp(FetchingOptions options, TimeProvider clock)
        : this(options, clock, new SystemNetwork())
    {
    }

    internal SafeHttp(FetchingOptions options, TimeProvider clock, INetwork network)
    {
        (this.options, this.clock) = (options, clock);
        policy = new AddressPolicy(options.Allow);
        connector = new CheckedConnector(policy, network);
        // Two pools: a connection that only the allow-list opened must never serve a redirect from a public host
        (listed, publicOnly) = (Client(Reach.Listed), Client(Reach.PublicOnly));
        slots = new SemaphoreSlim(options.MaxAtOnce);
        UserAgent = $"{ProductToken}/{Version}" + (options.UserAgentContact.Trim() is { Length: > 0 } contact ? $" (+{contact})" : "");
    }

    /// <summary>The name by which robots.txt knows us.</summary>
    public static string ProductToken => "ChipWatch";

    /// <summary>The User-Agent header of every request.</summary>
    public string UserAgent { get; }

    private static string Version { get; } =
        typeof(SafeHttp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>One GET with its redirects, within all limits.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; every other trouble is an answer.</exception>
    public async Task<SafeAnswer> GetAsync(SafeRequest request, CancellationToken cancellationToken)
    {
        var (address, reach, left) = (request.Url.OriginalString, request.Reach, options.Timeout);
        Uri? moved = null;
        var permanent = true;
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (var redirects = 0; ; redirects++)
        {
            var refusal = AddressTarget.Read(address, out var url, out var target);
            if (refusal is not null || url is null || target is null || (refusal = policy.Refuse(target, reach)) is not null)
            {
                return Failed(FetchFailure.AddressRefused, redirects == 0 ? refusal! : $"A redirect leads astray: {refusal}");
            }

            if (!seen.Add(url.AbsoluteUri))
            {
                return Failed(FetchFailure.Redirects, "The server redirects in a loop.");
            }

            if (redirects > options.MaxRedirects)
            {
                return Failed(FetchFailure.Redirects, $"The server redirects more than {options.MaxRedirects} times.");
            }

            moved = redirects > 0 && permanent ? url : null;
            var pass = request.BeforeHop is null ? new HopPass(null, null) : await request.BeforeHop(url, reach, cancellationToken);
            using var lease = pass.Lease;
            if (pass.Refusal is { } forbidden)
            {
                return new SafeAnswer.Broken(forbidden);
            }

            await slots.WaitAsync(cancellationToken);
            SafeAnswer answer;
            var started = clock.GetTimestamp();
            try
            {
                answer = await HopAsync(url, moved, request, reach, left, cancellationToken);
            }
            finally
            {
                slots.Release();
            }

            if (answer is not SafeAnswer.Answered { Status: 301 or 302 or 303 or 307 or 308 } redirect)
            {
                return answer;
            }

            if (redirect.Header("Location") is not { Length: > 0 } location || CanonicalUrl.Resolve(url.AbsoluteUri, location) is not { } next)
            {
                return Failed(FetchFailure.Protocol, $"The server answers {redirect.Status} without an address to go to.", redirect.Status);
            }

            left -= clock.GetElapsedTime(started);
            permanent &= redirect.Status is 301 or 308;
            reach = reach == Reach.Listed && connector.IsReachedByListing(target) ? Reach.Listed : Reach.PublicOnly;
            address = WithoutFragment(next);
        }
    }

    /// <summary>What a link found at an address may reach: what a redirect from there might.</summary>
    internal async ValueTask<Reach> ReachFromAsync(Uri found, CancellationToken cancellationToken) =>
        AddressTarget.Read(found.OriginalString, out _, out var target) is null && target is not null && await connector.WouldReachByListingAsync(target, cancellationToken)
            ? Reach.Listed
            : Reach.PublicOnly;

    /// <inheritdoc/>
    public void Dispose()
    {
        listed.Dispose();
        // The slots are left alone: whoever waits for one gets it, and fails at the client that is gone
        publicOnly.Dispose();
    }

    private async Task<SafeAnswer> HopAsync(Uri url, Uri? moved, SafeRequest request, Reach reach, TimeSpan left, CancellationToken cancellationToken)
    {
        if (left <= TimeSpan.Zero)
        {
            return Failed(FetchFailure.Timeout, TooSlow(options.Timeout));
        }

        using var whole = new CancellationTokenSource(left, clock);
        using var headers = new CancellationTokenSource(options.HeaderTimeout, clock);
        using var bodyTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, whole.Token);
        using var headerTime = CancellationTokenSource.CreateLinkedTokenSource(bodyTime.Token, headers.Token);
        using var message = Message(url, request);
        var hasHeaders = false;
        try
        {
            using var response = await (reach == Reach.Listed ? listed : publicOnly).SendAsync(message, headerTime.Token);
            hasHeaders = true;
            var body = await BodyAsync(response, request, bodyTime.Token);
            return new SafeAnswer.Answered(url, (int)response.StatusCode, Headers(response), body, moved);
        }
        catch (Exception cause) when (!cancellationToken.IsCancellationRequested && FailureOf(cause, url, !hasHeaders && headers.IsCancellationRequested) is { } failure)
        {
            return new SafeAnswer.Broken(failure);
        }
    }

    private FetchOutcome.Failed? FailureOf(Exception cause, Uri url, bool inHeaders) =>
        cause is OperationCanceledException { InnerException: not TimeoutException }
            ? new(FetchFailure.Timeout, inHeaders ? $"The server did not answer within {options.HeaderTimeout.TotalSeconds:0} seconds." : TooSlow(options.Timeout))
            : FetchFailures.Of(cause, url);

    private async Task<ReadOnlyMemory<byte>> BodyAsync(HttpResponseMessage response, SafeRequest request, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.NotModified or HttpStatusCode.NoContent)
        {
            return default;
        }

        var coding = string.Join(',', response.Content.Headers.ContentEncoding);
        await using var raw = await response.Content.ReadAsStreamAsync(cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return await BodyReader.ReadAsync(raw, coding, new(request.MaxBytes, request.CutAtLimit, options.MaxRatio), cancellationToken);
        }

        try
        {
            return await BodyReader.ReadAsync(raw, coding, new(MaxErrorBytes, CutAtLimit: true, options.MaxRatio), cancellationToken);
        }
        catch (Exception cause) when (cause is BodyRefusedException or IOException or HttpRequestException)
        {
            // The status says what went wrong already; a broken page about it must not hide that
            return default;
        }
    }

    private HttpRequestMessage Message(Uri url, SafeRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        var headers = message.Headers;
        headers.TryAddWithoutValidation("User-Agent", UserAgent);
        headers.TryAddWithoutValidation("Accept", request.Accept);
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br, deflate");
        AddValidator("If-None-Match", request.Validators.ETag);
        AddValidator("If-Modified-Since", request.Validators.LastModified);
        return message;

        void AddValidator(string name, string? value)
        {
            if (value is { Length: > 0 and <= 1024 } && !value.Any(c => char.IsControl(c) || c > '\u00FF'))
            {
                headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private HttpMessageInvoker Client(Reach reach) => new(
        new SocketsHttpHandler
        {
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = (context, cancellationToken) => connector.ConnectAsync(context.DnsEndPoint, reach, cancellationToken),
            ConnectTimeout = options.ConnectTimeout,
            Credentials = null,
            MaxConnectionsPerServer = options.MaxPerHost,
            MaxResponseDrainSize = MaxErrorBytes,
            MaxResponseHeadersLength = options.MaxHeaderKilobytes,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = (name, _) => name == "Location" ? Encoding.UTF8 : Encoding.Latin1,
            UseCookies = false,
            UseProxy = false,
        },
        disposeHandler: true);

    private static Dictionary<string, string> Headers(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            headers[name] = values.ToString();
        }

        return headers;
    }

    private static SafeAnswer.Broken Failed(FetchFailure failure, string reason, int? status = null) => new(new FetchOutcome.Failed(failure, reason, status));

    private static string TooSlow(TimeSpan timeout) => $"The fetch took longer than {timeout.TotalSeconds:0} seconds.";

    private static string WithoutFragment(string url) => url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? url[..hash] : url;
}
