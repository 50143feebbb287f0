using System.Net;

namespace ChipWatch.Pipeline.Text;

/// <summary>What a page may show of foreign HTML.</summary>
public static class SafeHtml
{
    /// <summary>Rises with every change of the rules, so that what was stored under older ones can be done again.</summary>
    public const int PolicyVersion = 2;

    /// <summary>Sanitises a fragment by the lists of <see cref="SafeHtmlPolicy"/> and <see cref="SafeHtmlTree"/>.</summary>
    /// <param name="html">The foreign fragment.</param>
    /// <param name="baseUrl">Address against which relative addresses are made absolute; null where unknown.</param>
    /// <returns>Safe HTML; text alone where two passes do not agree, and where the fragment is too large or too deep.</returns>
    /// <remarks>Safe to call from several threads.</remarks>
    public static string Sanitize(string html, Uri? baseUrl)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0 && !html.Contains('>', StringComparison.Ordinal))
        {
            return html;
        }

        return SimpleHtml.TryMakeSafe(html, baseUrl) ?? Parsed(html, baseUrl);
    }

    /// <summary>The same by parser and sanitizer alone.</summary>
    internal static string Parsed(string html, Uri? baseUrl)
    {
        try
        {
            var once = SafeHtmlPolicy.Apply(html, baseUrl);
            var twice = SafeHtmlPolicy.Apply(once, baseUrl);
            return once == twice ? once : TextOf(html);
        }
        catch (HtmlTooLargeException)
        {
            return TextOf(html);
        }
    }

    private static string TextOf(string html) => WebUtility.HtmlEncode(PlainText.Lines(html));
}
