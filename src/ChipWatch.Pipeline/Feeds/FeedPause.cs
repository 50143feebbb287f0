using System.Globalization;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>When a feed asks to be read: `ttl`, `skipHours` and `skipDays` of RSS 2.0, else the syndication module's update period.</summary>
internal static class FeedPause
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>The pause that the feed's head asks for; null where it asks for none that makes sense.</summary>
    public static TimeSpan? Of(FeedElement head) => Within(Minutes(head.Child("ttl")?.Text()) ?? Period(head));

    /// <summary>The hours of the day, UTC, in which the feed asks not to be read.</summary>
    public static IReadOnlyList<int> SkipHours(FeedElement head) =>
    [
        .. Within(head, "skipHours", "hour")
            .Select(hour => int.TryParse(hour, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var read) ? read : -1)
            // RSS 0.91 counted from 1 to 24
            .Where(hour => hour is >= 0 and <= 24).Select(hour => hour % 24).Distinct(),
    ];

    /// <summary>The days of the week, UTC, on which the feed asks not to be read.</summary>
    public static IReadOnlyList<DayOfWeek> SkipDays(FeedElement head) =>
        [.. Enum.GetValues<DayOfWeek>().Where(day => Within(head, "skipDays", "day").Any(name => name.Trim().Equals(day.ToString(), StringComparison.OrdinalIgnoreCase)))];

    private static IEnumerable<string> Within(FeedElement head, string list, string entry) =>
        head.Nodes.Select(node => node.Element).OfType<FeedElement>().Where(element => element.LocalName.Equals(list, StringComparison.OrdinalIgnoreCase))
            .SelectMany(element => element.Nodes).Select(node => node.Element).OfType<FeedElement>()
            .Where(element => element.LocalName.Equals(entry, StringComparison.OrdinalIgnoreCase)).Select(element => element.Text());

    private static TimeSpan? Minutes(string? ttl) =>
        double.TryParse(ttl, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var minutes)
            && minutes is > 0 and < 1_000_000
            ? TimeSpan.FromMinutes(minutes)
            : null;

    private static TimeSpan? Period(FeedElement head)
    {
        TimeSpan? period = head.Child("sy:updateperiod")?.Text().Trim().ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => null,
        };
        var times = int.TryParse(head.Child("sy:updatefrequency")?.Text(), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var given) && given > 0 ? given : 1;
        return period / times;
    }

    private static TimeSpan? Within(TimeSpan? pause) => pause > TimeSpan.Zero && pause <= Longest ? pause : null;
}
