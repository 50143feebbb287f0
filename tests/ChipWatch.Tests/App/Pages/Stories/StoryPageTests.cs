using Bunit;
using ChipWatch.Pages.Stories;
using ChipWatch.Pipeline.Claims;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Tests.Fakes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

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
        Open(8);

        Assert.True(IsMissing);
    }

    [Fact]
    public void Story_MergedIntoAnother_LeadsThere()
    {
        Open(7);

        Assert.False(IsMissing);
        Assert.StartsWith("/stories/6/", new Uri(Services.GetRequiredService<NavigationManager>().Uri).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public void Story_AtThisMachine_OffersOneBarOfChanges()
    {
        var page = Open(6);

        Assert.Equal(7, page.FindAll(".hls input[type=checkbox][name=article]").Count);
        Assert.Equal(["Split into own story", "Pin to this story", "Choose none"], page.FindAll(".selbar button").Select(button => button.TextContent.Trim()));
        Assert.Equal("/stories/6/pin", page.Find(".selbar [formaction]").GetAttribute("formaction"));
    }

    [Fact]
    public void Story_FromElsewhere_OffersNone()
    {
        MayChange = false;

        var page = Open(6);

        Assert.Empty(page.FindAll("input[type=checkbox]"));
        Assert.Empty(page.FindAll(".selbar, #h-merge"));
    }

    [Fact]
    public void Story_ManyTags_ShowsFourOfEachKindAndFoldsTheRest()
    {
        var tags = Enumerable.Range(1, 6).Select(at => new TagName($"t{at}", $"Tag {at}")).ToList();
        Services.AddSingleton<IStoryQueries>(new FixedStories(SampleViews.Story with { Card = SampleViews.Story.Card with { Vendors = tags, Chips = tags, Topics = tags } }));

        var page = Open(6);

        Assert.Equal(["Tag 1", "Tag 2", "Tag 3", "Tag 4"], page.FindAll(".shd > .meta > .v").Select(tag => tag.TextContent));
        Assert.Equal("and 6 more", page.Find(".shd .more summary").TextContent);
        Assert.Equal(2, page.FindAll(".shd .more .v").Count);
    }

    [Fact]
    public void Story_Questions_OpenOnesFirstThenTheAnswered()
    {
        Services.AddSingleton<IStoryQueries>(new FixedStories(SampleViews.Story with
        {
            Questions = [new(OpenSlot.Customer, "Who would buy?", 42, "Meta would buy."), new(OpenSlot.Price, "At what price?", null, null)],
        }));

        var page = Open(6);

        Assert.Equal("1 open", page.Find("#h-open + .note").TextContent);
        Assert.Equal(["At what price?", "Who would buy?"], page.FindAll(".oq li > div").Select(question => question.TextContent));
        Assert.Equal("Meta would buy.", page.Find(".oq .done q").TextContent);
    }

    private IRenderedComponent<StoryPage> Open(long id)
    {
        GoTo($"/stories/{id}/x");
        return Render<StoryPage>(page => page.Add(story => story.Id, id));
    }
}
