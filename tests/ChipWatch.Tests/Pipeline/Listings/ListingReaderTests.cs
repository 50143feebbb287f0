using System.Text;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Listings;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Pipeline.Listings;

public sealed class ListingReaderTests
{
    private static readonly Uri Page = new("https://news.example/");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_TimeIsOver_IsAbandonedWithItsReason(bool hasRules)
    {
        var clock = new SteppingClock(TimeSpan.FromMilliseconds(10));
        var rules = hasRules ? new ListingRules("li", null, null, null) : null;

        var outcome = ListingReader.Read(rules, List(350), "text/html", Page, clock);

        // The tree alone takes no more than its share; what is given up is the search for entries.
        Assert.Equal("The page took longer to read than 10 seconds.", Assert.IsType<FeedOutcome.Unreadable>(outcome).Reason);
        Assert.InRange(clock.Looks, 1_000, 1_010);
    }

    [Fact]
    public void Read_ParsingAloneTakesTooLong_IsRefused()
    {
        var clock = new SteppingClock(TimeSpan.FromSeconds(1));

        Assert.IsType<FeedOutcome.Unreadable>(ListingReader.Read(null, List(20), "text/html", Page, clock));
        Assert.InRange(clock.Looks, 10, 14);
    }

    [Fact]
    public void Read_WithinItsTime_FindsTheEntries() =>
        Assert.Equal(20, Assert.IsType<FeedOutcome.Read>(ListingReader.Read(null, List(20), "text/html", Page, new SteppingClock(TimeSpan.Zero))).Feed.Items.Count);

    private static byte[] List(int entries) => Encoding.UTF8.GetBytes(
        $"<html><body><ul>{string.Concat(Enumerable.Range(0, entries).Select(i => $"<li><a href='/2026/03/chip-maker-says-{i}'>A chip maker says something new, number {i}</a></li>"))}</ul></body></html>");
}
