namespace ChipWatch.Pipeline.Text;

/// <summary>Addresses as the WHATWG URL standard reads them, and the one address by which an article is known.</summary>
public static class CanonicalUrl
{
    /// <summary>Resolves <paramref name="url"/> against <paramref name="baseUrl"/>.</summary>
    /// <returns>The absolute address as the URL standard serialises it; null where the standard calls it a failure.</returns>
    public static string? Resolve(string? baseUrl, string url) => WebAddress.Resolve(baseUrl, url);

    /// <summary>The address by which an article is known: absolute, without fragment, default port, user name and tracking parameters.</summary>
    /// <returns>The canonical address; null where <paramref name="url"/> is no address of the web.</returns>
    public static string? Of(string? baseUrl, string url)
    {
        if (Resolve(baseUrl, url) is not { } address
            || !(address.StartsWith("http://", StringComparison.Ordinal) || address.StartsWith("https://", StringComparison.Ordinal)))
        {
            return null;
        }

        address = WithoutUser(Before(address, '#'));
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0)
        {
            return address;
        }

        var kept = TrackingParameters.Strip(address[(mark + 1)..]);
        return kept.Length == 0 ? address[..mark] : $"{address[..mark]}?{kept}";
    }

    private static string Before(string text, char sign) => text.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at ? text[..at] : text;

    private static string WithoutUser(string address)
    {
        var host = address.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = address.AsSpan(host).IndexOfAny("/?#");
        var at = (end < 0 ? address.AsSpan(host) : address.AsSpan(host, end)).LastIndexOf('@');
        return at < 0 ? address : string.Concat(address.AsSpan(0, host), address.AsSpan(host + at + 1));
    }
}
