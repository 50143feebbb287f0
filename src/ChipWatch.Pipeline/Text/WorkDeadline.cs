namespace ChipWatch.Pipeline.Text;

/// <summary>The end of the time that one fetched document may take. Whoever reads one asks in every loop over what a stranger sent.</summary>
/// <param name="clock">Measures the time; the system's clock where null.</param>
internal sealed class WorkDeadline(TimeProvider? clock = null)
{
    /// <summary>Time spent on one document.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly long start = (clock ?? TimeProvider.System).GetTimestamp();

    /// <exception cref="WorkTooLongException">The time is over.</exception>
    public void Check()
    {
        if (clock.GetElapsedTime(start) > Limit)
        {
            throw new WorkTooLongException();
        }
    }
}

/// <summary>A document took longer than <see cref="WorkDeadline.Limit"/>; caught where its reading began.</summary>
internal sealed class WorkTooLongException : Exception
{
    /// <summary>The sentence for people.</summary>
    /// <param name="document">What was read: feed, page, file.</param>
    public static string Say(string document) => $"The {document} took longer to read than {WorkDeadline.Limit.TotalSeconds:0} seconds.";
}
