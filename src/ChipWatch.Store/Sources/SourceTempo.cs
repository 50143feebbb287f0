namespace ChipWatch.Store.Sources;

/// <summary>How often a source publishes, and whether it is silent by its own measure.</summary>
/// <param name="UsualGap">The mean time between two items of the last half year; null where fewer than <see cref="FewestItems"/> were seen.</param>
/// <param name="LastItemAt">Date of its newest item.</param>
public sealed record SourceTempo(TimeSpan? UsualGap, DateTimeOffset? LastItemAt)
{
    /// <summary>Fewer items make no habit.</summary>
    public const int FewestItems = 5;

    /// <summary>Items older than this say little of the present habit.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(182);

    /// <summary>A gap of five times the mean comes by chance less than once in a hundred gaps.</summary>
    private const double Patience = 5;

    /// <summary>Newsrooms rest over a long weekend.</summary>
    private static readonly TimeSpan LongWeekend = TimeSpan.FromDays(3);

    /// <summary>Nothing is known.</summary>
    public static SourceTempo Unknown { get; } = new(null, null);

    /// <summary>From the number of dated items in the window, the first and the last.</summary>
    public static SourceTempo Of(int items, DateTimeOffset first, DateTimeOffset last) =>
        new(items < FewestItems || last <= first ? null : (last - first) / (items - 1), last);

    /// <summary>How long it has been silent, where that is far longer than usual; null where it is not, or where no habit is known.</summary>
    public TimeSpan? SilenceAt(DateTimeOffset now)
    {
        if (UsualGap is not { } usual || LastItemAt is not { } last)
        {
            return null;
        }

        var silence = now - last;
        return silence > LongWeekend && silence > usual * Patience ? silence : null;
    }
}
