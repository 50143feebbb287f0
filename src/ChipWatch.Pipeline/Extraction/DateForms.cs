using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Days in visible text, in the forms and languages of our sources.</summary>
internal static class DateForms
{
    private const int LongestTime = 24;
    private const int ShortestMonth = 3;
    private const int LongestMonth = 10;

    // First letters of the months in English, German, French, Spanish, Italian, Portuguese and Dutch.
    private static readonly string[][] Months =
    [
        ["jan", "ene", "gen"], ["feb", "fév", "fev"], ["mar", "mär", "maa", "mrt"], ["apr", "avr", "abr"], ["mai", "may", "mei", "mag"], ["juin", "jun", "giu"],
        ["juil", "jul", "lug"], ["aug", "aoû", "aou", "ago"], ["sep", "set"], ["oct", "okt", "ott", "out"], ["nov"], ["dec", "dez", "déc", "dic"],
    ];

    /// <summary>A form at a place of the text: whether it is there, and its day where there is such a day.</summary>
    private delegate bool Form(ref FormReader form, out DateTimeOffset? day);

    /// <summary>The first day in a text, the surest form first; null where it names none.</summary>
    public static DateTimeOffset? Find(string text) =>
        First(text, Iso) ?? (FirstOf(text, DayFirst, out var day) || FirstOf(text, MonthFirst, out day) || FirstOf(text, Ideographic, out day) || FirstOf(text, Dotted, out day) ? day : null);

    /// <summary>A year that news may be of, with no digit behind it.</summary>
    public static bool TryYear(ref FormReader form, out int year)
    {
        var start = form.At;
        if (form.TakeNumber(4, 4, out year) && year is >= 1900 and < 2100)
        {
            return true;
        }

        form.At = start;
        return false;
    }

    /// <summary>That day at midnight UTC; null where there is none.</summary>
    public static DateTimeOffset? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && year is >= 1990 and <= 2100 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) : null;

    private static DateTimeOffset? First(string text, Form form) => FirstOf(text, form, out var day) ? day : null;

    /// <summary>Whether the form stands in the text, and the day where it stands first.</summary>
    private static bool FirstOf(string text, Form form, out DateTimeOffset? day)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var reader = new FormReader(text) { At = i };
            if (form(ref reader, out day))
            {
                return true;
            }
        }

        day = null;
        return false;
    }

    /// <summary>`2026-06-18`, `2026-06-18T08:00+02:00`.</summary>
    private static bool Iso(ref FormReader form, out DateTimeOffset? day)
    {
        day = null;
        var start = form.At;
        if (form.IsWithinWord || !TryYear(ref form, out _) || !form.Take('-') || form.TakeDigits(most: 2).Length != 2 || !form.Take('-') || form.TakeDigits(most: 2).Length != 2)
        {
            return false;
        }

        var behind = form.At;
        if (form.Take("T") && TakeTime(ref form) > 0)
        {
            var zone = form.At;
            if (!form.Take("Z") && !(form.TakeAny("+-") && form.TakeDigits(most: 2).Length == 2 && (form.Take(':') || true) && form.TakeDigits(most: 2).Length == 2))
            {
                form.At = zone;
            }
        }
        else
        {
            form.At = behind;
        }

        day = FeedDate.Parse(form.Since(start).ToString());
        return true;
    }

    private static int TakeTime(ref FormReader form)
    {
        var start = form.At;
        while (form.At - start < LongestTime && (char.IsAsciiDigit(form.Next) || form.Next is ':' or '.'))
        {
            form.At++;
        }

        return form.At - start;
    }

    /// <summary>`18 June 2026`, `18. Juni 2026`, `18 de junio de 2026`, `18th of June, 2026`.</summary>
    private static bool DayFirst(ref FormReader form, out DateTimeOffset? day)
    {
        day = null;
        if (form.IsWithinWord || !form.TakeNumber(1, 2, out var number))
        {
            return false;
        }

        _ = form.Take("st") || form.Take("nd") || form.Take("rd") || form.Take("th") || form.Take("er") || form.Take(".") || form.Take("º");
        _ = Link(ref form, " de ", " of ");
        if (!form.Take(" ") || Month(ref form) is not { Length: > 0 } month)
        {
            return false;
        }

        form.Take('.');
        form.Take(',');
        _ = Link(ref form, " de ", " del ");
        if (!form.Take(" ") || !TryYear(ref form, out var year) || form.GoesOn)
        {
            return false;
        }

        day = Day(year, MonthOf(month), number);
        return true;
    }

    /// <summary>`June 18, 2026`, `Jun. 18th 2026`.</summary>
    private static bool MonthFirst(ref FormReader form, out DateTimeOffset? day)
    {
        day = null;
        if (form.IsWithinWord || Month(ref form) is not { Length: > 0 } month)
        {
            return false;
        }

        form.Take('.');
        if (!form.Take(" ") || !form.TakeNumber(1, 2, out var number))
        {
            return false;
        }

        _ = form.Take("st") || form.Take("nd") || form.Take("rd") || form.Take("th");
        form.Take(',');
        if (!form.Take(" ") || !TryYear(ref form, out var year) || form.GoesOn)
        {
            return false;
        }

        day = Day(year, MonthOf(month), number);
        return true;
    }

    /// <summary>`2026年6月18日`, `2026년 6월 18일`.</summary>
    private static bool Ideographic(ref FormReader form, out DateTimeOffset? day)
    {
        day = null;
        if (!TryYear(ref form, out var year) || !Sign(ref form, "年년") || !form.TakeNumber(1, 2, out var month) || !Sign(ref form, "月월") || !form.TakeNumber(1, 2, out var number) || !Sign(ref form, "日일"))
        {
            return false;
        }

        day = Day(year, month, number);
        return true;
    }

    /// <summary>`18.6.2026`.</summary>
    private static bool Dotted(ref FormReader form, out DateTimeOffset? day)
    {
        day = null;
        if (form.IsWithinWord || !form.TakeNumber(1, 2, out var number) || !form.Take('.') || !form.TakeNumber(1, 2, out var month) || !form.Take('.') || !TryYear(ref form, out var year) || form.GoesOn)
        {
            return false;
        }

        day = Day(year, month, number);
        return true;
    }

    /// <summary>A word between day, month and year; its last blank stays.</summary>
    private static bool Link(ref FormReader form, string one, string other)
    {
        var isThere = form.Take(one) || form.Take(other);
        form.At -= isThere ? 1 : 0;
        return isThere;
    }

    private static bool Sign(ref FormReader form, string signs)
    {
        form.Take(" ");
        var isThere = form.TakeAny(signs);
        form.Take(" ");
        return isThere;
    }

    private static string Month(ref FormReader form) => form.TakeLetters() is { Length: >= ShortestMonth and <= LongestMonth } word ? word.ToString().ToLowerInvariant() : "";

    private static int MonthOf(string word) => 1 + Array.FindIndex(Months, starts => Array.Exists(starts, start => word.StartsWith(start, StringComparison.Ordinal)));
}
