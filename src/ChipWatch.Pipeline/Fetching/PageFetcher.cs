namespace ChipWatch.Pipeline.Fetching;

/// <summary>
/// Fetches feeds and pages over the network: conditionally, one request at a time per host, robots.txt asked before pages,
/// every failure named. Safe for parallel use.
/// </summary>
public sealed class PageFetcher : IPageFetcher, IDisposable
{
    private const string AcceptFeed =
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    private const string AcceptPage = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5";
    private readonly FetchingOptions options;
    private readonly TimeProvider clock;
    private readonly SafeHttp http;
    private readonly bool ownsHttp;
    private readonly HostGate gate;
    private readonly RobotsLibrary robots;

    /// <summary>A fetcher with a client of its own.</summary>
    public PageFetcher(FetchingOptions options, TimeProvider clock)
        : this(options, clock, new SafeHttp(options, clock)) => ownsHttp = true;

    /// <summary>A fetcher over a client that others share; who made the client disposes it.</summary>
    public PageFetcher(FetchingOptions options, TimeProvider clock, SafeHttp http)
    {
        (this.options, this.clock, this.http) = (options, clock, http);
        gate = new HostGate(options.HostGap, options.MaxPerHost, clock);
        robots = new RobotsLibrary(http, gate, clock);
    }

    /// <inheritdoc/>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var isPage = request.Purpose == FetchPurpose.Page;
        var answer = await http.GetAsync(
            new SafeRequest(request.Url, isPage ? options.MaxPageBytes : options.MaxFeedBytes)
            {
                Accept = isPage ? AcceptPage : AcceptFeed,
                Validators = request.Validators,
                Reach = request.FoundOn is { } feed ? await http.ReachFromAsync(feed, cancellationToken) : Reach.Listed,
                BeforeHop = (hop, reach, token) => EnterAsync(hop, reach, isPage, token),
            },
            cancellationToken);
        return answer switch
        {
            SafeAnswer.Answered answered => Read(answered, request),
            SafeAnswer.Broken broken => broken.Failure,
            _ => throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}."),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (ownsHttp)
        {
            http.Dispose();
        }
    }

    private async ValueTask<HopPass> EnterAsync(Uri hop, Reach reach, bool asksRobots, CancellationToken cancellationToken)
    {
        if (FetchFailures.OfRest(gate, hop) is { } rest)
        {
            return new(null, rest);
        }

        if (asksRobots && await robots.RefusalAsync(hop, reach, cancellationToken) is { } refusal)
        {
            return new(null, refusal);
        }

        var lease = await gate.EnterAsync(hop, robots.PauseOf(hop, reach), cancellationToken);
        // Whoever was before us in the queue may have been asked to wait
        return new(lease, FetchFailures.OfRest(gate, hop));
    }

    private FetchOutcome Read(SafeAnswer.Answered answer, FetchRequest request)
    {
        if (answer.Status == 304 && request.Validators != Validators.None)
        {
            return new FetchOutcome.NotModified(AnswerTimes.MaxAge(answer)) { MovedTo = answer.MovedTo };
        }

        var retryAfter = AnswerTimes.RetryAfter(answer.Header("Retry-After"), clock.GetUtcNow());
        if (answer.Status is 429 or 503 && retryAfter is { } rest)
        {
            gate.Rest(answer.FinalUrl, rest);
        }

        var glance = PageGlance.Of(answer);
        if (ChallengePage.Is(answer, glance))
        {
            return new FetchOutcome.Failed(
                FetchFailure.Challenge, $"{answer.FinalUrl.Authority} answers with a challenge page instead of the content.", answer.Status, retryAfter);
        }

        if (LoginWall.Is(answer, glance, request))
        {
            return new FetchOutcome.Failed(
                FetchFailure.LoginWall, $"{answer.FinalUrl.Authority} answers with a sign-in page instead of the content.", answer.Status, retryAfter);
        }

        if (answer.Status is not (200 or 203))
        {
            return answer.Status is > 200 and < 300
                ? new FetchOutcome.Failed(FetchFailure.Empty, $"The server answers without a body ({answer.Status}).", answer.Status)
                : FetchFailures.Of(answer.Status, retryAfter);
        }

        return answer.Body.Span.IndexOfAnyExcept(" \t\r\n\0"u8) < 0
            ? new FetchOutcome.Failed(FetchFailure.Empty, "The server answers with an empty body.", answer.Status)
            : new FetchOutcome.Fetched(
                answer.FinalUrl, answer.Body, answer.Header("Content-Type"), new Validators(answer.Header("ETag"), answer.Header("Last-Modified")))
            {
                MaxAge = AnswerTimes.MaxAge(answer),
                MovedTo = answer.MovedTo,
            };
    }
}
