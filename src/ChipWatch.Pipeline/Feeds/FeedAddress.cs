using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Addresses that feeds name: http(s), absolute, without user name and password, at most 2,048 characters.</summary>
internal static class FeedAddress
{
    /// <summary>The absolute address; a relative one as it is written where no base is known; null where it is none that may be kept.</summary>
    public static string? Resolve(Uri? baseUrl, string? link) =>
        baseUrl is null && IsRelative(link?.Trim()) ? link!.Trim() : Absolute(baseUrl, link);

    /// <summary>The absolute address; null where it is none that may be kept, or relative to nothing.</summary>
    public static string? Absolute(Uri? baseUrl, string? link)
    {
        var address = link?.Trim();
        if (string.IsNullOrEmpty(address) || address.Length > FeedLimits.LinkCharacters)
        {
            return null;
        }

        var resolved = CanonicalUrl.Resolve(baseUrl?.AbsoluteUri, address);
        if (resolved is null || !Uri.TryCreate(resolved, UriKind.Absolute, out var absolute) || absolute.Scheme is not ("http" or "https"))
        {
            return null;
        }

        if (absolute.UserInfo.Length > 0)
        {
            resolved = absolute.GetComponents(UriComponents.HttpRequestUrl | UriComponents.Fragment, UriFormat.UriEscaped);
        }

        return resolved.Length <= FeedLimits.LinkCharacters ? resolved : null;
    }

    /// <summary>The base that xml:base or a channel's link makes; null where it makes none.</summary>
    public static Uri? Base(Uri? around, string? link) =>
        Absolute(around, link) is { } address ? new Uri(address) : null;

    // A path alone: no scheme, no host, nothing that a browser would read as one (a backslash counts as a slash there).
    private static bool IsRelative(string? address) =>
        address is { Length: > 0 and <= FeedLimits.LinkCharacters } && address.IndexOfAny([':', '\\', ' ', '<', '>', '"']) < 0
        && !address.StartsWith("//", StringComparison.Ordinal) && !address.Any(char.IsControl);
}
