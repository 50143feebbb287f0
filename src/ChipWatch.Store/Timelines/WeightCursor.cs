using System.Globalization;
using ChipWatch.Store.Today;

namespace ChipWatch.Store.Timelines;

/// <summary>A place in the order by weight: the story after which the next page begins. Written as "tenths.milliseconds.id"; a sum has at most one decimal.</summary>
internal sealed record WeightCursor(long Tenths, long Milliseconds, long Id)
{
    /// <summary>The place of a story.</summary>
    public static WeightCursor Of(RankedStory ranked) => new((long)Math.Round(ranked.Score * 10), ranked.Story.LatestAt.ToUnixTimeMilliseconds(), ranked.Story.Id);

    /// <summary>Reads a cursor; null for anything else.</summary>
    public static WeightCursor? Read(string? text)
    {
        var parts = (text ?? "").Split('.');
        return parts.Length == 3
            && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var tenths)
            && long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(tenths, milliseconds, id)
            : null;
    }

    /// <summary>Whether a story stands behind this place.</summary>
    public bool IsBefore(RankedStory ranked)
    {
        var other = Of(ranked);
        return (other.Tenths, other.Milliseconds, other.Id).CompareTo((Tenths, Milliseconds, Id)) < 0;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tenths}.{Milliseconds}.{Id}");
}
