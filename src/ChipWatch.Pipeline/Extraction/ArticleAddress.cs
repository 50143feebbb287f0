using System.Buffers;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>The one address of an article: what the page states, or the address of the page itself without the forms in which pages are served besides (AMP, print, mobile).</summary>
internal static class ArticleAddress
{
    private const string AmpProject = ".cdn.ampproject.org";

    private static readonly SearchValues<char> EndingCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz.");
    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly string[] Endings = [".html", ".htm"];
    private static readonly string[] FormPaths = ["/amp", "/amp/", "/print", "/print/", ".amp"];
    private static readonly string[] OpenPairs = ["amp_js_v=", "printable="];

    private static readonly HashSet<string> FormPairs = new(
        [
            "amp", "amp=1", "amp=true", "outputtype=amp", "outputtype=print", "print", "print=1", "print=true", "print=yes", "print=y", "view=print", "format=print", "format=amp",
            "mobile=1", "mobile=true", "mobile=on", "m=1",
        ],
        StringComparer.OrdinalIgnoreCase);

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
        address = WithoutCache(address);
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var (path, rest) = query < 0 ? (address, "") : (address[..query], address[(query + 1)..]);
        var kept = string.Join('&', rest.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsOfForm(pair)));
        path = WithoutFormPath(WithoutFormHost(path));
        return kept.Length == 0 ? path : $"{path}?{kept}";
    }

    private static bool IsFrontPage(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.AbsolutePath is "/" or "" && uri.Query.Length == 0;

    /// <summary>The address that an AMP cache holds: `google.com/amp/s/…`, `x.cdn.ampproject.org/c/s/…`.</summary>
    private static string WithoutCache(string address)
    {
        var start = HostAt(address);
        var slash = start < 0 ? -1 : address.IndexOf('/', start);
        if (slash < 0)
        {
            return address;
        }

        var host = address.AsSpan(start, slash - start);
        var path = address.AsSpan(slash);
        var prefix = IsGoogle(host) && path.StartsWith("/amp/", StringComparison.Ordinal) ? 5
            : IsAmpProject(host) && path is ['/', 'c' or 'v' or 'i', '/', ..] ? 3
            : 0;
        var rest = path[prefix..];
        var isSecure = rest.StartsWith("s/", StringComparison.Ordinal);
        rest = isSecure ? rest[2..] : rest;
        var end = rest.IndexOf('/');
        var name = end < 0 ? rest : rest[..end];
        return prefix > 0 && name.Length > 2 && name[1..^1].Contains('.') ? $"http{(isSecure ? "s" : "")}://{rest}" : address;
    }

    private static bool IsGoogle(ReadOnlySpan<char> host)
    {
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return host.StartsWith("google.", StringComparison.Ordinal) && host[7..] is { Length: >= 2 and <= 6 } end && !end.ContainsAnyExcept(EndingCharacters);
    }

    private static bool IsAmpProject(ReadOnlySpan<char> host) =>
        host.EndsWith(AmpProject, StringComparison.Ordinal) && host[..^AmpProject.Length] is { IsEmpty: false } label && !label.ContainsAnyExcept(LabelCharacters);

    private static string WithoutFormHost(string path)
    {
        var start = HostAt(path);
        if (start < 0)
        {
            return path;
        }

        path = path.AsSpan(start).StartsWith("amp.", StringComparison.Ordinal) ? path.Remove(start, 4) : path;
        var label = path.AsSpan(start).StartsWith("www.", StringComparison.Ordinal) ? start + 4 : start;
        return path.AsSpan(label).StartsWith("m.", StringComparison.Ordinal) ? path.Remove(label, 2)
            : path.AsSpan(label).StartsWith("mobile.", StringComparison.Ordinal) ? path.Remove(label, 7)
            : path;
    }

    private static string WithoutFormPath(string path)
    {
        var ending = Array.Find(Endings, end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase)) ?? "";
        var stem = path.AsSpan(0, path.Length - ending.Length);
        foreach (var form in FormPaths)
        {
            if (stem.EndsWith(form, StringComparison.OrdinalIgnoreCase))
            {
                return string.Concat(stem[..^form.Length], path.AsSpan(stem.Length));
            }
        }

        return path;
    }

    private static bool IsOfForm(string pair) =>
        FormPairs.Contains(pair) || Array.Exists(OpenPairs, start => pair.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static int HostAt(string address) =>
        address.StartsWith("https://", StringComparison.Ordinal) ? 8 : address.StartsWith("http://", StringComparison.Ordinal) ? 7 : -1;
}
