using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Finds when an article was first published: from the page's statements, its time elements, its address, its visible lines, in that order.</summary>
internal static partial class DateReader
{
    /// <summary>First publication, in the zone in which the page states it; null where nothing tells.</summary>
    public static DateTimeOffset? Published(IHtmlDocument page, PageMetadata metadata, Uri? url) =>
        Stated(metadata.Published) ?? FromTimeElements(page) ?? FromAddress(url) ?? FromVisibleLines(page) ?? Stated(metadata.Modified);

    /// <summary>The date that stands in the first element of a selector; null where there is none.</summary>
    public static DateTimeOffset? At(IHtmlDocument page, string? selector) => selector is not null && page.QuerySelector(selector) is { } element
        ? Stated(element.GetAttribute("datetime")) ?? Stated(element.GetAttribute("content")) ?? FromText(NodeText.Of(element))
        : null;

    /// <summary>Last change as stated, UTC.</summary>
    public static DateTimeOffset? Updated(PageMetadata metadata) => FeedDate.Parse(metadata.Modified);

    /// <summary>The instant in its own zone: the day on which an article came out is that of its place.</summary>
    private static DateTimeOffset? Stated(string? text)
    {
        if (FeedDate.Parse(text) is not { } instant)
        {
            return null;
        }

        var zone = Zone().Match(text!.Trim());
        if (!zone.Success)
        {
            return instant;
        }

        var minutes = (int.Parse(zone.Groups["h"].Value, CultureInfo.InvariantCulture) * 60) + int.Parse(zone.Groups["m"].Value, CultureInfo.InvariantCulture);
        return minutes > 14 * 60 ? instant : instant.ToOffset(TimeSpan.FromMinutes(zone.Groups["s"].Value == "-" ? -minutes : minutes));
    }

    private static DateTimeOffset? FromTimeElements(IHtmlDocument page)
    {
        foreach (var place in new[] { "[itemprop=datePublished]", "time[pubdate]", "article time, main time, header time", "time", "[class*=publish], [class*=date], [class*=Date], [class*=time-stamp], [class*=timestamp]" })
        {
            foreach (var element in page.QuerySelectorAll(place).Take(8))
            {
                if (element.Closest("aside, footer, nav, [class*=related], [class*=comment]") is not null)
                {
                    continue;
                }

                var text = NodeText.Of(element);
                if ((Stated(element.GetAttribute("datetime")) ?? Stated(element.GetAttribute("content")) ?? (text.Length <= 60 ? FromText(text) : null)) is { } date)
                {
                    return date;
                }
            }
        }

        return null;
    }

    private static DateTimeOffset? FromAddress(Uri? url) =>
        url is not null && InAddress().Match(url.AbsolutePath) is { Success: true } match
            && DateTimeOffset.TryParseExact(
                $"{match.Groups[1].Value}-{match.Groups[2].Value.PadLeft(2, '0')}-{match.Groups[3].Value.PadLeft(2, '0')}", "yyyy-MM-dd",
                CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;

    /// <summary>Short lines near the top that hold a date and little else.</summary>
    private static DateTimeOffset? FromVisibleLines(IHtmlDocument page) => page.QuerySelectorAll("p, span, div, li, small, em")
        .Take(400).Where(element => element.ChildElementCount <= 1).Select(NodeText.Of).Where(text => text.Length is >= 8 and <= 60)
        .Select(FromText).FirstOrDefault(date => date is not null);

    internal static DateTimeOffset? FromText(string text)
    {
        if (Iso().Match(text) is { Success: true } iso && FeedDate.Parse(iso.Value) is { } day)
        {
            return day;
        }

        var match = Worded().Match(text);
        if (match.Success)
        {
            return OfWords(match.Groups["d"].Value, match.Groups["m"].Value, match.Groups["y"].Value);
        }

        match = MonthFirst().Match(text);
        if (match.Success)
        {
            return OfWords(match.Groups["d"].Value, match.Groups["m"].Value, match.Groups["y"].Value);
        }

        match = Ideographic().Match(text);
        if (match.Success)
        {
            return OfNumbers(match.Groups["d"].Value, int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture), match.Groups["y"].Value);
        }

        match = Dotted().Match(text);
        return match.Success ? OfNumbers(match.Groups["d"].Value, int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture), match.Groups["y"].Value) : null;
    }

    private static DateTimeOffset? OfWords(string day, string month, string year) => MonthOf(month) is { } number ? OfNumbers(day, number, year) : null;

    private static DateTimeOffset? OfNumbers(string day, int month, string year)
    {
        var (y, d) = (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture));
        return month is >= 1 and <= 12 && y is >= 1990 and <= 2100 && d >= 1 && d <= DateTime.DaysInMonth(y, month) ? new DateTimeOffset(y, month, d, 0, 0, 0, TimeSpan.Zero) : null;
    }

    /// <summary>Month by its first letters in English, German, French, Spanish, Italian, Portuguese and Dutch.</summary>
    private static int? MonthOf(string name)
    {
        var word = name.ToLowerInvariant();
        (string Start, int Month)[] months =
        [
            ("jan", 1), ("ene", 1), ("gen", 1), ("feb", 2), ("fév", 2), ("fev", 2), ("mar", 3), ("mär", 3), ("maa", 3), ("mrt", 3), ("apr", 4), ("avr", 4), ("abr", 4),
            ("mai", 5), ("may", 5), ("mei", 5), ("mag", 5), ("juin", 6), ("jun", 6), ("giu", 6), ("juil", 7), ("jul", 7), ("lug", 7), ("aug", 8), ("aoû", 8), ("aou", 8), ("ago", 8),
            ("sep", 9), ("set", 9), ("oct", 10), ("okt", 10), ("ott", 10), ("out", 10), ("nov", 11), ("dec", 12), ("dez", 12), ("déc", 12), ("dic", 12),
        ];
        foreach (var (start, month) in months)
        {
            if (word.StartsWith(start, StringComparison.Ordinal))
            {
                return month;
            }
        }

        return null;
    }

    // Nothing in these repeats without bound, so they are linear as they stand; what NonBacktracking builds at run time for them is megabytes.
    [GeneratedRegex(@"[0-9:.](?<s>[+\-])(?<h>[0-9][0-9]):?(?<m>[0-5][0-9])$", RegexOptions.CultureInvariant)]
    private static partial Regex Zone();

    [GeneratedRegex(@"/((?:19|20)[0-9][0-9])[/\-](0?[1-9]|1[0-2])[/\-](0?[1-9]|[12][0-9]|3[01])(?:/|\-|$|\.)", RegexOptions.CultureInvariant)]
    private static partial Regex InAddress();

    [GeneratedRegex(@"\b(?:19|20)[0-9][0-9]-[0-9][0-9]-[0-9][0-9](?:T[0-9:.]{1,24}(?:Z|[+\-][0-9][0-9]:?[0-9][0-9])?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(?<d>[0-9]{1,2})(?:st|nd|rd|th|er|\.|º)?(?: de| of)? (?<m>\p{L}{3,10})\.?,?(?: de| del)? (?<y>(?:19|20)[0-9][0-9])\b", RegexOptions.CultureInvariant)]
    private static partial Regex Worded();

    [GeneratedRegex(@"\b(?<m>\p{L}{3,10})\.? (?<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<y>(?:19|20)[0-9][0-9])\b", RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<y>(?:19|20)[0-9][0-9]) ?[年년] ?(?<m>[0-9]{1,2}) ?[月월] ?(?<d>[0-9]{1,2}) ?[日일]", RegexOptions.CultureInvariant)]
    private static partial Regex Ideographic();

    [GeneratedRegex(@"\b(?<d>[0-9]{1,2})\.(?<m>[0-9]{1,2})\.(?<y>(?:19|20)[0-9][0-9])\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();
}
