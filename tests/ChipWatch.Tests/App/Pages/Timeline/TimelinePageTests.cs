using Bunit;
using ChipWatch.Live;
using ChipWatch.Pages.Timeline;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.App.Pages.Timeline;

public sealed class TimelinePageTests : PageContext
{
    [Theory]
    [InlineData("/timeline?topic=sovereign-ai", 1)]
    [InlineData("/timeline?topic=-sovereign-ai", 0)]
    [InlineData("/timeline", 0)]
    public void Timeline_OfOneTopic_OffersToFollowIt(string address, int stars)
    {
        GoTo(address);

        Assert.Equal(stars, Render<TimelinePage>().FindAll(".follow[action='/follow/topic/sovereign-ai']").Count);
    }

    [Fact]
    public void Timeline_Stories_StandByDayNewestFirst()
    {
        GoTo("/timeline");
        var page = Render<TimelinePage>();

        Assert.Equal(["Friday 26 June", "Thursday 25 June", "Wednesday 24 June", "Tuesday 23 June", "Thursday 18 June"], page.FindAll(".day h2").Select(day => day.TextContent));
        Assert.Equal("Timeline", page.Find("h1").TextContent);
        Assert.Contains("10 stories, 34 articles, 18 to 26 June 2026", page.Find(".cnt").TextContent, StringComparison.Ordinal);
        Assert.Equal("/stories/14/apple-raises-prices-in-mid-cycle-over-the-memory-shortage", page.Find("article.sr .hl a").GetAttribute("href"));
        Assert.Equal(["07:50", "18 Jun"], [page.FindAll(".sr .tm time")[0].TextContent, page.FindAll(".sr .tm time")[^1].TextContent]);
        Assert.Empty(page.FindAll(".pager a"));
    }

    [Fact]
    public void Timeline_FacetValue_LeadsToIncludeAndExclude()
    {
        GoTo("/timeline?vendor=amazon&status=-rumor");
        var page = Render<TimelinePage>();

        var amazon = page.FindAll(".f").Single(row => row.QuerySelector(".nm")?.TextContent == "Amazon");
        Assert.Contains("on", amazon.ClassList);
        Assert.Equal("/timeline?status=-rumor", amazon.QuerySelector("a.go")!.GetAttribute("href"));
        Assert.Equal("/timeline?vendor=-amazon&status=-rumor", amazon.QuerySelector("a.not")!.GetAttribute("href"));
        var rumor = page.FindAll(".f").Single(row => row.QuerySelector(".nm")?.TextContent == "Rumor");
        Assert.Contains("ex", rumor.ClassList);
        Assert.Equal("/timeline?vendor=amazon", rumor.QuerySelector("a.go")!.GetAttribute("href"));
        Assert.Equal(["Remove Amazon", "Remove not Rumor"], page.FindAll(".token a").Select(link => link.GetAttribute("aria-label")));
    }

    [Fact]
    public void Timeline_NothingMatches_NamesTheFilterInTheWay()
    {
        GoTo("/timeline?topic=sovereign-ai&status=confirmed&vendor=-intel");
        var page = Render<TimelinePage>();

        Assert.Equal("No story matches all 3 filters", page.Find(".em h2").TextContent);
        Assert.Equal("3 would without “Confirmed”, 2 without “Sovereign AI”.", page.Find(".em p").TextContent);
        Assert.Equal("/timeline?vendor=-intel&topic=sovereign-ai", page.Find(".em a.pri").GetAttribute("href"));
    }

    [Fact]
    public void Timeline_StoreEmptyWhileReading_ShowsTheRoundAndThenTheStories()
    {
        Timelines.Stories.Clear();
        Notifier.Tell(new RoundProgress(31, 120, 84, 0));
        GoTo("/timeline");
        var page = Render<TimelinePage>();
        Assert.Equal("The first round is running", page.Find(".em h2").TextContent);

        Timelines.Stories.AddRange(SampleStories.All);
        Notifier.Tell([1, 2]);
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Equal(10, page.FindAll("article.sr").Count));
    }

    [Fact]
    public void Timeline_StoriesComeIn_AreCountedAndShownOnAClick()
    {
        GoTo("/timeline");
        var page = Render<TimelinePage>();
        Timelines.Stories.Add(SampleStories.All[0] with { Id = 99, Headline = "Fresh" });
        Notifier.Tell([99]);
        Notifier.Tell([99, 14, 13]);
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Equal("3 new stories", page.Find(".live").TextContent.Trim()));
        Assert.DoesNotContain("Fresh", page.Markup, StringComparison.Ordinal);

        page.Find(".live").Click();

        Assert.Contains("Fresh", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".live"));
    }

    [Fact]
    public void Timeline_MoreThanAPage_LeadsToOlderAndBack()
    {
        Timelines.Stories.AddRange(Enumerable.Range(100, 60).Select(id => SampleStories.All[0] with { Id = id }));
        GoTo("/timeline?after=50&vendor=apple");
        var page = Render<TimelinePage>();

        Assert.Equal(11, page.FindAll("article.sr").Count);
        Assert.Equal(["/timeline?vendor=apple", "/timeline?vendor=apple"], page.FindAll(".pager a").Select(link => link.GetAttribute("href")));
        Assert.Empty(page.FindAll(".day span"));
    }

    [Fact]
    public void Timeline_RoomBeside_PreviewsTheStoryThatHasTheFocus()
    {
        JSInterop.Setup<bool>("chipwatchHasRoomBeside").SetResult(true);
        GoTo("/timeline");
        var page = Render<TimelinePage>();
        Assert.Empty(page.FindAll(".pv h2"));

        page.FindAll("article.sr").Single(row => row.QuerySelector(".hl")!.TextContent.StartsWith("Amazon in talks", StringComparison.Ordinal)).FocusIn();

        Assert.StartsWith("Amazon in talks", page.Find(".pv h2").TextContent, StringComparison.Ordinal);
        Assert.Equal("Amazon announced Trainium for partners", page.Find(".pv mark").TextContent);
        Assert.StartsWith("Amazon in talks", Assert.Single(page.FindAll(".sr.sel .hl")).TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/stories/6/", page.Find(".pv .acts a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Timeline_FirstStoryComesInLive_IsPreviewed()
    {
        JSInterop.Setup<bool>("chipwatchHasRoomBeside").SetResult(true);
        var stories = Timelines.Stories.ToList();
        Timelines.Stories.Clear();
        GoTo("/timeline");
        var page = Render<TimelinePage>();

        Timelines.Stories.Add(stories.Single(story => story.Id == 6));
        Notifier.Tell([6]);
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.StartsWith("Amazon in talks", page.Find(".pv h2").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Timeline_NoRoomBeside_ReadsNoStoryForIt()
    {
        GoTo("/timeline");
        var page = Render<TimelinePage>();

        page.FindAll("article.sr")[^1].FocusIn();

        Assert.Empty(page.FindAll(".pv h2, .sr.sel"));
    }

    [Fact]
    public void Timeline_ByWeight_PrintsTheSumAndTheDays()
    {
        GoTo("/timeline?order=weight");
        var page = Render<TimelinePage>();

        Assert.Equal("By weight, over 20 to 26 June 2026, the last seven days.", page.Find(".wnote span").TextContent);
        Assert.Empty(page.FindAll(".day"));
        var sums = page.FindAll(".rsum b").Select(sum => int.Parse(sum.TextContent)).ToList();
        Assert.Equal(8, sums.Count);
        Assert.Equal(sums.OrderDescending(), sums);
        Assert.Contains("8 stories", page.Find(".cnt").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Timeline_ByWeight_LinksAndFormsKeepTheOrder()
    {
        GoTo("/timeline?order=weight&vendor=amazon&from=2026-06-01");
        var page = Render<TimelinePage>();

        Assert.Equal("By weight, over 1 to 26 June 2026.", page.Find(".wnote span").TextContent);
        Assert.Equal("/timeline?from=2026-06-01&order=weight", page.FindAll(".f").Single(row => row.QuerySelector(".nm")?.TextContent == "Amazon").QuerySelector("a.go")!.GetAttribute("href"));
        Assert.Equal("weight", page.Find(".words input[name=order]").GetAttribute("value"));
        Assert.Equal(
            ["/timeline?vendor=amazon&from=2026-06-01", "/timeline?vendor=amazon&from=2026-06-01&order=weight"],
            page.FindAll(".order a").Select(link => link.GetAttribute("href")));
        Assert.Equal("By weight", page.Find(".order [aria-current]").TextContent.Trim());
    }
}
