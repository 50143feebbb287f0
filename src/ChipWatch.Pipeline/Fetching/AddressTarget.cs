using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Host and port that an address text leads to, read the way the connection will read them.</summary>
/// <param name="Host">The name in lower-case ASCII without the trailing dot, or the address's text.</param>
/// <param name="Literal">The address where the host is one.</param>
/// <param name="Port">The port.</param>
internal sealed record AddressTarget(string Host, IPAddress? Literal, int Port)
{
    private const int MaxLength = 2048;
    private static readonly SearchValues<char> EndOfAuthority = SearchValues.Create("/?#");
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>Reads an address text.</summary>
    /// <param name="text">As typed or as a Location header gave it, made absolute.</param>
    /// <param name="url">The address to ask; null where it is refused.</param>
    /// <param name="target">Where it leads; null where it is refused.</param>
    /// <returns>Why the text is refused, as one sentence; null where it is not.</returns>
    public static string? Read(string text, out Uri? url, out AddressTarget? target)
    {
        (url, target) = (null, null);
        var trimmed = text.Trim();
        if (RefuseText(trimmed) is { } refusal)
        {
            return refusal;
        }

        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out url) || url.Scheme is not ("http" or "https"))
        {
            return "This is no web address.";
        }

        target = Of(HostOf(url), url.Port);
        return target is null ? "The host of this address is neither a name nor an address." : null;
    }

    /// <summary>The target of a host as the connection names it; null for what is neither a name nor an address.</summary>
    public static AddressTarget? Of(string host, int port)
    {
        var bare = host.Trim('[', ']');
        // The parser takes the old short and octal spellings too, so that they are judged as the addresses they are
        if (IPAddress.TryParse(bare.TrimEnd('.'), out var literal))
        {
            return bare.Contains('%', StringComparison.Ordinal) ? null : new(PublicAddresses.Plain(literal).ToString(), literal, port);
        }

        return ReadName(bare) is { } name ? new(name, null, port) : null;
    }

    /// <summary>A DNS name in lower-case ASCII without the trailing dot; null where the text is none.</summary>
    public static string? ReadName(string text)
    {
        var name = text.EndsWith('.') ? text[..^1] : text;
        if (name.Length is 0 or > 253)
        {
            return null;
        }

        if (!Ascii.IsValid(name))
        {
            try
            {
                name = Idn.GetAscii(name);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }

        name = name.ToLowerInvariant();
        return name.AsSpan().ContainsAnyExcept(NameCharacters) || name.StartsWith('.') || name.Contains("..", StringComparison.Ordinal) ? null : name;
    }

    private static string? RefuseText(string text)
    {
        if (text.Length > MaxLength)
        {
            return $"The address is longer than {MaxLength} characters.";
        }

        foreach (var character in text)
        {
            if (char.IsControl(character) || char.IsWhiteSpace(character) || character == '\\')
            {
                return "The address contains a blank, a control character or a backslash.";
            }
        }

        var start = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : 0;
        if (start == 0)
        {
            return "Only addresses that begin with http:// or https:// are fetched.";
        }

        var rest = text.AsSpan(start);
        var end = rest.IndexOfAny(EndOfAuthority);
        var authority = end < 0 ? rest : rest[..end];
        return authority.IsEmpty || authority[0] == ':' ? "The address has no host."
            : authority.Contains('@') ? "The address carries a user name or password."
            : authority.Contains('%') ? "The host contains a percent sign."
            : null;
    }

    private static string HostOf(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            return "";
        }
    }
}
