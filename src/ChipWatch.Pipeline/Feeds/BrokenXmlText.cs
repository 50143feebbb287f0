using System.Text;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Text of XML that is not well-formed: without characters that XML forbids, its references as HTML means them.</summary>
internal static class BrokenXmlText
{
    /// <summary>The text with its references resolved.</summary>
    public static string Decode(ReadOnlySpan<char> raw)
    {
        var decoded = Clean(raw);
        return HtmlEntities.Decode(decoded);
    }

    /// <summary>The text without characters that XML forbids.</summary>
    public static string Clean(ReadOnlySpan<char> raw)
    {
        var first = raw.IndexOfAnyInRange('\0', '\u0008');
        return first < 0 && raw.IndexOfAnyInRange('\u000B', '\u001F') < 0 && raw.IndexOfAnyInRange('\uD800', '\uFFFF') < 0
            ? raw.ToString()
            : CleanSlowly(raw);
    }

    private static string CleanSlowly(ReadOnlySpan<char> raw)
    {
        var kept = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (char.IsHighSurrogate(raw[i]) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1]))
            {
                kept.Append(raw[i]).Append(raw[++i]);
            }
            else if (System.Xml.XmlConvert.IsXmlChar(raw[i]))
            {
                kept.Append(raw[i]);
            }
        }

        return kept.ToString();
    }
}
