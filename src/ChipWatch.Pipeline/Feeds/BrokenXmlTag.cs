namespace ChipWatch.Pipeline.Feeds;

/// <summary>A start tag of XML that is not well-formed: attributes perhaps without quotation marks, its end perhaps left out.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Attributes">Its attributes, the first of each name, references resolved.</param>
/// <param name="IsEmpty">Whether it ends itself.</param>
/// <param name="End">Where the document goes on.</param>
internal sealed record BrokenXmlTag(string Name, IReadOnlyList<BrokenXmlTag.XmlAttribute> Attributes, bool IsEmpty, int End)
{
    /// <summary>Reads a start tag.</summary>
    /// <param name="text">The document.</param>
    /// <param name="at">Where its name begins.</param>
    /// <returns>The tag; null where the document ends within it.</returns>
    public static BrokenXmlTag? Read(string text, int at)
    {
        var name = NameAt(text, at);
        at += name.Length;
        var found = new List<XmlAttribute>();
        var isEmpty = false;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '>')
            {
                return new(name, found, isEmpty, at + 1);
            }

            if (c == '<')
            {
                // The tag was never ended, but the next one starts.
                return new(name, found, isEmpty, at);
            }

            isEmpty = c == '/';
            if (!IsNameStart(c))
            {
                at++;
                continue;
            }

            var attribute = NameAt(text, at);
            at += attribute.Length;
            var value = Value(text, ref at);
            if (found.Count < FeedLimits.AttributesOfElement && !found.Exists(given => given.Name == attribute))
            {
                found.Add(new(attribute, value));
            }
        }

        return null;
    }

    private static string Value(string text, ref int at)
    {
        var equals = PassBlanks(text, at);
        if (equals >= text.Length || text[equals] != '=')
        {
            return "";
        }

        at = PassBlanks(text, equals + 1);
        if (at >= text.Length)
        {
            return "";
        }

        if (text[at] is '"' or '\'')
        {
            var end = text.IndexOf(text[at], at + 1);
            var value = BrokenXmlText.Decode(text.AsSpan(at + 1, (end < 0 ? text.Length : end) - at - 1));
            at = end < 0 ? text.Length : end + 1;
            return value;
        }

        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '<') && !(text[at] == '/' && at + 1 < text.Length && text[at + 1] == '>'))
        {
            at++;
        }

        return BrokenXmlText.Decode(text.AsSpan(start, at - start));
    }

    private static int PassBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The name that begins there.</summary>
    public static string NameAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsNameStart(text[end]) || char.IsAsciiDigit(text[end]) || text[end] is '-' or '.' or ':'))
        {
            end++;
        }

        return text[start..end];
    }

    /// <summary>Whether a name may begin with that character.</summary>
    public static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    /// <summary>An attribute as written.</summary>
    internal sealed record XmlAttribute(string Name, string Value);
}
