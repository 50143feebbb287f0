using System.Globalization;
using System.Text.RegularExpressions;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Dates as feeds write them, to UTC. A date without a zone is taken as UTC, one without a time as midnight.</summary>
internal static partial class FeedDate
{
    // Minutes east of Greenwich; the military letters other than Z were defined the wrong way round and mean nothing (RFC 2822, 4.3).
    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0, ["WEST"] = 60, ["BST"] = 60, ["IST"] = 330, ["CET"] = 60, ["MEZ"] = 60, ["MET"] = 60,
        ["CEST"] = 120, ["MESZ"] = 120, ["MEST"] = 120, ["EET"] = 120, ["EEST"] = 180, ["MSK"] = 180, ["MSD"] = 240, ["TRT"] = 180,
        ["EST"] = -300, ["EDT"] = -240, ["ET"] = -300, ["CST"] = -360, ["CDT"] = -300, ["CT"] = -360, ["MST"] = -420, ["MDT"] = -360, ["MT"] = -420,
        ["PST"] = -480, ["PDT"] = -420, ["PT"] = -480, ["AKST"] = -540, ["AKDT"] = -480, ["HST"] = -600, ["AST"] = -240, ["ADT"] = -180, ["NST"] = -210, ["NDT"] = -150,
        ["BRT"] = -180, ["BRST"] = -120, ["ART"] = -180, ["CLT"] = -240, ["CLST"] = -180, ["SGT"] = 480, ["HKT"] = 480, ["PHT"] = 480, ["AWST"] = 480, ["WIB"] = 420,
        ["ICT"] = 420, ["JST"] = 540, ["KST"] = 540, ["AEST"] = 600, ["AEDT"] = 660, ["ACST"] = 570, ["ACDT"] = 630, ["NZST"] = 720, ["NZDT"] = 780,
        ["SAST"] = 120, ["IDT"] = 180, ["GST"] = 240, ["PKT"] = 300,
    };

    /// <summary>The instant; null where there is none to be read.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        var date = text?.Trim();
        if (string.IsNullOrEmpty(date) || date.Length > 100)
        {
            return null;
        }

        return Iso(date) ?? Rfc822(date);
    }

    private static DateTimeOffset? Iso(string date)
    {
        var found = IsoForm().Match(date);
        if (!found.Success)
        {
            return null;
        }

        return Make(
            Number(found, "y"), Number(found, "m", 1), Number(found, "d", 1),
            Number(found, "h"), Number(found, "min"), Number(found, "s"), ZoneMinutes(found.Groups["zone"].Value));
    }

    private static DateTimeOffset? Rfc822(string date)
    {
        var found = Rfc822Form().Match(date);
        if (!found.Success)
        {
            return null;
        }

        var month = MonthNames.IndexOf(found.Groups["mon"].Value[..3].ToLowerInvariant(), StringComparison.Ordinal);
        var year = Number(found, "y");
        year += found.Groups["y"].Length > 2 ? 0 : year < 70 ? 2000 : 1900;
        return month < 0 ? null : Make(
            year, (month / 3) + 1, Number(found, "d", 1), Number(found, "h"), Number(found, "min"), Number(found, "s"), ZoneMinutes(found.Groups["zone"].Value));
    }

    private const string MonthNames = "janfebmaraprmayjunjulaugsepoctnovdec";

    private static int Number(Match found, string group, int absent = 0) =>
        found.Groups[group] is { Success: true, Length: > 0 } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : absent;

    private static int ZoneMinutes(string zone)
    {
        zone = zone.Trim();
        if (zone.Length > 1 && zone[0] is '+' or '-' or '−')
        {
            var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
            var value = int.Parse(digits, CultureInfo.InvariantCulture);
            var minutes = digits.Length <= 2 ? value * 60 : (value / 100 * 60) + (value % 100);
            return zone[0] == '+' ? minutes : -minutes;
        }

        return Zones.GetValueOrDefault(zone);
    }

    private static DateTimeOffset? Make(int year, int month, int day, int hour, int minute, int second, int zone)
    {
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 24 || minute > 59 || second > 60 || Math.Abs(zone) > 14 * 60)
        {
            return null;
        }

        var at = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).AddHours(hour).AddMinutes(minute - zone).AddSeconds(Math.Min(second, 59));
        return new DateTimeOffset(at, TimeSpan.Zero);
    }

    [GeneratedRegex(@"^(?<y>\d{4})(?:-?(?<m>\d\d)(?:-?(?<d>\d\d))?)?(?:[Tt ]\s*(?<h>\d\d?):?(?<min>\d\d)(?::?(?<s>\d\d)(?:[.,]\d+)?)?)?\s*(?<zone>[A-Za-z]{1,5}|[+−-]\d\d(?::?\d\d)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"^(?:[A-Za-z]+\.?,?\s+)?(?<d>\d{1,2})[ -](?<mon>[A-Za-z]{3})[A-Za-z]*\.?[ ,-]\s*(?<y>\d{4}|\d\d)(?:,?\s+(?<h>\d\d?):(?<min>\d\d)(?::(?<s>\d\d)(?:\.\d+)?)?)?\s*(?<zone>[A-Za-z]{1,5}|[+−-]\d\d:?\d\d)?", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc822Form();
}
