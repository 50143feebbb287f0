using System.Text;

namespace ChipWatch.Pipeline.Text;

/// <summary>
/// Makes safe what nearly all articles consist of without building a tree: markup that is well-formed, of elements whose place is certain, under
/// addresses that need no interpretation. It gives exactly what <see cref="SafeHtmlPolicy"/> gives, or says that a parser has to look: for
/// whatever it does not know, it gives up. A loop over the text; what is written is only ever what stands on the lists.
/// </summary>
internal sealed class SimpleHtml
{
    private const int MostParts = 8_000;
    private const int MostDepth = 100;
    private const string Blanks = " \t\n\f";

    private readonly string html;
    private readonly SimpleHtmlAttributes attributes;
    private readonly StringBuilder safe;
    private readonly List<string> open = [];
    private int at;

    private SimpleHtml(string html, Uri? baseUrl)
    {
        this.html = html;
        attributes = new SimpleHtmlAttributes(html, baseUrl);
        safe = new StringBuilder(html.Length + 64);
    }

    private string Top => open.Count > 0 ? open[^1] : "";

    /// <summary>The safe HTML; null where a parser has to look.</summary>
    public static string? TryMakeSafe(string html, Uri? baseUrl) =>
        html.AsSpan().ContainsAny('\0', '\r') ? null : new SimpleHtml(html, baseUrl).Read();

    private string? Read()
    {
        var parts = 0;
        while (at < html.Length)
        {
            if (++parts > MostParts || open.Count > MostDepth || !(html[at] == '<' ? Markup() : Text()))
            {
                return null;
            }
        }

        CloseTo(0);
        return safe.ToString();
    }

    private bool Text()
    {
        var end = html.IndexOf('<', at);
        var text = html.AsSpan(at, (end < 0 ? html.Length : end) - at);
        at += text.Length;
        if (SimpleHtmlElements.HoldsPartsAlone(Top))
        {
            // Anything else would be moved out of the table.
            safe.Append(text);
            return !text.ContainsAnyExcept(Blanks);
        }

        return SimpleHtmlText.TryWriteText(safe, text);
    }

    private bool Markup()
    {
        var next = at + 1 < html.Length ? html[at + 1] : '\0';
        return next == '/' ? EndTag() : next == '!' ? Comment() : char.IsAsciiLetter(next) && StartTag();
    }

    /// <summary>Only a comment that every reader takes for the same one.</summary>
    private bool Comment()
    {
        if (!html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            return false;
        }

        var start = at + 4;
        var end = html.IndexOf("--", start, StringComparison.Ordinal);
        if (end < 0 || end + 2 >= html.Length || html[end + 2] != '>' || html[start] is '>' or '-')
        {
            return false;
        }

        at = end + 3;
        return true;
    }

    private bool StartTag()
    {
        var kind = SimpleHtmlElements.Find(NameAt(at + 1), out var name);
        at += 1 + name.Length;
        if (kind == SimpleElement.Unknown || !MakeRoom(name, kind) || !attributes.TryRead(name, ref at, kind.HasFlag(SimpleElement.Empty)))
        {
            return false;
        }

        if (name != "img" || attributes.IsVisibleImage)
        {
            WriteStart(name, kind);
        }

        if (!kind.HasFlag(SimpleElement.Empty))
        {
            open.Add(name);
        }

        // A line break directly behind it would be dropped, and might be written as a reference.
        return name != "pre" || at + 1 >= html.Length || (html[at] is not ('\n' or '&') && html[at + 1] != '!');
    }

    private void WriteStart(string name, SimpleElement kind)
    {
        if (!kind.HasFlag(SimpleElement.Dropped))
        {
            safe.Append('<').Append(name);
            attributes.Write(safe);
            safe.Append('>');
        }
    }

    /// <summary>Ends what a start tag is known to end; false where it might do more.</summary>
    private bool MakeRoom(string name, SimpleElement kind)
    {
        if (kind.HasFlag(SimpleElement.Table) && name != "table")
        {
            if (name == "tr" && Top == "table")
            {
                safe.Append("<tbody>");
                open.Add("tbody");
            }

            return SimpleHtmlElements.MayStand(name, Top);
        }

        if (SimpleHtmlElements.HoldsPartsAlone(Top) || (name == "a" && open.Contains("a")))
        {
            return false;
        }

        if (!kind.HasFlag(SimpleElement.Block))
        {
            return true;
        }

        if (Top == "p")
        {
            Close();
        }

        if (Top == name ? name is "li" or "dd" or "dt" : (name, Top) is ("dd", "dt") or ("dt", "dd"))
        {
            Close();
        }

        return !IsParagraphOpen()
            && !(kind.HasFlag(SimpleElement.Heading) && Top is "h1" or "h2" or "h3" or "h4" or "h5" or "h6")
            && (name != "li" || Top is "ul" or "ol")
            && (name is not ("dd" or "dt") || Top == "dl");
    }

    private bool IsParagraphOpen()
    {
        for (var i = open.Count - 1; i >= 0 && !SimpleHtmlElements.IsBoundary(open[i]); i--)
        {
            if (open[i] == "p")
            {
                return true;
            }
        }

        return false;
    }

    private bool EndTag()
    {
        var kind = SimpleHtmlElements.Find(NameAt(at + 2), out var name);
        at += 2 + name.Length;
        while (at < html.Length && Blanks.Contains(html[at], StringComparison.Ordinal))
        {
            at++;
        }

        if (kind == SimpleElement.Unknown || at >= html.Length || html[at] != '>')
        {
            return false;
        }

        at++;
        if (kind.HasFlag(SimpleElement.Empty))
        {
            // Nothing of that name is open, so nothing is closed; one of them makes a line break.
            return name == "col" ? Top == "colgroup" : name != "br" && !SimpleHtmlElements.HoldsPartsAlone(Top);
        }

        if (name is "td" or "th" && Top == "tr")
        {
            // The end of a cell that has ended before.
            return true;
        }

        if (name == "table")
        {
            while (Top is "tr" or "tbody" or "thead" or "tfoot")
            {
                Close();
            }
        }
        else if (!kind.HasFlag(SimpleElement.Inline) && name != "p")
        {
            while (Top != name && Top is "p" or "li" or "dd" or "dt")
            {
                Close();
            }
        }

        if (Top != name || name.Length == 0)
        {
            return false;
        }

        Close();
        return true;
    }

    private void CloseTo(int depth)
    {
        while (open.Count > depth)
        {
            Close();
        }
    }

    private void Close()
    {
        var name = Top;
        open.RemoveAt(open.Count - 1);
        if (name != "font")
        {
            safe.Append("</").Append(name).Append('>');
        }
    }

    private ReadOnlySpan<char> NameAt(int start)
    {
        var end = start;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }

        // What goes on with another sign is another name.
        return end < html.Length && (html[end] is '>' or '/' || Blanks.Contains(html[end], StringComparison.Ordinal)) ? html.AsSpan(start, end - start) : default;
    }
}
