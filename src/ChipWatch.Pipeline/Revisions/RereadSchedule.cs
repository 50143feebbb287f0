namespace ChipWatch.Pipeline.Revisions;

/// <summary>Says when an article is read again: soon after it was first seen, then more and more rarely, then no more. Pure.</summary>
/// <param name="steps">Times after first sight, in rising order; none: never.</param>
public sealed class RereadSchedule(IReadOnlyList<TimeSpan> steps)
{
    /// <summary>An article that was older than this when it was first seen has settled and is not read again.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromDays(7);

    /// <summary>One hour, six hours, one day, three days, a week.</summary>
    public static IReadOnlyList<TimeSpan> Default { get; } =
        [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(3), TimeSpan.FromDays(7)];

    /// <summary>The pause after which a page is tried again that could not be had.</summary>
    public static TimeSpan Retry { get; } = TimeSpan.FromHours(1);

    /// <summary>The next time after a reading. Steps that passed meanwhile, with the program off, are left out.</summary>
    /// <param name="publishedAt">When the article came out.</param>
    /// <param name="firstSeenAt">When it was first read.</param>
    /// <param name="readAt">When it was last read.</param>
    /// <returns>The instant; null when it is not read again.</returns>
    public DateTimeOffset? Next(DateTimeOffset publishedAt, DateTimeOffset firstSeenAt, DateTimeOffset readAt)
    {
        if (publishedAt < firstSeenAt - Settled)
        {
            return null;
        }

        foreach (var step in steps)
        {
            if (step > readAt - firstSeenAt)
            {
                return firstSeenAt + step;
            }
        }

        return null;
    }

    /// <summary>When to try a page again that could not be had: after the pause, as long as the schedule is not through.</summary>
    public DateTimeOffset? NextTry(DateTimeOffset firstSeenAt, DateTimeOffset now, TimeSpan? asked)
    {
        var pause = asked > Retry ? asked.Value : Retry;
        return steps.Count > 0 && now + pause <= firstSeenAt + steps[^1] + Retry ? now + pause : null;
    }
}
