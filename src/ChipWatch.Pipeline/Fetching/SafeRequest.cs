using System.Diagnostics.CodeAnalysis;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>What is asked of <see cref="SafeHttp"/>: one GET with its redirects.</summary>
/// <param name="Url">The address.</param>
/// <param name="MaxBytes">Most bytes of the body after decoding.</param>
public sealed record SafeRequest(Uri Url, int MaxBytes)
{
    /// <summary>The Accept header.</summary>
    public string Accept { get; init; } = "*/*";

    /// <summary>To ask conditionally by.</summary>
    public Validators Validators { get; init; } = Validators.None;

    /// <summary>Whether a body over the limit is cut instead of refused.</summary>
    public bool CutAtLimit { get; init; }

    /// <summary>Whose wish leads to the first address; redirects follow from it.</summary>
    internal Reach Reach { get; init; } = Reach.Listed;

    /// <summary>Asked before each hop, the first and every redirect, with what that hop may reach.</summary>
    internal Func<Uri, Reach, CancellationToken, ValueTask<HopPass>>? BeforeHop { get; init; }
}

/// <summary>Leave to take one hop, given back when the hop is over; or the reason why it may not be taken.</summary>
internal sealed record HopPass(IDisposable? Lease, FetchOutcome.Failed? Refusal);

/// <summary>What came of a <see cref="SafeRequest"/>.</summary>
public abstract record SafeAnswer
{
    private SafeAnswer()
    {
    }

    /// <summary>The server answered; every status but a redirect that was followed.</summary>
    /// <param name="FinalUrl">The address after redirects.</param>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Headers">The headers, names in any case.</param>
    /// <param name="Body">The body, content coding removed; of an error at most its first 64 KiB.</param>
    /// <param name="MovedTo">Where all redirects on the way were permanent: the address to remember.</param>
    public sealed record Answered(Uri FinalUrl, int Status, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body, Uri? MovedTo)
        : SafeAnswer
    {
        /// <summary>The header's value; null where it is absent.</summary>
        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }

    /// <summary>No answer that could be used.</summary>
    [SuppressMessage("Naming", "CA1724", Justification = "The word of the field; nested types are named with their parent.")]
    public sealed record Broken(FetchOutcome.Failed Failure) : SafeAnswer;
}
