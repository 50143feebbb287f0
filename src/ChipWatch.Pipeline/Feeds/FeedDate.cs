using System.Globalization;
using System.Text.RegularExpressions;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>
/// Dates as feeds write them, to UTC: RFC 822 and ISO 8601 with their usual mistakes, asctime, American and European numbers, names of months in
/// many languages. A date without a zone is taken as UTC, one without a time as midnight.
/// </summary>
internal static partial class FeedDate
{
    private const int LongestDate = 100;

    private const string EnglishMonths = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>The first day that any feed can speak of; what lies before it is a mistake.</summary>
    public static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The instant; null where there is none to be read.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        var date = text?.Trim();
        if (string.IsNullOrEmpty(date) || date.Length > LongestDate || !date.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        return Rfc822(date) ?? Iso8601(date) ?? Digits(date) ?? LooseFeedDate.Parse(date);
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

    private static DateTimeOffset? Rfc822(string date)
    {
        var found = Rfc822Form().Match(date);
        if (!found.Success || FeedTimeZone.Minutes(found.Groups["zone"].Value) is not { } zone)
        {
            return null;
        }

        var month = EnglishMonths.IndexOf(found.Groups["mon"].Value, StringComparison.OrdinalIgnoreCase);
        return month % 3 != 0 ? null : At(
            FullYear(found.Groups["y"].Value), (month / 3) + 1, Number(found, "d", 1), Number(found, "h"), Number(found, "min"), Number(found, "s"), zone);
    }

    private static DateTimeOffset? Iso8601(string date)
    {
        var found = Iso8601Form().Match(date);
        if (!found.Success || FeedTimeZone.Minutes(found.Groups["zone"].Value) is not { } zone)
        {
            return null;
        }

        var (year, month, day) = (Number(found, "y"), Number(found, "m", 1), Number(found, "d", 1));
        if (found.Groups["week"].Success)
        {
            var week = Number(found, "week");
            if (week < 1 || week > ISOWeek.GetWeeksInYear(year))
            {
                return null;
            }

            var weekday = Number(found, "wd", 1);
            (year, month, day) = ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7));
        }
        else if (found.Groups["yd"].Success)
        {
            var dayOfYear = Number(found, "yd");
            if (year < 1 || dayOfYear < 1 || dayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365))
            {
                return null;
            }

            (year, month, day) = new DateOnly(year, 1, 1).AddDays(dayOfYear - 1);
        }

        return At(year, month, day, Number(found, "h"), Number(found, "min"), Number(found, "s"), zone);
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
        var year = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return digits.Length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    internal static int Number(Match found, string group, int absent = 0) =>
        found.Groups[group] is { Success: true, Length: > 0 } digits ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : absent;

    [GeneratedRegex(
        @"^(?:[A-Za-z]{3,9}\.?,?\s*)?(?<d>\d\d?)[ -](?<mon>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[ -]\s*(?<y>\d{4}|\d\d)"
        + @"(?:,?\s+(?<h>\d\d?):(?<min>\d\d)(?::(?<s>\d\d)(?:\.\d{1,9})?)?\s*(?<zone>(?![ap]m\b)[a-z]{1,5}|[+-]\d\d:?\d\d)?)?(?:\s*\([^)]*\))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rfc822Form();

    [GeneratedRegex(
        @"^(?<y>\d{4})(?:-?W(?<week>\d\d)(?:-?(?<wd>[1-7]))?|-(?<yd>\d{3})|-(?<m>\d\d?)(?:-(?<d>\d\d?))?|(?<m>\d\d)(?<d>\d\d)|/(?<m>\d\d?)/(?<d>\d\d?))?"
        + @"(?:(?:\s*T\s*|\s+)(?<h>\d\d?):?(?<min>\d\d)(?::?(?<s>\d\d)(?:[.,]\d{1,12})?)?\s*(?<zone>[a-z]{1,5}|[+\u2212-]\d\d?(?::?\d\d?)?)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Iso8601Form();
}
