using ChipWatch.Pipeline.Revisions;

namespace ChipWatch.Tests.Pipeline.Revisions;

public sealed class RereadScheduleTests
{
    private static readonly DateTimeOffset Seen = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly RereadSchedule schedule = new(RereadSchedule.Default);

    [Theory]
    [InlineData("00:00:00", "01:00:00")]
    [InlineData("01:00:30", "06:00:00")]
    [InlineData("06:10:00", "1.00:00:00")]
    [InlineData("1.02:00:00", "3.00:00:00")]
    [InlineData("3.00:00:01", "7.00:00:00")]
    [InlineData("00:30:00", "01:00:00")]
    public void Next_AfterAReading_IsTheNextStep(string read, string next) =>
        Assert.Equal(Seen + TimeSpan.Parse(next), schedule.Next(Seen, Seen, Seen + TimeSpan.Parse(read)));

    [Fact]
    public void Next_ProgramWasOffForDays_LeavesTheMissedStepsOut() =>
        Assert.Equal(Seen.AddDays(7), schedule.Next(Seen, Seen, Seen.AddDays(5)));

    [Fact]
    public void Next_AfterTheLastStep_IsNever() => Assert.Null(schedule.Next(Seen, Seen, Seen.AddDays(8)));

    [Fact]
    public void Next_ArticleThatWasOldAtFirstSight_IsNever() => Assert.Null(schedule.Next(Seen.AddDays(-30), Seen, Seen));

    [Fact]
    public void NextTry_LongerPauseAskedFor_IsObeyed() => Assert.Equal(Seen.AddHours(5), schedule.NextTry(Seen, Seen, TimeSpan.FromHours(5)));

    [Fact]
    public void NextTry_ScheduleIsThrough_IsNever() => Assert.Null(schedule.NextTry(Seen, Seen.AddDays(8), null));
}
