using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Takes out of a page what is no part of any article: scripts, navigation, share bars, sign-up boxes, related links, comments.</summary>
internal static partial class PageCleaner
{
    private const string NeverText =
        "time, script, style, noscript, template, iframe, object, embed, form, button, input, select, textarea, svg, canvas, audio, video, nav, aside, footer, dialog, " +
        "[hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=dialog], [role=complementary], [role=search], [role=menu]";

    /// <summary>A box with a hint of junk stays where it holds more than this share of the page's paragraphs: then the hint means something else.</summary>
    private const double MostOfThePage = 0.4;

    /// <summary>Changes the document in place.</summary>
    public static void Clean(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll(NeverText))
        {
            element.Remove();
        }

        var all = Math.Max(1, page.QuerySelectorAll("p").Sum(NodeText.Length));
        foreach (var element in page.QuerySelectorAll("[class], [id], header").ToList())
        {
            if (element.ParentElement is null || element.LocalName is "html" or "body" or "article" or "main" or "h1")
            {
                continue;
            }

            var hint = $"{element.ClassName} {element.Id}";
            var isJunk = Junk().IsMatch(hint) || (element.LocalName == "header" && element.QuerySelector("h1") is null);
            if (isJunk && element.QuerySelectorAll("p").Sum(NodeText.Length) < all * MostOfThePage)
            {
                element.Remove();
            }
        }
    }

    [GeneratedRegex(
        @"(^|[ _\-])(share|sharing|social|newsletter|subscri\w*|signup|sign-up|related|recommend\w*|read-?more|readnext|comments?|disqus|cookie\w*|consent|gdpr|promo\w*|advert\w*|ads?|sponsor\w*|breadcrumbs?|sidebar|widget\w*|popup|modal|overlay|pagination|pager|author-?(bio|box|info|card)|bio|byline|masthead|menu|navbar|nav|footer|toolbar|trending|popular|most-read|outbrain|taboola|teasers?|tags?|tag-row|tag-list|print-only|screen-reader-text|sr-only|visually-hidden|skip-link|copyright|disclaimer|login|rating|reactions|jp-relatedposts)([ _\-]|$)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Junk();
}
