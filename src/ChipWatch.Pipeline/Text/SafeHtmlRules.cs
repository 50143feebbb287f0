using System.Collections.Frozen;
using System.Globalization;

namespace ChipWatch.Pipeline.Text;

/// <summary>What holds for attributes and addresses of foreign HTML, however it is read: <see cref="SafeHtmlPolicy"/> and <see cref="SimpleHtml"/> ask the same.</summary>
internal static class SafeHtmlRules
{
    /// <summary>Characters of an address.</summary>
    public const int LongestAddress = 2_048;

    private const string IdPrefix = "user-content-";
    private const int LongestId = 200;
    private const int LongestClass = 40;

    /// <summary>The attributes that stay where their element may have them.</summary>
    public static readonly FrozenSet<string> Attributes =
        "href title alt src width height colspan rowspan scope span start reversed value datetime cite dir lang id class".Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an element of that name may cite an address.</summary>
    public static bool MayCite(string element) => element is "blockquote" or "q" or "ins" or "del";

    /// <summary>An id, or the fragment that leads to it, apart from the ids of our own pages.</summary>
    public static string Prefixed(string id) => id.StartsWith(IdPrefix, StringComparison.Ordinal) ? id : IdPrefix + id;

    /// <summary>The id of an element; null where it may keep none.</summary>
    public static string? Id(string given) => given.Length is 0 or > LongestId || given.Any(char.IsWhiteSpace) ? null : Prefixed(given);

    /// <summary>The classes that an element may keep; null for none.</summary>
    public static string? Class(string element, string given)
    {
        var kept = element == "code"
            ? string.Join(' ', given.Split([' ', '\t', '\n', '\f', '\r'], StringSplitOptions.RemoveEmptyEntries).Where(IsOfCode))
            : "";
        return kept.Length == 0 ? null : kept;
    }

    /// <summary>An address of the web without user name; null for what is none.</summary>
    public static string? WebAddress(Uri url) => url.Scheme is not ("http" or "https") ? null
        : url.UserInfo.Length == 0 ? url.AbsoluteUri
        : url.GetComponents(UriComponents.HttpRequestUrl | UriComponents.Fragment, UriFormat.UriEscaped);

    /// <summary>Whether a picture of that width and height is there to count readers.</summary>
    public static bool IsOnePixel(string? width, string? height) => Pixels(width) <= 1 && Pixels(height) <= 1;

    private static double Pixels(string? given)
    {
        var value = given.AsSpan().Trim();
        value = value.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? value[..^2] : value;
        return double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pixels) ? pixels : double.MaxValue;
    }

    private static bool IsOfCode(string name) =>
        name.Length <= LongestClass && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '+' or '#' or '.')
        && (name.StartsWith("language-", StringComparison.Ordinal) || name.StartsWith("lang-", StringComparison.Ordinal) || name.StartsWith("hljs-", StringComparison.Ordinal));
}
