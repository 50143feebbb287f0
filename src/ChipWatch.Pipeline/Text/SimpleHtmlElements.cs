namespace ChipWatch.Pipeline.Text;

/// <summary>How an element behaves where it stands among well-formed markup.</summary>
[Flags]
internal enum SimpleElement
{
    /// <summary>Not known here: a parser has to look.</summary>
    Unknown = 0,

    /// <summary>Part of a line.</summary>
    Inline = 1,

    /// <summary>Ends a paragraph that is open.</summary>
    Block = 2,

    /// <summary>Has no content and no end tag.</summary>
    Empty = 4,

    /// <summary>Its end tag may be left out before its like and before the end of what it is in.</summary>
    Implied = 8,

    /// <summary>Part of a table, with a place of its own in it.</summary>
    Table = 16,

    /// <summary>A heading.</summary>
    Heading = 32,

    /// <summary>Loses its tags and keeps what is in it.</summary>
    Dropped = 64,
}

/// <summary>The elements that <see cref="SimpleHtml"/> knows.</summary>
internal static class SimpleHtmlElements
{
    private const int LongestName = 10;

    /// <summary>The name in small letters and how the element behaves; <see cref="SimpleElement.Unknown"/> for any other.</summary>
    public static SimpleElement Find(ReadOnlySpan<char> written, out string name)
    {
        name = "";
        if (written.Length > LongestName)
        {
            return SimpleElement.Unknown;
        }

        Span<char> small = stackalloc char[LongestName];
        small = small[..written.ToLowerInvariant(small)];
        (name, var kind) = small switch
        {
            "a" => ("a", SimpleElement.Inline),
            "abbr" => ("abbr", SimpleElement.Inline),
            "b" => ("b", SimpleElement.Inline),
            "bdi" => ("bdi", SimpleElement.Inline),
            "bdo" => ("bdo", SimpleElement.Inline),
            "cite" => ("cite", SimpleElement.Inline),
            "code" => ("code", SimpleElement.Inline),
            "del" => ("del", SimpleElement.Inline),
            "dfn" => ("dfn", SimpleElement.Inline),
            "em" => ("em", SimpleElement.Inline),
            "i" => ("i", SimpleElement.Inline),
            "ins" => ("ins", SimpleElement.Inline),
            "kbd" => ("kbd", SimpleElement.Inline),
            "mark" => ("mark", SimpleElement.Inline),
            "q" => ("q", SimpleElement.Inline),
            "s" => ("s", SimpleElement.Inline),
            "samp" => ("samp", SimpleElement.Inline),
            "small" => ("small", SimpleElement.Inline),
            "span" => ("span", SimpleElement.Inline),
            "strong" => ("strong", SimpleElement.Inline),
            "sub" => ("sub", SimpleElement.Inline),
            "sup" => ("sup", SimpleElement.Inline),
            "time" => ("time", SimpleElement.Inline),
            "u" => ("u", SimpleElement.Inline),
            "var" => ("var", SimpleElement.Inline),
            "font" => ("font", SimpleElement.Inline | SimpleElement.Dropped),
            "br" => ("br", SimpleElement.Inline | SimpleElement.Empty),
            "img" => ("img", SimpleElement.Inline | SimpleElement.Empty),
            "wbr" => ("wbr", SimpleElement.Inline | SimpleElement.Empty),
            "hr" => ("hr", SimpleElement.Block | SimpleElement.Empty),
            "p" => ("p", SimpleElement.Block | SimpleElement.Implied),
            "li" => ("li", SimpleElement.Block | SimpleElement.Implied),
            "dd" => ("dd", SimpleElement.Block | SimpleElement.Implied),
            "dt" => ("dt", SimpleElement.Block | SimpleElement.Implied),
            "blockquote" => ("blockquote", SimpleElement.Block),
            "details" => ("details", SimpleElement.Block),
            "div" => ("div", SimpleElement.Block),
            "dl" => ("dl", SimpleElement.Block),
            "figcaption" => ("figcaption", SimpleElement.Block),
            "figure" => ("figure", SimpleElement.Block),
            "h1" => ("h1", SimpleElement.Block | SimpleElement.Heading),
            "h2" => ("h2", SimpleElement.Block | SimpleElement.Heading),
            "h3" => ("h3", SimpleElement.Block | SimpleElement.Heading),
            "h4" => ("h4", SimpleElement.Block | SimpleElement.Heading),
            "h5" => ("h5", SimpleElement.Block | SimpleElement.Heading),
            "h6" => ("h6", SimpleElement.Block | SimpleElement.Heading),
            "ol" => ("ol", SimpleElement.Block),
            "pre" => ("pre", SimpleElement.Block),
            "summary" => ("summary", SimpleElement.Block),
            "ul" => ("ul", SimpleElement.Block),
            "table" => ("table", SimpleElement.Block | SimpleElement.Table),
            "caption" => ("caption", SimpleElement.Table),
            "colgroup" => ("colgroup", SimpleElement.Table),
            "col" => ("col", SimpleElement.Table | SimpleElement.Empty),
            "thead" => ("thead", SimpleElement.Table),
            "tbody" => ("tbody", SimpleElement.Table),
            "tfoot" => ("tfoot", SimpleElement.Table),
            "tr" => ("tr", SimpleElement.Table),
            "td" => ("td", SimpleElement.Table),
            "th" => ("th", SimpleElement.Table),
            _ => ("", SimpleElement.Unknown),
        };
        return kind;
    }

    /// <summary>Whether what is open outside an element of that name is out of reach of what stands in it.</summary>
    public static bool IsBoundary(string name) => name is "td" or "th" or "caption" or "table";

    /// <summary>Whether only other parts of a table, and white space, may stand directly in an element of that name.</summary>
    public static bool HoldsPartsAlone(string name) => name is "table" or "colgroup" or "thead" or "tbody" or "tfoot" or "tr";

    /// <summary>Whether a part of a table may stand directly in an element of that name, as written.</summary>
    public static bool MayStand(string part, string within) => part switch
    {
        "caption" or "colgroup" or "thead" or "tbody" or "tfoot" => within == "table",
        "col" => within == "colgroup",
        "tr" => within is "thead" or "tbody" or "tfoot",
        "td" or "th" => within == "tr",
        _ => false,
    };
}
