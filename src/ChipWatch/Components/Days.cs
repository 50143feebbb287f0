using System.Globalization;

namespace ChipWatch.Components;

/// <summary>Days and spans of days in words.</summary>
public static class Days
{
    /// <summary>"15 to 26 June 2026", "28 May to 3 June 2026", "since 3 June 2026", "until …"; empty for neither.</summary>
    public static string Span(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "",
        ({ } first, null) => "since " + Text(first),
        (null, { } last) => "until " + Text(last),
        ({ } first, { } last) when first == last => Text(first),
        ({ } first, { } last) when first.Year != last.Year => $"{Text(first)} to {Text(last)}",
        ({ } first, { } last) when first.Month != last.Month => $"{first.ToString("d MMMM", CultureInfo.InvariantCulture)} to {Text(last)}",
        ({ } first, { } last) => $"{first.Day} to {Text(last)}",
    };

    /// <summary>"26 June 2026".</summary>
    public static string Text(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Friday 26 June", with the year where it is not the present one.</summary>
    public static string Heading(DateOnly day, int presentYear) =>
        day.ToString(day.Year == presentYear ? "dddd d MMMM" : "dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day (UTC) of an instant.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
