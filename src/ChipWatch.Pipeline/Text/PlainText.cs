using System.Net;
using System.Text;

namespace ChipWatch.Pipeline.Text;

/// <summary>Text of HTML fragments, for places where markup is never shown: headlines, names, summaries.</summary>
/// <remarks>The result is text and must be encoded where it is shown; it may well hold `&lt;`.</remarks>
public static class PlainText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol",
        "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr",
        "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
        "html", "body", "head", "input", "link", "meta", "base", "embed", "param", "area", "track", "video", "audio", "math", "blink", "marquee",
    };

    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "iframe", "object", "textarea", "select", "button", "noembed", "noframes", "canvas", "svg", "applet", "frameset",
    };

    /// <summary>Whether HTML has, or once had, an element of that name.</summary>
    public static bool IsElement(ReadOnlySpan<char> name) =>
        Blocks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
        || Inline.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
        || Hidden.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>The text of a fragment in one line: tags away, entities resolved, white space as single blanks.</summary>
    public static string Line(string html) => Squeeze(Of(html), keepLines: false);

    /// <summary>The text of a fragment, a line for each block.</summary>
    public static string Lines(string html) => Squeeze(Of(html), keepLines: true);

    /// <summary>
    /// The text with control characters, lone surrogates and byte order marks taken out and with the controls of
    /// ISO 8859-1 read as the Windows-1252 characters that their writer meant.
    /// </summary>
    public static string Clean(string text)
    {
        var at = FirstUnclean(text);
        if (at < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length).Append(text, 0, at);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                clean.Append(c).Append(text[++at]);
            }
            else if (c is >= '\u0080' and <= '\u009F')
            {
                clean.Append(Windows1252[c - '\u0080']);
            }
            else if (!IsUnclean(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static int FirstUnclean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsUnclean(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // Surrogates are looked at in pairs by the caller.
    private static bool IsUnclean(char c) =>
        c is < ' ' and not ('\t' or '\n' or '\r') or (>= '\u007F' and <= '\u009F') or (>= '\uD800' and <= '\uDFFF') or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static string Of(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
        {
            return Decode(html);
        }

        var text = new StringBuilder(html.Length);
        // How far ends of tags may be looked for in all; a stranger may open a quote in every tag.
        var looks = 8L * html.Length;
        for (var at = 0; at < html.Length;)
        {
            var tag = html.IndexOf('<', at);
            if (tag < 0)
            {
                text.Append(html, at, html.Length - at);
                break;
            }

            text.Append(html, at, tag - at);
            at = Tag(html, tag, text, ref looks);
        }

        return Decode(text.ToString());
    }

    /// <summary>Passes over a tag; text that only looks like one stays. Returns where the text goes on.</summary>
    private static int Tag(string html, int tag, StringBuilder text, ref long looks)
    {
        if (html.AsSpan(tag).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = html.IndexOf("-->", tag + 4, StringComparison.Ordinal);
            return end < 0 ? html.Length : end + 3;
        }

        if (tag + 1 < html.Length && html[tag + 1] is '!' or '?')
        {
            var end = html.IndexOf('>', tag);
            return end < 0 ? html.Length : end + 1;
        }

        var isEnd = tag + 1 < html.Length && html[tag + 1] == '/';
        var start = tag + (isEnd ? 2 : 1);
        var name = start;
        while (name < html.Length && char.IsAsciiLetterOrDigit(html[name]))
        {
            name++;
        }

        var element = html.AsSpan(start, name - start);
        var isBlock = Blocks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(element);
        var isHidden = Hidden.GetAlternateLookup<ReadOnlySpan<char>>().Contains(element);
        // `List<string>` and `a < b` are text: they name no element of HTML.
        var close = IsElement(element) ? EndOfTag(html, name, ref looks) : -1;
        if (close < 0)
        {
            text.Append("&lt;");
            return tag + 1;
        }

        if (isHidden && !isEnd && html[close - 1] != '/')
        {
            var end = html.IndexOf($"</{element}", close, StringComparison.OrdinalIgnoreCase);
            text.Append(' ');
            return end < 0 ? html.Length : Math.Max(EndOfTag(html, end + 2, ref looks), end) + 1;
        }

        if (isBlock)
        {
            text.Append('\n');
        }

        return close + 1;
    }

    private static int EndOfTag(string html, int at, ref long looks)
    {
        var quote = '\0';
        for (; at < html.Length && looks > 0; at++, looks--)
        {
            var c = html[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && html[at - 1] is '=' or ' ' or '\n' or '\t')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return at;
            }
        }

        return -1;
    }

    private static string Decode(string text) => text.Contains('&', StringComparison.Ordinal) ? HtmlEntities.Decode(text) : text;

    private static string Squeeze(string text, bool keepLines)
    {
        text = Clean(text);
        if (!NeedsSqueeze(text))
        {
            return text;
        }

        var squeezed = new StringBuilder(text.Length);
        var gap = '\0';
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) && c != '\u00A0')
            {
                gap = keepLines && (c is '\n' or '\u2028' or '\u2029' || gap == '\n') ? '\n' : ' ';
                continue;
            }

            if (gap != '\0' && squeezed.Length > 0)
            {
                squeezed.Append(gap);
            }

            gap = '\0';
            squeezed.Append(c);
        }

        return squeezed.ToString();
    }

    private static bool NeedsSqueeze(string text)
    {
        var wasBlank = true;
        foreach (var c in text)
        {
            var isBlank = char.IsWhiteSpace(c) && c != '\u00A0';
            if (isBlank && (wasBlank || c != ' '))
            {
                return true;
            }

            wasBlank = isBlank;
        }

        return wasBlank && text.Length > 0;
    }
}
