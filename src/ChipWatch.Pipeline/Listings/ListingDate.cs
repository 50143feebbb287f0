using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Pipeline.Listings;

/// <summary>The date of an entry of an index page: of its time element, else in its text, else beside it, else in its address.</summary>
internal static partial class ListingDate
{
    private const int LongestLabel = 60;
    private const int LongestText = 2_000;

    /// <summary>The date of the entry; null where none is shown.</summary>
    public static DateTimeOffset? Of(IElement entry, string url) =>
        entry.QuerySelectorAll("time, [itemprop=datePublished], [datetime]").Select(Stated).FirstOrDefault(date => date is not null)
        ?? entry.QuerySelectorAll("[class*=date i], [class*=time i], [class*=publish i], [class*=posted i], [data-date]").Select(Stated).FirstOrDefault(date => date is not null)
        ?? InText(Spaced(entry))
        ?? Beside(entry)
        ?? InAddress(url);

    /// <summary>The date that an element states by attribute or text; null where it states none.</summary>
    public static DateTimeOffset? Stated(IElement? element) => element is null ? null
        : Plausible(FeedDate.Parse(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("data-date") ?? element.QuerySelector("time[datetime]")?.GetAttribute("datetime")))
            ?? (Spaced(element) is { Length: <= LongestLabel } label ? InText(label) ?? Plausible(FeedDate.Parse(label)) : null);

    /// <summary>The first day that a text names in full; null where it names none.</summary>
    public static DateTimeOffset? InText(string text)
    {
        foreach (Match day in DayForm().Matches(text.Length <= LongestText ? text : text[..LongestText]))
        {
            if (Plausible(FeedDate.Parse(Ordinal().Replace(day.Value, "$1"))) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Whether the text is a date and little else.</summary>
    public static bool IsDate(string text) => text.Length <= LongestLabel && DayForm().Match(text) is { Success: true } day && InText(text) is not null && text.Length - day.Length <= 12;

    /// <summary>The day in an address, as `/2026/11/25/`, `/2026-11-25-title` or `/20261125/`.</summary>
    public static DateTimeOffset? InAddress(string url)
    {
        var day = AddressForm().Match(url);
        return day.Success ? Plausible(FeedDate.Parse($"{day.Groups["y"]}-{day.Groups["m"]}-{day.Groups["d"]}")) : null;
    }

    // Neighbours are parted: a date in a cell or span of its own must not run into the headline beside it.
    private static string Spaced(IElement element) => NodeText.Squeeze(string.Join(' ', element.Descendants<IText>().Select(text => text.Data)));

    // A heading of its own, or the term of a definition list, stands before what it dates.
    private static DateTimeOffset? Beside(IElement entry)
    {
        var before = entry.PreviousElementSibling;
        return before is not null && before.QuerySelector("a[href]") is null && Spaced(before) is { Length: <= LongestLabel } label ? InText(label) : null;
    }

    private static DateTimeOffset? Plausible(DateTimeOffset? date) => date?.Year is >= 1990 and <= 2100 ? date : null;

    [GeneratedRegex(
        @"\b(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?\b"
        + @"|\b\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b"
        + @"|\b\d{1,2}(?:st|nd|rd|th|er)?\.?(?: de| of)? \p{L}{3,12}\.?,?(?: de| del)? (?:19|20)\d\d\b"
        + @"|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b"
        + @"|\b\d{1,2}-\p{L}{3}-(?:19|20)\d\d\b"
        + @"|(?:19|20)\d\d\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
        + @"|\b(?:19|20)\d\d\. \d{1,2}\. \d{1,2}\b",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DayForm();

    [GeneratedRegex(@"(\d)(?:st|nd|rd|th|er)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ordinal();

    [GeneratedRegex(
        @"[/_-](?<y>20\d\d)(?:/(?<m>0?[1-9]|1[0-2])/(?<d>0?[1-9]|[12]\d|3[01])(?:/|$)|-(?<m>0[1-9]|1[0-2])-(?<d>0[1-9]|[12]\d|3[01])(?:[^0-9]|$)|(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?:[^0-9]|$))",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AddressForm();
}
