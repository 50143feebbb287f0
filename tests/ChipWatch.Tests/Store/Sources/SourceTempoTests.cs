using ChipWatch.Store.Sources;

namespace ChipWatch.Tests.Store.Sources;

public sealed class SourceTempoTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(6, 71, false)] // six-hourly, over a long weekend
    [InlineData(6, 80, true)]
    [InlineData(24 * 14, 24 * 60, false)] // a blog of every second week
    [InlineData(24 * 14, 24 * 71, true)]
    public void SilenceAt_MeasuresByItsOwnGap(int usualHours, int silentHours, bool expected)
    {
        var last = Now.AddHours(-silentHours);
        var tempo = SourceTempo.Of(11, last.AddHours(-10 * usualHours), last);

        Assert.Equal(TimeSpan.FromHours(usualHours), tempo.UsualGap);
        Assert.Equal(expected ? TimeSpan.FromHours(silentHours) : null, tempo.SilenceAt(Now));
    }

    [Fact]
    public void Of_FewItems_KnowsNoHabit()
    {
        var tempo = SourceTempo.Of(4, Now.AddDays(-30), Now.AddDays(-20));

        Assert.Null(tempo.UsualGap);
        Assert.Null(tempo.SilenceAt(Now));
    }

    [Fact]
    public void Of_AllAtOneInstant_KnowsNoHabit() => Assert.Null(SourceTempo.Of(20, Now, Now).UsualGap);
}
