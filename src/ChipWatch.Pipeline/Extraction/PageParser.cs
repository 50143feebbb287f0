using System.Buffers;
using System.Collections.Frozen;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Parses a page into the tree that all readers of it share, without what none of them looks at: comments, text of scripts, most attributes.</summary>
internal static class PageParser
{
    /// <summary>Elements within each other; what is deeper becomes siblings. The parser's time grows with the depth.</summary>
    private const int MaxDepth = 400;

    /// <summary>Elements of one page, counted while they are made: misnested markup makes many more than it has tags. Long articles with their page have some ten thousand.</summary>
    private const int MaxElements = 60_000;

    /// <summary>Attributes of one element; all further ones are passed over.</summary>
    private const int MaxAttributes = 256;

    private const int MostOpen = 1_500;
    private const int LongestName = 12;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456");

    private static readonly FrozenSet<string> OftenEndless = new[]
    {
        "p", "li", "br", "hr", "td", "th", "tr", "dt", "dd", "rt", "rp", "img", "wbr", "col", "input", "source", "option", "meta", "link", "path", "use", "area", "track", "param", "embed",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Attributes = new[]
    {
        "id", "class", "lang", "href", "src", "srcset", "alt", "title", "name", "property", "content", "itemprop", "itemtype", "itemscope", "rel", "role", "hidden", "style", "type", "datetime", "pubdate",
        "http-equiv", "charset", "dir", "cite", "start", "value", "colspan", "rowspan", "aria-hidden", "width", "height", "data-src", "data-lazy-src", "data-original", "action", "sizes", "media",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly IBrowsingContext Context = BrowsingContext.New(Configuration.Default);

    private static HtmlParserOptions Options(Action made) => new()
    {
        OnCreated = (_, _) => made(),
        MaximumDepth = MaxDepth,
        SkipComments = true,
        SkipScriptText = true,
        SkipRawText = false,
        DisableElementPositionTracking = true,
        ShouldEmitAttribute = (ref token, name) => token.Attributes.Count < MaxAttributes && Attributes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name.Span),
    };

    /// <summary>The tree; broken HTML never throws.</summary>
    /// <exception cref="HtmlTooLargeException">The page has more elements than any page for people.</exception>
    /// <exception cref="WorkTooLongException">The time for this page is over.</exception>
    public static IHtmlDocument Parse(string html, WorkDeadline work)
    {
        var elements = 0;
        return new HtmlParser(Options(Count), Context).ParseDocument(html.AsMemory());

        void Count()
        {
            work.Check();
            if (++elements > MaxElements)
            {
                throw new HtmlTooLargeException();
            }
        }
    }

    /// <summary>Whether the source leaves more elements open within each other than any page that people wrote: the parser's time grows with the square of that.</summary>
    public static bool IsTooDeep(string html)
    {
        var open = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length && open <= MostOpen; at = html.IndexOf('<', at + 1))
        {
            var isEnd = html[at + 1] == '/';
            var name = html.AsSpan(at + (isEnd ? 2 : 1));
            var length = name.IndexOfAnyExcept(NameLetters);
            name = name[..Math.Clamp(length, 0, LongestName)];
            if (name.IsEmpty || OftenEndless.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            {
                continue;
            }

            var close = html.IndexOf('>', at);
            open = isEnd ? Math.Max(0, open - 1) : close > 0 && html[close - 1] == '/' ? open : open + 1;
            if (!isEnd && name.Equals("script", StringComparison.OrdinalIgnoreCase))
            {
                at = Math.Max(at, html.IndexOf("</script", at, StringComparison.OrdinalIgnoreCase) - 1);
            }
        }

        return open > MostOpen;
    }

    /// <summary>The texts of the page's scripts that hold JSON-LD, in order.</summary>
    public static IEnumerable<string> JsonLd(string html)
    {
        for (var at = html.IndexOf("application/ld+json", StringComparison.OrdinalIgnoreCase); at >= 0; at = html.IndexOf("application/ld+json", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var start = html.IndexOf('>', at);
            var end = start < 0 ? -1 : html.IndexOf("</script", start, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
            {
                yield break;
            }

            if (html.LastIndexOf('<', at) is >= 0 and var tag && html.AsSpan(tag).StartsWith("<script", StringComparison.OrdinalIgnoreCase))
            {
                yield return html[(start + 1)..end];
                at = end;
            }
        }
    }
}
