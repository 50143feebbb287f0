using System.Globalization;

namespace ChipWatch.Store.Timelines;

/// <summary>A place in the timeline: the story after which the next page begins. Written as "milliseconds-id".</summary>
internal sealed record TimelineCursor(DateTimeOffset LatestAt, long Id)
{
    /// <summary>Reads a cursor; null for anything else.</summary>
    public static TimelineCursor? Read(string? text)
    {
        var parts = (text ?? "").Split('-');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), id)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{LatestAt.ToUnixTimeMilliseconds()}-{Id}");
}
