using System.Text;

namespace ChipWatch.Digests;

/// <summary>Foreign text in Markdown: nothing of it may become markup.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]()<>#+-.!|~&$@^";

    /// <summary>The text with every special character escaped and line breaks as blanks.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            if (letter is '\r' or '\n' or '\t' or '\u0085' or '\u2028' or '\u2029')
            {
                escaped.Append(' ');
            }
            else if (!char.IsControl(letter))
            {
                escaped.Append(Special.Contains(letter, StringComparison.Ordinal) ? "\\" : "").Append(letter);
            }
        }

        return escaped.ToString();
    }

    /// <summary>A link with an escaped text; the text alone where the address is no http(s) address.</summary>
    public static string Link(string text, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return Escape(text);
        }

        var safe = address.AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
        return $"[{Escape(text)}](<{safe}>)";
    }
}
