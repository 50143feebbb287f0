using Bunit;
using ChipWatch.Pages.Stories;
using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
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
        Assert.Equal("2 values", page.Find(".nums .cf .two").TextContent.Trim());
    }

    [Fact]
    public void Story_LaterStepOfTheSameStatus_StandsSinceTheFirst()
    {
        var rung = SampleViews.Story.Rungs[0];
        Services.AddSingleton<IStoryQueries>(new FixedStories(SampleViews.Story with { Rungs = [rung, rung with { At = rung.At.AddDays(3), From = new(9, "later") }] }));

        Assert.StartsWith("since 18 June", Open(6).Find(".shd .soft").TextContent, StringComparison.Ordinal);
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

    [Fact]
    public void Story_RungDeniedLater_IsStruckWithWhoAndWhen()
    {
        var at = new DateTimeOffset(2026, 6, 20, 0, 0, 0, TimeSpan.Zero);
        Services.AddSingleton<IStoryQueries>(new FixedStories(SampleViews.Story with
        {
            Rungs =
            [
                new(EventStatus.Rumor, at, 1, "a", "DigiTimes", "Orders are cut.") { TakenBack = new(EventStatus.Denied, at.AddDays(1), 2, "b", "Reuters") },
                new(EventStatus.Denied, at.AddDays(1), 2, "b", "Reuters", "The company denies it."),
            ],
        }));

        var page = Open(6);

        Assert.Equal("Rumor", page.Find(".rung.not s").TextContent.Trim());
        Assert.Equal("Denied by Reuters, 21 June 2026", page.Find(".rung.not .why").TextContent.Trim());
        Assert.Equal("/articles/2/b?why=event#why", page.Find(".rung.not .why a").GetAttribute("href"));
        Assert.Single(page.FindAll(".ladder .strike"));
    }

    [Fact]
    public void Story_WordingThatLiftsNothing_IsStruckWithTheReason()
    {
        var rung = SampleViews.Story.Rungs[0] with { Status = EventStatus.Confirmed, Outlet = "Semi Doped", Unlifted = UnliftedReason.RelayAlone, Others = 2 };
        Services.AddSingleton<IStoryQueries>(new FixedStories(SampleViews.Story with { Unlifted = [rung] }));

        var page = Open(6);

        Assert.Equal("; not lifted: a relay’s wording alone lifts nothing (and 2 more reports worded so)", page.Find(".rung.not .why").TextContent);
        Assert.Contains("confirmed hinted at, not lifted", page.Find(".ladder svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Story_Adds_SaysWhatIsNewAndWhoOnlyRelays()
    {
        var articles = SampleViews.Story.Articles.ToList();
        articles[0] = articles[0] with { Adds = [new(AddedKind.Claim, "")] };
        articles[1] = articles[1] with { Adds = [new(AddedKind.Number, "", new(50e9, "USD", "x", "about", false, [])), new(AddedKind.Company, "Meta"), new(AddedKind.Company, "Oracle")] };
        articles[2] = articles[2] with { Adds = [] };
        articles[5] = articles[5] with { Adds = [], IsComment = true };
        Services.AddSingleton<IStoryQueries>(new FixedStories(SampleViews.Story with { Articles = articles }));

        var cells = Open(6).FindAll(".hls .ad");

        Assert.Equal("The claim", cells[0].TextContent.Trim());
        Assert.Equal(["New number: about 50 billion USD", "New name: Meta, Oracle"], cells[1].Children.Select(line => line.TextContent));
        Assert.Equal("Nothing new: relays Bloomberg", cells[2].TextContent);
        Assert.Equal("Nothing new: comment", cells[5].TextContent);
    }

    [Fact]
    public void Story_NumbersThatDisagree_SpanTheirReadings()
    {
        StoryQuantity Says(long article, double value, string outlet) =>
            new(new(value, "USD", "business of selling chips to others", null, false, [new TextSpan(TextField.Text, 0, 4, $"quoted by {outlet}")]), article, "x", outlet);
        Services.AddSingleton<IStoryQueries>(new FixedStories(SampleViews.Story with
        {
            Quantities = [Says(1, 50e9, "A"), Says(2, 80e9, "B"), Says(3, 50e9, "C")],
            LeftOut = [new(new(5000, "GPUs", "x", null, true, []), 42, "x", "cyberivy")],
        }));

        var page = Open(6);

        Assert.Equal("3", page.Find(".nums .cf th").GetAttribute("rowspan"));
        Assert.Equal([("50 billion USD", "2"), ("80 billion USD", "1")], page.FindAll(".nums .qv").Select(cell => (cell.TextContent, cell.GetAttribute("rowspan")!)));
        Assert.Equal(["quoted by A", "quoted by C", "quoted by B"], page.FindAll(".nums q").Select(quote => quote.TextContent));
        Assert.EndsWith("5,000 GPUs (cyberivy)", page.Find(".leftout").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Story_AsOfADay_LeavesOutWhatCameLaterAndTakesNoChanges()
    {
        var page = Open(6, "?asof=2026-06-19");

        Assert.Equal("As of 19 June 2026: 4 later articles left out. As it stands now", page.Find(".then").TextContent.Trim());
        Assert.Equal("/stories/6/amazon-in-talks-to-sell-its-nvidia-rival-chips-to-other-companies", page.Find(".then a").GetAttribute("href"));
        Assert.Equal(3, page.FindAll(".hls tbody tr").Count);
        Assert.Empty(page.FindAll(".hls input, .merge, form[method=post]"));
    }

    [Theory]
    [InlineData("?asof=yesterday")]
    [InlineData("?asof=2026-07-30")]
    [InlineData("?asof=2020-01-01")]
    public void Story_AsOfNoDayOfIts_StandsAsNow(string query)
    {
        var page = Open(6, query);

        Assert.Empty(page.FindAll(".then"));
        Assert.Equal(7, page.FindAll(".hls tbody tr").Count);
    }

    [Fact]
    public void Story_ManyDays_OffersThemAll()
    {
        Services.AddSingleton<IStoryQueries>(new FixedStories(SampleViews.Story with { First = new(2026, 6, 18), Last = new(2026, 6, 26) }));

        var day = Open(6).Find(".asof input[name=asof]");

        Assert.Equal(("2026-06-18", "2026-06-26"), (day.GetAttribute("min"), day.GetAttribute("max")));
    }

    [Fact]
    public void Story_CommonGround_CountsWhoNamesWhat()
    {
        Services.AddSingleton<IStoryQueries>(new FixedStories(SampleViews.Story with
        {
            Ground = new(7, EventStatus.Talks, 5, [new(SampleStories.Amazon, Facet.Vendor, 7), new(new("amazon-trainium3", "Trainium3"), Facet.Chip, 4)]),
        }));

        Assert.Equal(["Talks 5 of 7", "Amazon all", "Trainium3 4 of 7"], Open(6).FindAll(".ground > div").Select(row => $"{row.Children[0].TextContent.Trim()} {row.Children[1].TextContent}"));
    }

    [Fact]
    public void Story_ChainWithALongFirstHandName_WritesNothingOverIt()
    {
        var read = SampleViews.Story.Articles[0];
        Services.AddSingleton<IStoryQueries>(new FixedStories(SampleViews.Story with
        {
            Articles = [read with { Outlet = "Business Standard", Teller = "Business Standard", ReportedBy = [] }, read with { Outlet = "Golem", Teller = "Golem", ReportedBy = [] }],
        }));

        Assert.Equal(["Business Standard", "Golem", "credits nobody"], Open(6).FindAll(".drawn svg > text").Select(words => words.TextContent.Trim()));
    }

    private IRenderedComponent<StoryPage> Open(long id, string query = "")
    {
        GoTo($"/stories/{id}/x{query}");
        return Render<StoryPage>(page => page.Add(story => story.Id, id));
    }
}
