using System.Text.RegularExpressions;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>The one address of an article: what the page states, or the address of the page itself without the forms in which pages are served besides (AMP, print, mobile).</summary>
internal static partial class ArticleAddress
{
    /// <summary>The address, absolute and without what tracks; null where the page states none and its own is of no such form.</summary>
    /// <param name="stated">link rel=canonical or og:url as written, or null.</param>
    /// <param name="url">Address of the page, or null.</param>
    public static string? Of(string? stated, Uri? url)
    {
        // A front page as canonical address is a mistake of the site's templates: every article would be one.
        if (stated is not null && CanonicalUrl.Of(url?.AbsoluteUri, stated) is { } address && !(IsFrontPage(address) && url is not null && !IsFrontPage(url.AbsoluteUri)))
        {
            return Unwrap(address);
        }

        return url is not null && CanonicalUrl.Of(null, url.AbsoluteUri) is { } own && Unwrap(own) is var plain && plain != own ? plain : null;
    }

    /// <summary>The address behind one of AMP caches, AMP, print and mobile forms; others as they are.</summary>
    public static string Unwrap(string address)
    {
        if (AmpCache().Match(address) is { Success: true } cached)
        {
            address = $"http{(cached.Groups["s"].Success ? "s" : "")}://{cached.Groups["rest"].Value}";
        }

        var query = address.IndexOf('?', StringComparison.Ordinal);
        var (path, rest) = query < 0 ? (address, "") : (address[..query], address[(query + 1)..]);
        var kept = string.Join('&', rest.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !FormParameter().IsMatch(pair)));
        path = AmpHost().Replace(path, "${scheme}");
        path = MobileHost().Replace(path, "${scheme}");
        path = FormPath().Replace(path, "${end}");
        return kept.Length == 0 ? path : $"{path}?{kept}";
    }

    private static bool IsFrontPage(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.AbsolutePath is "/" or "" && uri.Query.Length == 0;

    // Anchored, and open only at their ends: linear on an address as they stand, without the tables that NonBacktracking builds at run time.
    [GeneratedRegex(@"^https?://(?:(?:www\.)?google\.[a-z.]{2,6}/amp|[a-z0-9\-]+\.cdn\.ampproject\.org/[cvi])/(?<s>s/)?(?<rest>[^/]+\.[^/]+.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex AmpCache();

    [GeneratedRegex(@"^(amp|amp=1|amp=true|amp_js_v=.*|outputtype=(amp|print)|print|print=(1|true|yes|y)|view=print|format=(print|amp)|printable=.*|mobile=(1|true|on)|m=1)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormParameter();

    [GeneratedRegex(@"^(?<scheme>https?://)amp\.", RegexOptions.CultureInvariant)]
    private static partial Regex AmpHost();

    [GeneratedRegex(@"^(?<scheme>https?://(www\.)?)(m|mobile)\.", RegexOptions.CultureInvariant)]
    private static partial Regex MobileHost();

    [GeneratedRegex(@"(/amp/?|/print/?|\.amp)(?<end>(\.html?)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormPath();
}
