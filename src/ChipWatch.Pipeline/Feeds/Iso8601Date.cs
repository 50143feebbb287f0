using System.Globalization;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Dates of ISO 8601 with their usual mistakes: `2026-06-18T08:00:00Z`, `20260618`, `2026-W25-4`, `2026-169`, `2026/6/18 8:00`.</summary>
internal static class Iso8601Date
{
    /// <summary>The instant; null for what has another form, or is no day.</summary>
    public static DateTimeOffset? Parse(string date)
    {
        var form = new FormReader(date);
        var digits = form.TakeDigits();
        if (digits.Length is not (4 or 8))
        {
            return null;
        }

        var year = FormReader.Value(digits[..4]);
        var day = digits.Length == 8 ? (year, FormReader.Value(digits[4..6]), FormReader.Value(digits[6..])) : IsoDay(ref form, year);
        var (hour, minute, second, zone) = IsoTime(ref form);
        return form.IsAtEnd && day is var (yearOfDay, month, dayOfMonth) && FeedTimeZone.Minutes(zone) is { } minutes
            ? FeedDate.At(yearOfDay, month, dayOfMonth, hour, minute, second, minutes)
            : null;
    }

    /// <summary>What stands behind a year: `-06-01`, `-06`, `/6/1`, a week `-W23-1`, a day of the year `-152`, nothing; null for a day that there is not.</summary>
    private static (int Year, int Month, int Day)? IsoDay(ref FormReader form, int year)
    {
        var start = form.At;
        if (form.Take('/'))
        {
            if (form.TakeNumber(1, 2, out var slashed) && form.Take('/') && form.TakeNumber(1, 2, out var behind))
            {
                return (year, slashed, behind);
            }

            form.At = start;
            return (year, 1, 1);
        }

        var isParted = form.Take('-');
        if (form.Take('w'))
        {
            return OfWeek(ref form, year);
        }

        if (!isParted)
        {
            return (year, 1, 1);
        }

        if (form.TakeNumber(3, 3, out var dayOfYear))
        {
            return OfYear(year, dayOfYear);
        }

        if (!form.TakeNumber(1, 2, out var month))
        {
            form.At = start;
            return (year, 1, 1);
        }

        var dash = form.At;
        if (form.Take('-') && form.TakeNumber(1, 2, out var day))
        {
            return (year, month, day);
        }

        form.At = dash;
        return (year, month, 1);
    }

    private static (int Year, int Month, int Day)? OfWeek(ref FormReader form, int year)
    {
        var digits = form.TakeDigits();
        var weekday = 1;
        if (digits.Length == 3)
        {
            weekday = digits[2] - '0';
            digits = digits[..2];
        }
        else if (form.Take('-') && !form.TakeNumber(1, 1, out weekday))
        {
            return null;
        }

        var week = FormReader.Value(digits);
        if (digits.Length != 2 || weekday is < 1 or > 7 || year is < 1 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return null;
        }

        var day = ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7));
        return (day.Year, day.Month, day.Day);
    }

    private static (int Year, int Month, int Day)? OfYear(int year, int dayOfYear)
    {
        if (year is < 1 or > 9998 || dayOfYear < 1 || dayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365))
        {
            return null;
        }

        var day = new DateOnly(year, 1, 1).AddDays(dayOfYear - 1);
        return (year, day.Month, day.Day);
    }

    private static (int Hour, int Minute, int Second, string Zone) IsoTime(ref FormReader form)
    {
        var start = form.At;
        var blanks = form.TakeBlanks();
        if (form.Take('t'))
        {
            form.TakeBlanks();
        }
        else if (blanks == 0)
        {
            return (0, 0, 0, "");
        }

        if (!TryIsoClock(ref form, out var hour, out var minute, out var second))
        {
            form.At = start;
            return (0, 0, 0, "");
        }

        form.TakeBlanks();
        var zone = form.At;
        if (form.TakeLatin() is { Length: > 0 } name)
        {
            form.At = name.Length > 5 ? zone : form.At;
        }
        else if (form.TakeAny("+-\u2212") && form.TakeNumber(1, 4, out _))
        {
            var colon = form.At;
            if (form.Take(':') && !form.TakeNumber(1, 2, out _))
            {
                form.At = colon;
            }
        }
        else
        {
            form.At = zone;
        }

        return (hour, minute, second, form.Since(zone).ToString());
    }

    /// <summary>`09:30:15`, `09:30`, `0930`, `930`, `093015`, each with or without a part of a second.</summary>
    private static bool TryIsoClock(ref FormReader form, out int hour, out int minute, out int second)
    {
        (hour, minute, second) = (0, 0, 0);
        var digits = form.TakeDigits();
        if (digits.Length is 1 or 2)
        {
            hour = FormReader.Value(digits);
            if (!form.Take(':'))
            {
                return false;
            }

            digits = form.TakeDigits();
        }
        else
        {
            var hours = digits.Length % 2 == 0 ? 2 : 1;
            if (digits.Length is < 3 or > 6)
            {
                return false;
            }

            hour = FormReader.Value(digits[..hours]);
            digits = digits[hours..];
        }

        if (digits.Length is not (2 or 4))
        {
            return false;
        }

        minute = FormReader.Value(digits[..2]);
        if (digits.Length == 4)
        {
            form.At -= 2;
            second = FeedDate.Second(ref form, ".,", 12);
        }
        else if (form.Take(':'))
        {
            second = FeedDate.Second(ref form, ".,", 12);
        }

        return true;
    }
}
