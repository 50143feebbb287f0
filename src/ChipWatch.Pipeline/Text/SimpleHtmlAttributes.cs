using System.Buffers;
using System.Text;

namespace ChipWatch.Pipeline.Text;

/// <summary>Reads the attributes of one tag of simple HTML after the other, and keeps those that its element may have.</summary>
internal sealed class SimpleHtmlAttributes(string html, Uri? baseUrl)
{
    private const int MostAttributes = 32;
    private const string Mail = "mailto:";
    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?#&+,;=!$()*:@%'");
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");
    private static readonly SearchValues<char> PathCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./");

    private static readonly SearchValues<char> MailCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-._@");

    // Names and values in turn.
    private readonly List<string> kept = [];
    private readonly List<string> seen = [];
    private string element = "";

    /// <summary>Whether the tag read last is a picture to look at.</summary>
    public bool IsVisibleImage => Kept("src") is not null && !SafeHtmlRules.IsOnePixel(Kept("width"), Kept("height"));

    /// <summary>Reads up to behind the end of a start tag.</summary>
    /// <param name="name">The element.</param>
    /// <param name="at">Behind its name; behind the tag afterwards.</param>
    /// <param name="isEmpty">Whether the tag may end with a slash.</param>
    /// <returns>False where a parser has to look.</returns>
    public bool TryRead(string name, ref int at, bool isEmpty)
    {
        element = name;
        kept.Clear();
        seen.Clear();
        while (true)
        {
            var start = at;
            PassBlanks(ref at);
            if (at >= html.Length)
            {
                return false;
            }

            if (html[at] == '>')
            {
                at++;
                return true;
            }

            if (html[at] == '/')
            {
                at += 2;
                return isEmpty && at <= html.Length && html[at - 1] == '>';
            }

            if (at == start || !TryReadOne(ref at))
            {
                return false;
            }
        }
    }

    /// <summary>Writes what is kept.</summary>
    public void Write(StringBuilder safe)
    {
        for (var i = 0; i < kept.Count; i += 2)
        {
            Write(safe, kept[i], kept[i + 1]);
        }

        if (element == "a" && Kept("href") is { } href)
        {
            if (!href.StartsWith('#'))
            {
                Write(safe, "target", "_blank");
            }

            Write(safe, "rel", "noopener noreferrer nofollow ugc");
        }
        else if (element == "img")
        {
            Write(safe, "loading", "lazy");
            Write(safe, "referrerpolicy", "no-referrer");
        }
    }

    private static void Write(StringBuilder safe, string name, string value)
    {
        safe.Append(' ').Append(name).Append("=\"");
        SimpleHtmlText.WriteValue(safe, value);
        safe.Append('"');
    }

    private bool TryReadOne(ref int at)
    {
        var start = at;
        while (at < html.Length && (char.IsAsciiLetterOrDigit(html[at]) || html[at] is '-' or '_' or ':' or '.'))
        {
            at++;
        }

        var name = html[start..at].ToLowerInvariant();
        if (name.Length == 0 || seen.Count >= MostAttributes || seen.Contains(name) || at >= html.Length)
        {
            return false;
        }

        seen.Add(name);
        if (html[at] == '=')
        {
            at++;
            return TryReadValue(ref at, out var value) && TryKeep(name, value);
        }

        // Blanks around the sign are rare, and any other sign here is a mistake.
        return html[at] is '>' or '/' or ' ' or '\n' or '\t' && !IsAssigned(at) && TryKeep(name, "");
    }

    private bool IsAssigned(int at)
    {
        PassBlanks(ref at);
        return at < html.Length && html[at] == '=';
    }

    private bool TryReadValue(ref int at, out string value)
    {
        value = "";
        if (at >= html.Length)
        {
            return false;
        }

        int end;
        if (html[at] is '"' or '\'')
        {
            at++;
            end = html.IndexOf(html[at - 1], at);
        }
        else
        {
            end = at;
            while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or '_' or '.' or '#' or '%'))
            {
                end++;
            }

            if (end == at || end >= html.Length || html[end] is not ('>' or ' ' or '\n' or '\t'))
            {
                return false;
            }
        }

        if (end < 0 || SimpleHtmlText.ReadValue(html.AsSpan(at, end - at)) is not { } read)
        {
            return false;
        }

        value = read;
        at = html[end] is '"' or '\'' ? end + 1 : end;
        // The next attribute must stand apart.
        return at < html.Length && html[at] is '>' or '/' or ' ' or '\n' or '\t';
    }

    private bool TryKeep(string name, string value)
    {
        if (!SafeHtmlRules.Attributes.Contains(name))
        {
            return true;
        }

        string? safe = value;
        switch (name)
        {
            case "href" or "src" or "cite":
                if (!(name == "href" ? element == "a" : name == "src" ? element == "img" : SafeHtmlRules.MayCite(element)))
                {
                    return true;
                }

                if (!TryReadAddress(name, value, out safe))
                {
                    return false;
                }

                break;
            case "id":
                safe = SafeHtmlRules.Id(value);
                break;
            case "class":
                safe = SafeHtmlRules.Class(element, value);
                break;
            default:
                if (value.Contains("&{", StringComparison.Ordinal))
                {
                    return false;
                }

                break;
        }

        if (safe is not null)
        {
            kept.Add(name);
            kept.Add(safe);
        }

        return true;
    }

    /// <summary>Only addresses that no two readers take for different ones.</summary>
    private bool TryReadAddress(string attribute, string value, out string? safe)
    {
        safe = null;
        if (value.Length is 0 or > SafeHtmlRules.LongestAddress / 2 || value.AsSpan().ContainsAnyExcept(AddressCharacters))
        {
            return false;
        }

        if (value[0] == '#')
        {
            safe = "#" + SafeHtmlRules.Prefixed(value[1..]);
            return attribute == "href" && value.Length > 1 && !value.AsSpan(1).ContainsAnyExcept(PathCharacters);
        }

        if (value.StartsWith(Mail, StringComparison.Ordinal))
        {
            safe = value;
            return element == "a" && !value.AsSpan(Mail.Length).ContainsAnyExcept(MailCharacters) && value.AsSpan(Mail.Length).Count('@') == 1 && value[^1] != '@' && value[Mail.Length] != '@'
                && Uri.TryCreate(value, UriKind.Absolute, out var mail) && mail.AbsoluteUri == value;
        }

        if (StartsOnTheWeb(value))
        {
            safe = Uri.TryCreate(value, UriKind.Absolute, out var url) ? SafeHtmlRules.WebAddress(url) : null;
            return safe is not null;
        }

        if (baseUrl is null || value.AsSpan().ContainsAnyExcept(PathCharacters) || value.StartsWith("//", StringComparison.Ordinal)
            || !Uri.TryCreate(baseUrl, value, out var joined) || !Uri.TryCreate(joined.AbsoluteUri, UriKind.Absolute, out var absolute))
        {
            return false;
        }

        safe = SafeHtmlRules.WebAddress(absolute);
        return safe is { Length: <= SafeHtmlRules.LongestAddress };
    }

    private static bool StartsOnTheWeb(string value)
    {
        var start = value.StartsWith("https://", StringComparison.Ordinal) ? 8 : value.StartsWith("http://", StringComparison.Ordinal) ? 7 : 0;
        if (start == 0)
        {
            return false;
        }

        var host = value.AsSpan(start);
        var end = host.IndexOfAny("/?#");
        host = end < 0 ? host : host[..end];
        return host.Length > 0 && char.IsAsciiLetterLower(host[0]) && !host.ContainsAnyExcept(HostCharacters);
    }

    private string? Kept(string name)
    {
        for (var i = 0; i < kept.Count; i += 2)
        {
            if (kept[i] == name)
            {
                return kept[i + 1];
            }
        }

        return null;
    }

    private void PassBlanks(ref int at)
    {
        while (at < html.Length && html[at] is ' ' or '\n' or '\t' or '\f')
        {
            at++;
        }
    }
}
