using Bunit;
using ChipWatch.Pages.Stories;

namespace ChipWatch.Tests.App.Pages.Stories;

public sealed class StoryPageTests : PageContext
{
    [Fact]
    public void Story_Ladder_ProvesEachRung()
    {
        var page = Open(6);

        Assert.Equal("Amazon in talks to sell its Nvidia-rival chips to other companies", page.Find("h1").TextContent);
        Assert.Equal(["Talks", "Announced"], page.FindAll(".rung .st").Select(rung => rung.TextContent));
        Assert.Equal("/articles/1/amazon-in-talks?why=event#why", page.Find(".rung .src a").GetAttribute("href"));
        Assert.Equal("Claim ladder: talks since 18 June, announced since 26 June", page.Find(".ladder svg").GetAttribute("aria-label"));
        Assert.Equal(7, page.FindAll(".hls tbody tr").Count);
        Assert.Equal("2 values", page.Find(".nums .cf .two").TextContent);
    }

    [Fact]
    public void Story_OfAnotherId_IsNotFound()
    {
        Open(7);

        Assert.True(IsMissing);
    }

    private IRenderedComponent<StoryPage> Open(long id)
    {
        GoTo($"/stories/{id}/x");
        return Render<StoryPage>(page => page.Add(story => story.Id, id));
    }
}
