using System.Security.Cryptography;
using System.Text;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>The texts of entries as every format gives them: plain, cut to their limits, null where empty.</summary>
internal static class FeedText
{
    /// <summary>A headline, from HTML.</summary>
    public static string? Title(string? html) => Cut(Line(html), FeedLimits.TitleCharacters);

    /// <summary>One line of plain text, from HTML.</summary>
    public static string? Line(string? html) => html is null ? null : NullIfEmpty(PlainText.Line(html));

    /// <summary>A short text of one or more lines, from HTML.</summary>
    public static string? Lines(string? html) => html is null ? null : NullIfEmpty(PlainText.Lines(html));

    /// <summary>Sanitised content, from HTML.</summary>
    public static string? Content(string? html, Uri? baseUrl) =>
        string.IsNullOrWhiteSpace(html) ? null : NullIfEmpty(SafeHtml.Sanitize(PlainText.Clean(html), baseUrl).Trim());

    /// <summary>The entry's id: what the feed gives, else its address, else a hash of title and text.</summary>
    public static string Id(string? given, string? url, string? title, string? text)
    {
        var id = PlainText.Clean(given ?? "").Trim();
        return id.Length > 0 ? id
            : url ?? "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{text}")));
    }

    /// <summary>Different categories in order, without empty ones.</summary>
    public static IReadOnlyList<string> Categories(IEnumerable<string?> given) =>
        [.. given.Select(Title).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(FeedLimits.Categories)];

    /// <summary>The names of people as a feed writes one: `Name`, `mail (Name)`, `Name (mail)`, `Name &lt;mail&gt;`; null for a mail address alone.</summary>
    public static string? PersonName(string? given)
    {
        var text = Line(given);
        if (text is null || !text.Contains('@', StringComparison.Ordinal))
        {
            return Cut(text, FeedLimits.TitleCharacters);
        }

        var parts = text.Split(['(', ')', '<', '>'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var name = string.Join(' ', parts.Where(part => !part.Contains('@', StringComparison.Ordinal)));
        return name.Length > 0 ? Cut(name, FeedLimits.TitleCharacters)
            : Cut(NullIfEmpty(string.Join(' ', text.Split(' ').Where(word => !word.Contains('@', StringComparison.Ordinal)))), FeedLimits.TitleCharacters);
    }

    /// <summary>Several names as one author line.</summary>
    public static string? People(IEnumerable<string?> names) =>
        Cut(NullIfEmpty(string.Join(", ", names.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))), FeedLimits.TitleCharacters);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static string? Cut(string? text, int length)
    {
        if (text is null || text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end].TrimEnd() + "…";
    }
}
