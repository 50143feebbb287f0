using System.Text;

namespace ChipWatch.Pipeline.Text;

/// <summary>Writes text and attribute values of simple HTML as a parser would read them and write them again; false where references in them leave a doubt.</summary>
internal static class SimpleHtmlText
{
    /// <summary>Text between tags.</summary>
    public static bool TryWriteText(StringBuilder safe, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var special = text.IndexOfAny('&', '>', '\u00A0');
            if (special < 0)
            {
                safe.Append(text);
                return true;
            }

            safe.Append(text[..special]);
            text = text[special..];
            if (!TryResolve(text, isAttribute: false, out var characters, out var length))
            {
                return false;
            }

            Escape(safe, characters, isAttribute: false);
            text = text[length..];
        }

        return true;
    }

    /// <summary>The value of an attribute, references resolved; null where they leave a doubt.</summary>
    public static string? ReadValue(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('&'))
        {
            return raw.ToString();
        }

        var value = new StringBuilder(raw.Length);
        while (!raw.IsEmpty)
        {
            var special = raw.IndexOf('&');
            if (special < 0)
            {
                value.Append(raw);
                break;
            }

            value.Append(raw[..special]);
            raw = raw[special..];
            if (!TryResolve(raw, isAttribute: true, out var characters, out var length))
            {
                return null;
            }

            value.Append(characters);
            raw = raw[length..];
        }

        return value.ToString();
    }

    /// <summary>Writes the value of an attribute between quotation marks.</summary>
    public static void WriteValue(StringBuilder safe, string value) => Escape(safe, value, isAttribute: true);

    /// <summary>What a sign stands for: a reference with its semicolon, itself where it begins none for certain.</summary>
    private static bool TryResolve(ReadOnlySpan<char> text, bool isAttribute, out string characters, out int length)
    {
        (characters, length) = (text[0].ToString(), 1);
        if (text[0] != '&')
        {
            return true;
        }

        if (HtmlEntities.Resolve(text, out var meant) is > 0 and var taken)
        {
            (characters, length) = (meant, taken);
            // Numbers without semicolon, and what parsers treat each in their own way, are left to one.
            return text[taken - 1] == ';' && !(text[1] == '#' && IsOdd(meant));
        }

        var next = text.Length > 1 ? text[1] : ' ';
        if (next == '#')
        {
            return false;
        }

        if (!char.IsAsciiLetterOrDigit(next))
        {
            return next is ' ' or '\n' or '\t';
        }

        // In an address `&name=` is no reference (HTML, 13.2.5.73).
        var end = 1;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return isAttribute && end < text.Length && (text[end] == '=' || (text[end] is '_' or '-' or '.' or '&' && !HtmlEntities.IsName(text[1..end])));
    }

    private static bool IsOdd(string characters) => characters.Length != 1 || characters[0] is < ' ' or (>= '\u007F' and < '\u00A0') or '\uFFFD' or (>= '\uD800' and <= '\uDFFF') or >= '\uFDD0';

    private static void Escape(StringBuilder safe, string characters, bool isAttribute)
    {
        foreach (var c in characters)
        {
            switch (c)
            {
                case '&':
                    safe.Append("&amp;");
                    break;
                case '<':
                    safe.Append("&lt;");
                    break;
                case '>':
                    safe.Append("&gt;");
                    break;
                case '\u00A0':
                    safe.Append("&nbsp;");
                    break;
                case '"' when isAttribute:
                    safe.Append("&quot;");
                    break;
                default:
                    safe.Append(c);
                    break;
            }
        }
    }
}
