namespace ChipWatch.Tests.Fakes;

/// <summary>A clock on which every look takes the same time, so that a limit of time is a limit of steps.</summary>
internal sealed class SteppingClock(TimeSpan step) : TimeProvider
{
    private long looks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How often somebody looked.</summary>
    public long Looks => looks;

    public override long GetTimestamp() => step.Ticks * looks++;
}
