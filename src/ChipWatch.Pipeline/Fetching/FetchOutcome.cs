namespace ChipWatch.Pipeline.Fetching;

/// <summary>What a server gave to ask it again by (RFC 9110, 8.8).</summary>
public sealed record Validators(string? ETag, string? LastModified)
{
    /// <summary>Nothing to ask by.</summary>
    public static Validators None { get; } = new(null, null);
}

/// <summary>Kinds of failure, each with its own remedy on the sources page. Stored by number: new ones come last.</summary>
public enum FetchFailure
{
    /// <summary>The address is refused by our own rules.</summary>
    AddressRefused,

    /// <summary>The name has no address.</summary>
    Dns,

    /// <summary>Nobody listens, or the line was cut.</summary>
    Connection,

    /// <summary>The certificate or handshake failed.</summary>
    Tls,

    /// <summary>The time for the whole fetch ran out.</summary>
    Timeout,

    /// <summary>An answer that breaks HTTP or its content coding.</summary>
    Protocol,

    /// <summary>More redirects than allowed, or a loop.</summary>
    Redirects,

    /// <summary>More bytes than allowed, or a decompression bomb.</summary>
    TooLarge,

    /// <summary>robots.txt asks us not to.</summary>
    Robots,

    /// <summary>A challenge or captcha page stands before the content.</summary>
    Challenge,

    /// <summary>Sign-in or payment is asked for (401, 402, 403).</summary>
    AccessDenied,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>410.</summary>
    Gone,

    /// <summary>429.</summary>
    RateLimited,

    /// <summary>Any other 4xx.</summary>
    ClientError,

    /// <summary>5xx.</summary>
    ServerError,

    /// <summary>The body is not a feed.</summary>
    NotAFeed,

    /// <summary>The body is empty.</summary>
    Empty,

    /// <summary>A sign-in page stands before the content.</summary>
    LoginWall,

    /// <summary>The address leads for good to another one that is no feed.</summary>
    Moved,
}

/// <summary>What came of one polite request.</summary>
public abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>A body.</summary>
    /// <param name="FinalUrl">The address after redirects.</param>
    /// <param name="Body">The bytes, content coding removed.</param>
    /// <param name="ContentType">The Content-Type header.</param>
    /// <param name="Validators">To ask again by.</param>
    public sealed record Fetched(Uri FinalUrl, ReadOnlyMemory<byte> Body, string? ContentType, Validators Validators) : FetchOutcome
    {
        /// <summary>For how long the server says that the body stays fresh (Cache-Control: max-age).</summary>
        public TimeSpan? MaxAge { get; init; }

        /// <summary>Where all redirects on the way were permanent (301, 308): the address to remember.</summary>
        public Uri? MovedTo { get; init; }
    }

    /// <summary>304: what we have is current.</summary>
    public sealed record NotModified(TimeSpan? MaxAge) : FetchOutcome
    {
        /// <summary>Where all redirects on the way were permanent (301, 308): the address to remember.</summary>
        public Uri? MovedTo { get; init; }
    }

    /// <summary>No body, with the kind of failure and one sentence for people.</summary>
    /// <param name="Failure">The kind.</param>
    /// <param name="Reason">One sentence: what went wrong.</param>
    /// <param name="StatusCode">The HTTP status, where there was one.</param>
    /// <param name="RetryAfter">The pause that the server asked for.</param>
    public sealed record Failed(FetchFailure Failure, string Reason, int? StatusCode = null, TimeSpan? RetryAfter = null) : FetchOutcome
    {
        /// <summary>Whether a request went out. False where the host had asked for a rest before, perhaps on behalf of another source: that tells nothing of this address.</summary>
        public bool WasAsked { get; init; } = true;
    }
}

/// <summary>What is asked of the fetcher.</summary>
/// <param name="Url">The address.</param>
/// <param name="Purpose">What the body is for: sets size limit, Accept header and whether robots.txt is asked.</param>
/// <param name="Validators">To ask conditionally by.</param>
public sealed record FetchRequest(Uri Url, FetchPurpose Purpose, Validators Validators)
{
    /// <summary>The feed whose entry links here; null for an address that a person gave. A link of a public feed never uses the allow-list.</summary>
    public Uri? FoundOn { get; init; }

    /// <summary>What shares one gate: two requests of one key are never under way at once.</summary>
    public static string HostKey(Uri url) => HostGate.KeyOf(url);
}

/// <summary>What a body is for.</summary>
public enum FetchPurpose
{
    /// <summary>A feed: up to 15 MiB.</summary>
    Feed,

    /// <summary>A page: up to 5 MiB, robots.txt asked first.</summary>
    Page,
}

/// <summary>The border to the outside world. Implemented over the network and over the files of the sample corpus.</summary>
public interface IPageFetcher
{
    /// <summary>One request with its redirects, politely: waits for the host's gate, obeys limits.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; every other trouble is a <see cref="FetchOutcome.Failed"/>.</exception>
    Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken);
}
