using System.Text.Json.Serialization;

namespace ChipWatch.Pipeline.Sources;

/// <summary>What a feed itself asks of those who poll it. Kept with the source, because an answer of 304 does not say it again.</summary>
/// <param name="Pause">The shortest pause between two reads (ttl, sy:updatePeriod).</param>
/// <param name="QuietHours">Hours of the day, UTC, in which it is not to be read (skipHours).</param>
/// <param name="QuietDays">Days of the week, UTC, on which it is not to be read (skipDays).</param>
public sealed record PollWishes(TimeSpan? Pause, IReadOnlyList<int> QuietHours, IReadOnlyList<DayOfWeek> QuietDays)
{
    /// <summary>No wishes.</summary>
    public static PollWishes None { get; } = new(null, [], []);

    /// <summary>Whether nothing is asked.</summary>
    [JsonIgnore]
    public bool IsEmpty => Pause is null && QuietHours.Count == 0 && QuietDays.Count == 0;

    /// <summary>Whether it asks to be left alone at this instant.</summary>
    public bool IsQuiet(DateTimeOffset at) => QuietHours.Contains(at.UtcDateTime.Hour) || QuietDays.Contains(at.UtcDateTime.DayOfWeek);
}
