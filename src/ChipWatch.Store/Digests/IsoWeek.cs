using System.Globalization;

namespace ChipWatch.Store.Digests;

/// <summary>An ISO 8601 week, Monday to Sunday, written "2026-W25".</summary>
/// <param name="Year">Its year, which near New Year is not always the calendar's.</param>
/// <param name="Number">1 to 53.</param>
public sealed record IsoWeek(int Year, int Number)
{
    /// <summary>Its Monday.</summary>
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    /// <summary>Its Sunday.</summary>
    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>The week of a day.</summary>
    public static IsoWeek Of(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return new(ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date));
    }

    /// <summary>Reads "2026-W25".</summary>
    /// <returns>False for anything else, also for a week 53 that the year does not have.</returns>
    public static bool TryParse(string? text, out IsoWeek week)
    {
        week = new(1, 1);
        if (text is not { Length: 8 } || text[4] != '-' || text[5] != 'W'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < 1990 or > 9998 || number < 1 || number > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        week = new(year, number);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}");
}
