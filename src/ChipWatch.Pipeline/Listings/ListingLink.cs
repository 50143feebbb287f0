using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pipeline.Listings;

/// <summary>A link of an index page that could lead to an entry.</summary>
/// <param name="Anchor">Its element.</param>
/// <param name="Url">Where it leads, without fragment.</param>
/// <param name="Text">Its own text.</param>
/// <param name="Shape">The elements around it with their classes, those that differ from entry to entry left out.</param>
/// <param name="Path">The elements around it.</param>
/// <param name="IsArticleLike">Whether its address is written as those of articles are.</param>
/// <param name="IsOutside">Whether it leads to another site.</param>
internal sealed record ListingLink(IElement Anchor, string Url, string Text, string Shape, string Path, bool IsArticleLike, bool IsOutside)
{
    private const int MostLinks = 4_000;

    private static readonly FrozenSet<string> ChromeElements = FrozenSet.Create("nav", "footer", "form", "dialog");

    private static readonly FrozenSet<string> ChromeRoles =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "navigation", "contentinfo", "menu", "menubar", "search", "banner", "complementary", "dialog");

    private static readonly FrozenSet<string> ChromeWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "nav", "navbar", "navigation", "menu", "submenu", "footer", "breadcrumb", "breadcrumbs", "pagination", "pager", "sidebar", "cookie", "cookies", "share", "social", "toolbar", "topbar", "megamenu",
        "legal", "language", "langs", "skip", "subscribe", "newsletter", "widget", "popular", "trending", "sponsored", "advert", "ads");

    private static readonly FrozenSet<string> OtherPages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "tag", "tags", "category", "categories", "author", "authors", "page", "about", "about-us", "contact", "contact-us", "privacy", "privacy-policy", "terms", "terms-of-use", "terms-of-service",
        "login", "signin", "signup", "register", "subscribe", "search", "careers", "jobs", "cart", "account", "sitemap", "advertise", "cookie-policy", "cookies", "legal", "imprint", "impressum", "datenschutz",
        "feed", "rss", "share", "archive", "archives", "topics", "topic", "user", "users", "member", "members", "profile", "help", "faq", "support", "newsletter", "newsletters");

    private static readonly FrozenSet<string> Files = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".ico", ".zip", ".gz", ".mp3", ".mp4", ".webm", ".css", ".js", ".xml", ".rss", ".json", ".ics", ".exe", ".dmg");

    /// <summary>The links of a page outside its menus and footers.</summary>
    public static IReadOnlyList<ListingLink> AllOf(IndexPage page)
    {
        var anchors = page.Document.Body?.QuerySelectorAll("a[href]").Take(MostLinks).ToList() ?? [];
        var around = new Dictionary<IElement, int>();
        foreach (var anchor in anchors)
        {
            page.Work.Check();
            for (var element = anchor.ParentElement; element is not null; element = element.ParentElement)
            {
                around[element] = around.GetValueOrDefault(element) + 1;
            }
        }

        var chrome = new Dictionary<IElement, bool>();
        return [.. anchors.Where(anchor => !IsChrome(anchor, around, anchors.Count, chrome)).Select(anchor => Of(anchor, page)).OfType<ListingLink>()];
    }

    /// <summary>What most of the addresses start with, at least a folder below the host; null where they share none.</summary>
    public static string? FamilyOf(IReadOnlyList<string> urls) =>
        urls.Select(FirstFolder).OfType<string>().GroupBy(folder => folder, StringComparer.Ordinal)
            .Where(group => group.Count() >= 0.6 * urls.Count).MaxBy(group => group.Count())?.Key;

    private static string? FirstFolder(string url)
    {
        var path = url.IndexOf('/', url.IndexOf("//", StringComparison.Ordinal) + 2);
        var end = path < 0 ? -1 : url.IndexOf('/', path + 1);
        return end < 0 ? null : url[..(end + 1)];
    }

    private static ListingLink? Of(IElement anchor, IndexPage page)
    {
        page.Work.Check();
        if (page.Absolute(anchor.GetAttribute("href")) is not { } address || !Uri.TryCreate(address, UriKind.Absolute, out var url) || !IsEntry(url, page.Url))
        {
            return null;
        }

        var (shape, path) = Place(anchor);
        return new(anchor, address, NodeText.Of(anchor), shape, path, LooksLikeArticle(url, page.Url), !IsSameSite(url.IdnHost, page.Url.IdnHost));
    }

    private static bool IsEntry(Uri url, Uri page)
    {
        // The page itself, what lies above it, its further pages and other languages' versions of it are no entries.
        var (path, own) = (url.AbsolutePath.TrimEnd('/'), page.AbsolutePath.TrimEnd('/'));
        var isSame = url.IdnHost == page.IdnHost;
        return path.Length > 0 && !(isSame && path == own && !HasIdentity(url)) && !(isSame && own.StartsWith(path + "/", StringComparison.OrdinalIgnoreCase))
            && !Files.Contains(System.IO.Path.GetExtension(path));
    }

    private static bool HasIdentity(Uri url) =>
        url.Query.Contains("id=", StringComparison.OrdinalIgnoreCase) || url.Query.Contains("p=", StringComparison.OrdinalIgnoreCase) || url.Query.Contains("no=", StringComparison.OrdinalIgnoreCase);

    private static bool LooksLikeArticle(Uri url, Uri page)
    {
        var segments = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0 || segments.Any(OtherPages.Contains))
        {
            return false;
        }

        var last = segments[^1];
        var own = page.AbsolutePath.TrimEnd('/');
        return last.Count(c => c is '-' or '_') >= 2
            || ListingDate.InAddress(url.AbsoluteUri) is not null
            || last.Count(char.IsAsciiDigit) >= 5
            || HasIdentity(url)
            || (own.Length > 0 && url.IdnHost == page.IdnHost && url.AbsolutePath.StartsWith(own + "/", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsSameSite(string host, string own)
    {
        static string Bare(string name) => name.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        var (a, b) = (Bare(host), Bare(own));
        return a.Equals(b, StringComparison.OrdinalIgnoreCase) || a.EndsWith("." + b, StringComparison.OrdinalIgnoreCase) || b.EndsWith("." + a, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsChrome(IElement anchor, Dictionary<IElement, int> around, int links, Dictionary<IElement, bool> known)
    {
        var passed = new List<IElement>();
        var isChrome = false;
        for (var element = anchor; element is not null and not { LocalName: "body" }; element = element.ParentElement)
        {
            if (known.TryGetValue(element, out isChrome))
            {
                break;
            }

            passed.Add(element);
            // What holds most of the page's links is the page, whatever its classes say ("with-sidebar").
            if (around.GetValueOrDefault(element) <= links * 0.6 && Says(element))
            {
                isChrome = true;
                break;
            }
        }

        foreach (var element in passed)
        {
            known[element] = isChrome;
        }

        return isChrome;
    }

    private static bool Says(IElement element) =>
        ChromeElements.Contains(element.LocalName)
        || (element.LocalName == "header" && element.Closest("article, main, section, li") is null)
        || (element.LocalName == "aside" && element.Closest("article, main") is null)
        || (element.GetAttribute("role") is { } role && ChromeRoles.Contains(role.Trim()))
        || element.ClassList.Any(name => Tokens(name).Any(ChromeWords.Contains))
        || (element.Id is { } id && Tokens(id).Any(ChromeWords.Contains));

    private static string[] Tokens(string name) => name.Split(['-', '_', ':'], StringSplitOptions.RemoveEmptyEntries);

    private static (string Shape, string Path) Place(IElement anchor)
    {
        var shape = new StringBuilder();
        var path = new StringBuilder();
        for (var element = anchor; element is not null and not { LocalName: "body" }; element = element.ParentElement)
        {
            path.Append(element.LocalName).Append('>');
            shape.Append(element.LocalName);
            foreach (var name in element.ClassList.Where(IsStable).Order(StringComparer.Ordinal).Take(4))
            {
                shape.Append('.').Append(name);
            }

            shape.Append('>');
        }

        return (shape.ToString(), path.ToString());
    }

    // `post-4711`, `first`, `odd` tell entries apart, not entries from the rest.
    private static bool IsStable(string name) =>
        !name.Any(char.IsAsciiDigit) && name is not ("first" or "last" or "odd" or "even" or "active" or "featured" or "sticky" or "new")
        && !name.StartsWith("tag-", StringComparison.Ordinal) && !name.StartsWith("category-", StringComparison.Ordinal);
}
