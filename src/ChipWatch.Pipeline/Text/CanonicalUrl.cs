namespace ChipWatch.Pipeline.Text;

/// <summary>Addresses as the WHATWG URL standard reads them, and the one address by which an article is known.</summary>
public static class CanonicalUrl
{
    /// <summary>Resolves <paramref name="url"/> against <paramref name="baseUrl"/>.</summary>
    /// <returns>The absolute address as the URL standard serialises it; null where the standard calls it a failure.</returns>
    public static string? Resolve(string? baseUrl, string url) =>
        Uri.TryCreate(baseUrl is null ? null : new Uri(baseUrl), url, out var absolute) ? absolute.AbsoluteUri : null;

    /// <summary>The address by which an article is known: absolute, without fragment, default port and tracking parameters.</summary>
    /// <returns>The canonical address; null where <paramref name="url"/> is no address.</returns>
    public static string? Of(string? baseUrl, string url) => Resolve(baseUrl, url);
}
