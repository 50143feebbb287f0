using Bunit;
using ChipWatch.Live;
using ChipWatch.Pages.Today;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.App.Pages.Today;

public sealed class TodayPageTests : PageContext
{
    [Fact]
    public void Today_Moves_StandFirstWithTheirProof()
    {
        GoTo("/");
        var page = Render<TodayPage>();

        Assert.Equal("Friday 26 June 2026", page.Find("h1").TextContent);
        Assert.Equal("Status moves", page.Find(".sec h2").TextContent);
        Assert.Equal(4, page.FindAll(".mv").Count);
        Assert.Equal("from talks to announced", page.Find(".mv .gauge").GetAttribute("aria-label"));
        Assert.StartsWith("Amazon announced Trainium", page.Find(".mv mark").TextContent, StringComparison.Ordinal);
        Assert.Contains("First heard", page.FindAll(".mv")[3].TextContent, StringComparison.Ordinal);
        Assert.Equal(["8", "6.5", "−1"], page.FindAll(".lead .sum dd").Select(sum => sum.TextContent));
        Assert.Contains("113 well, 6 failing, 1 not yet read. 4 sample sources beside them.", page.Find(".health").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Today_WindowOfThePast_SaysSo()
    {
        Today.View = SampleViews.Today with { IsCurrent = false };
        GoTo("/");

        var page = Render<TodayPage>();

        Assert.Equal("The week to 26 June 2026", page.Find("h1").TextContent);
        Assert.Contains("This is not the present week: nothing newer than 26 June 2026 has come in.", page.Find(".lede").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Today_NothingMoved_SaysSoCalmly()
    {
        Today.View = SampleViews.Today with { Moves = [] };
        GoTo("/");

        Assert.Equal("Nothing moved, 20 to 26 June 2026", Render<TodayPage>().Find(".em h2").TextContent);
    }

    [Fact]
    public void Today_FirstStoriesComeIn_AreShownAtOnce()
    {
        Today.View = SampleViews.Today with { Stories = 0, Articles = 0, Moves = [], Leads = [], Pulse = [] };
        Notifier.Tell(new RoundProgress(1, 3, 2, 0));
        GoTo("/");
        var page = Render<TodayPage>();
        Assert.Equal("The first round is running", page.Find(".em h2").TextContent);

        Today.View = SampleViews.Today;
        Notifier.Tell([1]);
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".mv").Count));
    }
}
