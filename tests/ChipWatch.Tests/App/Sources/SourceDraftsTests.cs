using ChipWatch.Sources;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.App.Sources;

public sealed class SourceDraftsTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Find_WithinTheHour_GivesItBackAgainAndAgain()
    {
        var drafts = new SourceDrafts(clock);
        var ticket = drafts.Keep("typed");
        clock.Advance(TimeSpan.FromMinutes(59));

        Assert.Equal("typed", drafts.Find<string>(ticket));
        Assert.Equal("typed", drafts.Find<string>(ticket));
        Assert.Null(drafts.Find<Uri>(ticket));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(drafts.Find<string>(ticket));
    }

    [Fact]
    public void Keep_MoreThanItHolds_ForgetsTheOldest()
    {
        var drafts = new SourceDrafts(clock);
        var tickets = Enumerable.Range(0, SourceDrafts.Most + 1).Select(number => drafts.Keep(number.ToString())).ToList();

        Assert.Null(drafts.Find<string>(tickets[0]));
        Assert.Equal("1", drafts.Find<string>(tickets[1]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("unknown")]
    public void Find_Unknown_GivesNothing(string? ticket) => Assert.Null(new SourceDrafts(clock).Find<string>(ticket));
}
