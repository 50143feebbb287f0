using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Addresses that feeds name: http(s), absolute, without user name and password, at most 2,048 characters.</summary>
internal static class FeedAddress
{
    /// <summary>The absolute address; null where it is none that may be kept.</summary>
    public static string? Resolve(Uri? baseUrl, string? link)
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
        Resolve(around, link) is { } address ? new Uri(address) : null;
}
