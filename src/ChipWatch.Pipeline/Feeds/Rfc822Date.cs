using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Dates of RFC 822 with their usual mistakes: `Thu, 18 Jun 2026 08:00:00 GMT`, `18-jun-26 8:00`.</summary>
internal static class Rfc822Date
{
    private const string EnglishMonths = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>The instant; null for what has another form.</summary>
    public static DateTimeOffset? Parse(string date)
    {
        var form = new FormReader(date);
        if (form.TakeLatin().Length is > 0 and var weekday)
        {
            form.Take('.');
            form.Take(',');
            form.TakeBlanks();
            if (weekday is < 3 or > 9)
            {
                return null;
            }
        }

        if (!form.TakeNumber(1, 2, out var day) || !form.TakeAny(" -") || form.TakeLatin() is not { Length: >= 3 } name
            || EnglishMonths.AsSpan().IndexOf(name[..3], StringComparison.OrdinalIgnoreCase) is not (>= 0 and var month) || month % 3 != 0)
        {
            return null;
        }

        form.Take('.');
        form.Take(',');
        if (!form.TakeAny(" -"))
        {
            return null;
        }

        form.TakeBlanks();
        var year = form.TakeDigits();
        if (year.Length is not (2 or 4))
        {
            return null;
        }

        var (hour, minute, second, zone) = Rfc822Time(ref form);
        PassComment(ref form);
        return form.IsAtEnd && FeedTimeZone.Minutes(zone) is { } minutes ? FeedDate.At(FeedDate.FullYear(year), (month / 3) + 1, day, hour, minute, second, minutes) : null;
    }

    /// <summary>The time behind a day, as far as there is one.</summary>
    private static (int Hour, int Minute, int Second, string Zone) Rfc822Time(ref FormReader form)
    {
        var start = form.At;
        form.Take(',');
        if (form.TakeBlanks() == 0 || !form.TakeNumber(1, 2, out var hour) || !form.Take(':') || !form.TakeNumber(2, 2, out var minute))
        {
            form.At = start;
            return (0, 0, 0, "");
        }

        var second = form.Take(':') ? FeedDate.Second(ref form, ".", 9) : 0;
        form.TakeBlanks();
        var zone = form.At;
        if (form.TakeLatin() is { Length: > 0 } name)
        {
            if (name.Length > 5 || name.Equals("am", StringComparison.OrdinalIgnoreCase) || name.Equals("pm", StringComparison.OrdinalIgnoreCase))
            {
                form.At = zone;
            }
        }
        else if (!form.TakeAny("+-") || !(form.TakeNumber(4, 4, out _) || (form.TakeNumber(2, 2, out _) && form.Take(':') && form.TakeNumber(2, 2, out _))))
        {
            form.At = zone;
        }

        return (hour, minute, second, form.Since(zone).ToString());
    }

    private static void PassComment(ref FormReader form)
    {
        form.TakeBlanks();
        var start = form.At;
        if (!form.Take('('))
        {
            return;
        }

        while (!form.Take(')'))
        {
            if (form.IsAtEnd)
            {
                form.At = start;
                return;
            }

            form.At++;
        }
    }
}
