using System.Globalization;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>
/// Dates as feeds write them, to UTC: RFC 822 and ISO 8601 with their usual mistakes, asctime, American and European numbers, names of months in
/// many languages. A date without a zone is taken as UTC, one without a time as midnight.
/// </summary>
internal static class FeedDate
{
    private const int LongestDate = 100;

    /// <summary>The first day that any feed can speak of; what lies before it is a mistake.</summary>
    public static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The instant; null where there is none to be read.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        var date = text?.Trim();
        if (string.IsNullOrEmpty(date) || date.Length > LongestDate || !date.Any(char.IsDigit))
        {
            return null;
        }

        date = InDigitsOfOurs(date);
        return Rfc822Date.Parse(date) ?? Iso8601Date.Parse(date) ?? Digits(date) ?? LooseFeedDate.Parse(date);
    }

    /// <summary>The date within what can be true: from 1990 to a day from now.</summary>
    public static DateTimeOffset? Clamp(DateTimeOffset? date, DateTimeOffset now) =>
        date < Earliest ? Earliest : date > now.AddDays(1) ? now.AddDays(1) : date;

    /// <summary>The instant of these numbers in a zone that many minutes east of Greenwich; null where there is no such.</summary>
    internal static DateTimeOffset? At(int year, int month, int day, int hour, int minute, int second, int zone)
    {
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 24 || minute is < 0 or > 59 || second is < 0 or > 60 || Math.Abs(zone) > 14 * 60)
        {
            return null;
        }

        // A leap second is the last one of its minute to everyone who reads news.
        var at = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).AddHours(hour).AddMinutes(minute).AddSeconds(Math.Min(second, 59));
        return at.Year == 1 && zone > 0 ? null : new DateTimeOffset(at.AddMinutes(-zone), TimeSpan.Zero);
    }

    /// <summary>The digits of other scripts as 0 to 9.</summary>
    private static string InDigitsOfOurs(string date) => date.All(c => !char.IsDigit(c) || char.IsAsciiDigit(c)) ? date
        : string.Concat(date.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c));

    /// <summary>Two digits and a part of a second, which nobody needs; without them nothing is taken, and the form does not end where it should.</summary>
    internal static int Second(ref FormReader form, ReadOnlySpan<char> points, int mostDigits)
    {
        if (!form.TakeNumber(2, 2, out var second))
        {
            return 0;
        }

        var point = form.At;
        if (form.TakeAny(points) && !form.TakeNumber(1, mostDigits, out _))
        {
            form.At = point;
        }

        return second;
    }

    private static DateTimeOffset? Digits(string date)
    {
        if (date.Length is not (7 or 10 or 12 or 13 or 14) || !date.All(char.IsAsciiDigit))
        {
            return null;
        }

        if (date.Length == 7)
        {
            var (year, dayOfYear) = (int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(date.AsSpan(4), CultureInfo.InvariantCulture));
            return year < 1 || dayOfYear < 1 || dayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365) ? null : new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(dayOfYear - 1);
        }

        if (date.Length is 10 or 13)
        {
            var since = long.Parse(date, CultureInfo.InvariantCulture);
            return date.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(since) : DateTimeOffset.FromUnixTimeMilliseconds(since);
        }

        int Part(int start, int length = 2) => start < date.Length ? int.Parse(date.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return At(Part(0, 4), Part(4), Part(6), Part(8), Part(10), Part(12), 0);
    }

    /// <summary>A year of two digits lies between 1970 and 2069.</summary>
    internal static int FullYear(ReadOnlySpan<char> digits)
    {
        var year = FormReader.Value(digits);
        return digits.Length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }
}
