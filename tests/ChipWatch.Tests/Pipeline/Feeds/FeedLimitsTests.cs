using System.Text;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Pipeline.Feeds;

public sealed class FeedLimitsTests
{
    private static readonly Uri Address = new("https://news.example/feed.xml");

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void Read_AttributesOfAnElement_TheFirst256Count(int before, bool isRead)
    {
        var others = string.Concat(Enumerable.Range(0, before).Select(i => $" a{i}='x'"));

        foreach (var broken in new[] { "", "&bad" })
        {
            var feed = Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A{broken}</title><link{others} href='/a'/></entry></feed>");
            Assert.Equal(isRead ? "https://news.example/a" : null, Assert.Single(feed.Items).Url);
        }
    }

    [Fact]
    public void Read_AttributesOfADocument_AreCountedAndTheTextStays()
    {
        var element = $"<x{string.Concat(Enumerable.Range(0, 250).Select(i => $" a{i}=''"))}/>";
        var entry = $"<entry><title>A</title>{string.Concat(Enumerable.Repeat(element, 500))}</entry>";

        var feed = Read($"<feed xmlns='http://www.w3.org/2005/Atom'>{string.Concat(Enumerable.Repeat(entry, 4))}<entry><title>Last</title><link href='/a'/></entry></feed>");

        Assert.Equal(("Last", null), (feed.Items[^1].Title, feed.Items[^1].Url));
    }

    [Theory]
    [InlineData(500_000, true)]
    [InlineData(500_001, false)]
    public void Read_LongAttribute_IsKeptUpToTheLimit(int length, bool isKept)
    {
        var feed = Read($"<rss><channel><item rdf:about='{new string('x', length)}' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><title>A</title></item></channel></rss>");

        Assert.Equal(isKept, !Assert.Single(feed.Items).Id.StartsWith("sha256:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(250, "A deep word")]
    [InlineData(260, "A")]
    public void Read_DepthOfElements_IsTakenUpTo256(int depth, string title)
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", depth)) + " deep word" + string.Concat(Enumerable.Repeat("</b>", depth));

        Assert.Equal(title, Assert.Single(Read($"<rss><channel><item><title>A{deep}</title></item></channel></rss>").Items).Title);
    }

    [Theory]
    [InlineData("<rss><channel>", "<item><title>x</title></item>", "</channel></rss>")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1","items":[""", """{"id":"x"},""", "]}")]
    public void Read_TimeIsOver_IsAbandonedWithTheReason(string start, string item, string end)
    {
        var clock = new SteppingClock(TimeSpan.FromMilliseconds(100));

        var outcome = FeedReader.Read(Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(item, 500)) + end), null, Address, clock);

        Assert.Equal("The feed took longer to read than 10 seconds.", Assert.IsType<FeedOutcome.Unreadable>(outcome).Reason);
        Assert.InRange(clock.Looks, 100, 110);
    }

    private static Feed Read(string text) => Assert.IsType<FeedOutcome.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Address)).Feed;
}
