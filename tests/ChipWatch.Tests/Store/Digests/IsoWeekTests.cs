using ChipWatch.Store.Digests;

namespace ChipWatch.Tests.Store.Digests;

public sealed class IsoWeekTests
{
    [Theory]
    [InlineData("2026-W25", "2026-06-15", "2026-06-21")]
    [InlineData("2026-W53", "2026-12-28", "2027-01-03")]
    [InlineData("2020-W01", "2019-12-30", "2020-01-05")]
    public void TryParse_Week_RunsFromMondayToSunday(string text, string monday, string sunday)
    {
        Assert.True(IsoWeek.TryParse(text, out var week));
        Assert.Equal((DateOnly.Parse(monday, null), DateOnly.Parse(sunday, null)), (week.Monday, week.Sunday));
        Assert.Equal(text, week.ToString());
        Assert.Equal(week, IsoWeek.Of(week.Sunday));
    }

    [Theory]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-25")]
    [InlineData("../../etc")]
    [InlineData(null)]
    public void TryParse_NoWeek_IsFalse(string? text) => Assert.False(IsoWeek.TryParse(text, out _));
}
