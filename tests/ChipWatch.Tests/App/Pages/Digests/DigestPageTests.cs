using Bunit;
using ChipWatch.Pages.Digests;

namespace ChipWatch.Tests.App.Pages.Digests;

public sealed class DigestPageTests : PageContext
{
    [Fact]
    public void Digest_Sentences_LeadToTheirProofs()
    {
        var page = Open("2026-W25");

        Assert.Equal("2026-W25", page.Find("h1").TextContent);
        Assert.All(page.FindAll("sup a"), note => Assert.NotEmpty(page.FindAll($"[id='{note.GetAttribute("href")!.Split('#')[1]}']")));
        Assert.StartsWith("/digests/2026-W25#fn-", page.Find("sup a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("/digests/2026-W25.md", page.Find("a[download]").GetAttribute("href"));
        Assert.Empty(page.FindAll("a[href^='javascript:']"));
        Assert.Equal("/digests/2026-W20", page.Find("a[aria-label^='Earlier']").GetAttribute("href"));
        Assert.Contains("Not known Customer, price, date.", page.Find(".ts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Digest_WeekWithoutStories_SaysSoCalmly()
    {
        var page = Open("2026-W26");

        Assert.Equal("A week without news", page.Find(".em h2").TextContent);
        Assert.Empty(page.FindAll(".ts, .moves, .fn"));
        Assert.Equal("/digests/2026-W25", page.Find("a[aria-label^='Earlier']").GetAttribute("href"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("2026-W25.pdf")]
    public void Digest_NoWeek_IsNotFound(string week)
    {
        Open(week);

        Assert.True(IsMissing);
    }

    [Fact]
    public void Digests_List_NamesWeeks()
    {
        GoTo("/digests");

        Assert.Equal(["2026-W25", "2026-W20"], Render<DigestsPage>().FindAll(".wk a").Select(week => week.TextContent));
    }

    private IRenderedComponent<DigestPage> Open(string week)
    {
        GoTo($"/digests/{week}");
        return Render<DigestPage>(page => page.Add(digest => digest.Week, week));
    }
}
