using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace ChipWatch.Pipeline.Text;

/// <summary>The rules of <see cref="SafeHtml"/>: one pass of a sanitizer that started from empty lists.</summary>
internal static class SafeHtmlPolicy
{
    // Base64 of 100 KB, and what stands before it.
    private const int LongestDataImage = (100 * 1024 * 4 / 3) + 64;

    private static readonly string[] DataImages =
        ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,", "data:image/avif;base64,"];

    // One for all threads: it is never changed after this.
    private static readonly HtmlSanitizer Sanitizer = Create();

    /// <summary>One pass.</summary>
    /// <exception cref="HtmlTooLargeException">The fragment has more elements or depth than an article may have.</exception>
    public static string Apply(string html, Uri? baseUrl)
    {
        BoundedHtmlParser.CheckSource(html);
        return Sanitizer.Sanitize(html, baseUrl?.AbsoluteUri ?? "");
    }

    private static HtmlSanitizer Create()
    {
        var options = HtmlSanitizerOptions.Empty();
        options.AllowedTags = new HashSet<string>(SafeHtmlTree.Tags, StringComparer.OrdinalIgnoreCase);
        options.AllowedAttributes = new HashSet<string>(SafeHtmlRules.Attributes, StringComparer.OrdinalIgnoreCase);
        options.AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "data"], StringComparer.OrdinalIgnoreCase);
        options.UriAttributes = new HashSet<string>([.. HtmlSanitizerDefaults.UriAttributes, "cite", "longdesc"], StringComparer.OrdinalIgnoreCase);
        options.UriListAttributes = new HashSet<string>(HtmlSanitizerDefaults.UriListAttributes, StringComparer.OrdinalIgnoreCase);
        var sanitizer = new HtmlSanitizer(options)
        {
            // Whatever the tree still holds that is not allowed was not foreseen, so it goes with all that is in it.
            KeepChildNodes = false,
            HtmlParserFactory = () => new BoundedHtmlParser(IsAttribute, SafeHtmlTree.Reduce).Parser,
        };
        sanitizer.FilterUrl += (_, address) => address.SanitizedUrl = Address(address.Tag, address.OriginalUrl, address.SanitizedUrl);
        sanitizer.PostProcessDom += (_, done) => Finish(done.Document.Body);
        return sanitizer;
    }

    private static bool IsAttribute(ReadOnlySpan<char> name) => SafeHtmlRules.Attributes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static string? Address(IElement element, string original, string? resolved)
    {
        if (element is IHtmlAnchorElement && original.AsSpan().Trim() is ['#', .. var fragment])
        {
            return fragment.IsEmpty ? null : "#" + SafeHtmlRules.Prefixed(fragment.ToString());
        }

        if (resolved is null)
        {
            return null;
        }

        if (element is IHtmlImageElement && resolved.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return IsDataImage(resolved) ? resolved : null;
        }

        if (resolved.Length > SafeHtmlRules.LongestAddress || !Uri.TryCreate(resolved, UriKind.Absolute, out var url))
        {
            return null;
        }

        return SafeHtmlRules.WebAddress(url) ?? (url.Scheme == "mailto" && element is IHtmlAnchorElement ? url.AbsoluteUri : null);
    }

    private static bool IsDataImage(string address)
    {
        var start = Array.Find(DataImages, type => address.StartsWith(type, StringComparison.OrdinalIgnoreCase));
        return start is not null && address.Length <= LongestDataImage && System.Buffers.Text.Base64.IsValid(address.AsSpan(start.Length));
    }

    private static void Finish(IElement? body)
    {
        if (body is null)
        {
            return;
        }

        foreach (var element in body.QuerySelectorAll("*").ToList())
        {
            var name = element.LocalName;
            Keep(element, "href", name == "a");
            Keep(element, "src", name == "img");
            Keep(element, "cite", SafeHtmlRules.MayCite(name));
            if (element.GetAttribute("class") is { } given)
            {
                SetOrRemove(element, "class", SafeHtmlRules.Class(name, given));
            }

            if (element.GetAttribute("id") is { } id)
            {
                SetOrRemove(element, "id", SafeHtmlRules.Id(id));
            }

            if (name == "a")
            {
                Link(element);
            }
            else if (name == "img")
            {
                Image(element);
            }
        }
    }

    private static void Link(IElement link)
    {
        if (link.GetAttribute("href") is not { } href)
        {
            return;
        }

        if (!href.StartsWith('#'))
        {
            link.SetAttribute("target", "_blank");
        }

        link.SetAttribute("rel", "noopener noreferrer nofollow ugc");
    }

    private static void Image(IElement image)
    {
        // Without an address there is nothing to see; one pixel is there to count readers.
        if (image.GetAttribute("src") is null || SafeHtmlRules.IsOnePixel(image.GetAttribute("width"), image.GetAttribute("height")))
        {
            image.Remove();
            return;
        }

        image.SetAttribute("loading", "lazy");
        image.SetAttribute("referrerpolicy", "no-referrer");
    }

    private static void Keep(IElement element, string attribute, bool mayHave)
    {
        if (!mayHave && element.HasAttribute(attribute))
        {
            element.RemoveAttribute(attribute);
        }
    }

    private static void SetOrRemove(IElement element, string attribute, string? value)
    {
        if (value is null)
        {
            element.RemoveAttribute(attribute);
        }
        else
        {
            element.SetAttribute(attribute, value);
        }
    }
}
