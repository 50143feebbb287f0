using System.Globalization;
using ChipWatch.Pipeline.Sources;

namespace ChipWatch.Tests.Pipeline.Sources;

public sealed class PollScheduleTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-07-01T12:00Z", CultureInfo.InvariantCulture);
    private static readonly PollSchedule Schedule = new(TimeSpan.FromMinutes(30));
    private static readonly PollSubject Unknown = new("techzine", null, null, PollWishes.None);

    [Theory]
    [InlineData(2, 60)] // an item every two hours: read every hour
    [InlineData(0.05, 10)] // a flood: never more often than the shortest rhythm
    [InlineData(24 * 30, 360)] // one a month: never more rarely than the longest
    public void Learn_EvenlyPublished_IsHalfTheMeanTimeWithinBounds(double hoursBetween, double minutes)
    {
        var dates = Enumerable.Range(1, 20).Select(i => Now.AddHours(-hoursBetween * i));

        Assert.Equal(minutes, PollSchedule.Learn(dates, Now)!.Value.TotalMinutes, 1);
    }

    [Fact]
    public void Learn_SilentSinceLong_SilenceCounts()
    {
        var dates = Enumerable.Range(0, 20).Select(i => Now.AddDays(-20).AddHours(-i));

        Assert.Equal(PollSchedule.Longest, PollSchedule.Learn(dates, Now));
    }

    [Fact]
    public void Learn_FewOrEqualOrFutureDates_SayNothing()
    {
        Assert.Null(PollSchedule.Learn([Now, Now.AddHours(-1), Now.AddHours(-2), Now.AddHours(-3)], Now));
        Assert.Null(PollSchedule.Learn(Enumerable.Repeat(Now.AddHours(-1), 50), Now));
        Assert.Null(PollSchedule.Learn(Enumerable.Range(1, 50).Select(i => Now.AddHours(i)), Now));
    }

    [Fact]
    public void Unchanged_AgainAndAgain_GrowsSlowlyToTheLongest()
    {
        TimeSpan? rhythm = TimeSpan.FromMinutes(10);
        for (var night = 0; night < 48; night++)
        {
            rhythm = PollSchedule.Unchanged(rhythm);
        }

        Assert.InRange(rhythm!.Value, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30));
        for (var i = 0; i < 1000; i++)
        {
            rhythm = PollSchedule.Unchanged(rhythm);
        }

        Assert.Equal(PollSchedule.Longest, rhythm);
        Assert.Null(PollSchedule.Unchanged(null));
    }

    [Fact]
    public void AfterSuccess_RhythmOfAPerson_GoesBeforeTheLearnedOne()
    {
        IsAbout(TimeSpan.FromMinutes(30), Schedule.AfterSuccess(Unknown, null, Now));
        IsAbout(TimeSpan.FromMinutes(20), Schedule.AfterSuccess(Unknown with { Learned = TimeSpan.FromMinutes(20) }, null, Now));
        IsAbout(TimeSpan.FromHours(3), Schedule.AfterSuccess(Unknown with { Learned = TimeSpan.FromMinutes(20), SetByPerson = TimeSpan.FromHours(3) }, null, Now));
    }

    [Fact]
    public void AfterSuccess_ServerOrFeedAskForMore_AreHeardUpToADay()
    {
        IsAbout(TimeSpan.FromHours(2), Schedule.AfterSuccess(Unknown, TimeSpan.FromHours(2), Now));
        IsAbout(TimeSpan.FromHours(4), Schedule.AfterSuccess(Unknown with { Wishes = PollWishes.None with { Pause = TimeSpan.FromHours(4) } }, TimeSpan.FromHours(2), Now));
        IsAbout(TimeSpan.FromMinutes(30), Schedule.AfterSuccess(Unknown, TimeSpan.FromSeconds(5), Now));
        Assert.Equal(Now.AddDays(1), Schedule.AfterSuccess(Unknown, TimeSpan.FromDays(365), Now));
    }

    [Fact]
    public void AfterSuccess_QuietHours_WaitsForTheirEnd()
    {
        var quiet = Unknown with { Wishes = PollWishes.None with { QuietHours = [12, 13, 14] } };
        Assert.Equal(Now.AddHours(3), Schedule.AfterSuccess(quiet, null, Now));

        var never = Unknown with { Wishes = PollWishes.None with { QuietDays = [.. Enum.GetValues<DayOfWeek>()] } };
        Assert.Equal(Now.AddDays(1), Schedule.AfterSuccess(never, null, Now));
    }

    [Fact]
    public void AfterFailure_InARow_DoublesUpToADay()
    {
        IsAbout(TimeSpan.FromMinutes(30), Schedule.AfterFailure(Unknown, 0, null, Now));
        IsAbout(TimeSpan.FromHours(1), Schedule.AfterFailure(Unknown, 1, null, Now));
        IsAbout(TimeSpan.FromHours(8), Schedule.AfterFailure(Unknown, 4, null, Now));
        Assert.Equal(Now.AddDays(1), Schedule.AfterFailure(Unknown, 9, null, Now));
        Assert.Equal(Now.AddDays(1), Schedule.AfterFailure(Unknown, int.MaxValue, null, Now));
    }

    [Fact]
    public void AfterFailure_RetryAfter_IsKeptWhereLonger()
    {
        Assert.Equal(Now.AddHours(5), Schedule.AfterFailure(Unknown, 0, TimeSpan.FromHours(5), Now));
        IsAbout(TimeSpan.FromMinutes(30), Schedule.AfterFailure(Unknown, 0, TimeSpan.FromMinutes(1), Now));
    }

    [Fact]
    public void AfterSuccess_ManySources_AreSpreadByIdAndDayForetellably()
    {
        var ids = Enumerable.Range(0, 200).Select(i => $"source-{i}").ToList();
        var first = ids.Select(id => Schedule.AfterSuccess(Unknown with { Id = id }, null, Now)).ToList();

        Assert.Equal(first, ids.Select(id => Schedule.AfterSuccess(Unknown with { Id = id }, null, Now)));
        Assert.True(first.Distinct().Count() > 150);
        Assert.NotEqual(first[0] - Now, Schedule.AfterSuccess(Unknown with { Id = ids[0] }, null, Now.AddDays(1)) - Now.AddDays(1));
    }

    /// <summary>The pause, and at most a tenth on top of it.</summary>
    private static void IsAbout(TimeSpan pause, DateTimeOffset next) => Assert.InRange(next - Now, pause, pause * 1.1);
}
