using AngleSharp.Html.Dom;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Finds when an article was first published: from the page's statements, its time elements, its address, its visible lines, in that order.</summary>
internal static class DateReader
{
    /// <summary>First publication, in the zone in which the page states it; null where nothing tells.</summary>
    public static DateTimeOffset? Published(IHtmlDocument page, PageMetadata metadata, Uri? url) =>
        Stated(metadata.Published) ?? FromTimeElements(page) ?? FromAddress(url) ?? FromVisibleLines(page) ?? Stated(metadata.Modified);

    /// <summary>The date that stands in the first element of a selector; null where there is none.</summary>
    public static DateTimeOffset? At(IHtmlDocument page, string? selector) => selector is not null && page.QuerySelector(selector) is { } element
        ? Stated(element.GetAttribute("datetime")) ?? Stated(element.GetAttribute("content")) ?? DateForms.Find(NodeText.Of(element))
        : null;

    /// <summary>Last change as stated, UTC.</summary>
    public static DateTimeOffset? Updated(PageMetadata metadata) => FeedDate.Parse(metadata.Modified);

    /// <summary>The instant in its own zone: the day on which an article came out is that of its place.</summary>
    private static DateTimeOffset? Stated(string? text) =>
        FeedDate.Parse(text) is not { } instant ? null : ZoneAtEnd(text!.AsSpan().Trim()) is { } minutes ? instant.ToOffset(TimeSpan.FromMinutes(minutes)) : instant;

    /// <summary>Minutes east of Greenwich of a zone in numbers, `+02:00` or `-0500`, behind a time; null where the text ends otherwise.</summary>
    private static int? ZoneAtEnd(ReadOnlySpan<char> text)
    {
        var sign = text.LastIndexOfAny('+', '-');
        if (sign < 1 || !(char.IsAsciiDigit(text[sign - 1]) || text[sign - 1] is ':' or '.'))
        {
            return null;
        }

        var form = new FormReader(text) { At = sign + 1 };
        if (form.TakeDigits(most: 2) is not { Length: 2 } hours || (form.Take(':') && form.IsAtEnd) || form.TakeDigits() is not { Length: 2 } minutes || !form.IsAtEnd)
        {
            return null;
        }

        var east = (FormReader.Value(hours) * 60) + FormReader.Value(minutes);
        return minutes[0] > '5' || east > 14 * 60 ? null : text[sign] == '-' ? -east : east;
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
                if ((Stated(element.GetAttribute("datetime")) ?? Stated(element.GetAttribute("content")) ?? (text.Length <= 60 ? DateForms.Find(text) : null)) is { } date)
                {
                    return date;
                }
            }
        }

        return null;
    }

    /// <summary>The day in the path, as `/2026/06/18/` or `/2026-06-18-title`.</summary>
    private static DateTimeOffset? FromAddress(Uri? url)
    {
        var form = new FormReader(url?.AbsolutePath);
        while (!form.IsAtEnd)
        {
            if (!form.Take('/'))
            {
                form.At++;
                continue;
            }

            var start = form.At;
            if (DateForms.TryYear(ref form, out var year) && form.TakeAny("/-") && form.TakeNumber(1, 2, out var month) && form.TakeAny("/-") && form.TakeNumber(1, 2, out var day)
                && (form.IsAtEnd || form.TakeAny("/-.")) && month is >= 1 and <= 12 && day is >= 1 and <= 31)
            {
                return DateForms.Day(year, month, day);
            }

            form.At = start;
        }

        return null;
    }

    /// <summary>Short lines near the top that hold a date and little else.</summary>
    private static DateTimeOffset? FromVisibleLines(IHtmlDocument page) => page.QuerySelectorAll("p, span, div, li, small, em")
        .Take(400).Where(element => element.ChildElementCount <= 1).Select(NodeText.Of).Where(text => text.Length is >= 8 and <= 60)
        .Select(DateForms.Find).FirstOrDefault(date => date is not null);
}
