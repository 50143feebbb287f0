using System.Text;
using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Tests.Pipeline.Feeds;

public sealed class FeedPauseTests
{
    [Fact]
    public void SkipHours_AndDays_AreReadAsUtcHoursAndDays()
    {
        var feed = Read("<skipHours><hour>0</hour><hour> 13 </hour><hour>24</hour><hour>25</hour><hour>noon</hour></skipHours><skipDays><day>sunday</day><day>Saturday</day><day>3</day></skipDays>");

        Assert.Equal([0, 13], feed.SkipHours);
        Assert.Equal([DayOfWeek.Sunday, DayOfWeek.Saturday], feed.SkipDays);
    }

    [Fact]
    public void SkipHours_Absent_IsEmpty()
    {
        var feed = Read("<ttl>5</ttl>");

        Assert.Empty(feed.SkipHours);
        Assert.Empty(feed.SkipDays);
    }

    private static Feed Read(string head) => Assert.IsType<FeedOutcome.Read>(
        FeedReader.Read(Encoding.UTF8.GetBytes($"<rss version='2.0'><channel><title>x</title>{head}</channel></rss>"), null, null)).Feed;
}
