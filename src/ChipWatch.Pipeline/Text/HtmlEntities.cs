using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace ChipWatch.Pipeline.Text;

/// <summary>Character references as HTML reads them: all its names, and numbers with Windows-1252 meant for 128 to 159.</summary>
public static class HtmlEntities
{
    private const int LongestName = 32;

    /// <summary>The text with its references resolved; what is none stays as it is.</summary>
    public static string Decode(string text)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf('&', at))
        {
            var length = Resolve(text.AsSpan(at), out var characters);
            if (length == 0)
            {
                at++;
                continue;
            }

            decoded.Append(text, from, at - from).Append(characters);
            at += length;
            from = at;
        }

        return decoded.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Resolves the reference that <paramref name="text"/> starts with.</summary>
    /// <returns>How many characters the reference takes; 0 where there is none.</returns>
    public static int Resolve(ReadOnlySpan<char> text, out string characters)
    {
        characters = "";
        if (text.Length < 3 || text[0] != '&')
        {
            return 0;
        }

        return text[1] == '#' ? Number(text, out characters) : Name(text, out characters);
    }

    /// <summary>Whether HTML has a reference of that name, with or without its semicolon.</summary>
    public static bool IsName(ReadOnlySpan<char> name) =>
        Usual(name) is not null || HtmlEntityProvider.Resolver.GetSymbol(name.ToString()) is not null || HtmlEntityProvider.Resolver.GetSymbol($"{name};") is not null;

    private static int Name(ReadOnlySpan<char> text, out string characters)
    {
        var end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        characters = "";
        if (end == 1 || end >= text.Length || text[end] != ';')
        {
            return 0;
        }

        characters = Usual(text[1..end]) ?? HtmlEntityProvider.Resolver.GetSymbol(text[1..(end + 1)].ToString()) ?? "";
        return characters.Length == 0 ? 0 : end + 1;
    }

    /// <summary>The names that nearly every feed gets along with: the table of all 2,231 is built when another one comes.</summary>
    private static string? Usual(ReadOnlySpan<char> name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u00A0",
        "hellip" => "…",
        "ndash" => "–",
        "mdash" => "—",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        "copy" => "©",
        "reg" => "®",
        "trade" => "™",
        "euro" => "€",
        "pound" => "£",
        "auml" => "ä",
        "ouml" => "ö",
        "uuml" => "ü",
        "szlig" => "ß",
        "eacute" => "é",
        "egrave" => "è",
        "agrave" => "à",
        "ccedil" => "ç",
        "laquo" => "«",
        "raquo" => "»",
        "bull" => "•",
        "middot" => "·",
        _ => null,
    };

    private static int Number(ReadOnlySpan<char> text, out string characters)
    {
        var isHex = text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var end = start;
        while (end < text.Length && end - start <= 8 && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            end++;
        }

        characters = "";
        if (end == start || end - start > 8
            || !int.TryParse(text[start..end], isHex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return 0;
        }

        characters = HtmlEntityProvider.GetSymbolFromTable(number) is { Length: > 0 } meant ? meant
            : Rune.IsValid(number) && number > 0 ? new Rune(number).ToString()
            : "\uFFFD";
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }
}
