using System.Globalization;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>The pause between two reads that a feed asks for: `ttl` of RSS 2.0, else the syndication module's update period.</summary>
internal static class FeedPause
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>The pause that the feed's head asks for; null where it asks for none that makes sense.</summary>
    public static TimeSpan? Of(FeedElement head) => Within(Minutes(head.Child("ttl")?.Text()) ?? Period(head));

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
