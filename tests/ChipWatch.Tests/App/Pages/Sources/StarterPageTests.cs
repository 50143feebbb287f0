using Bunit;
using ChipWatch.Pages.Sources;
using ChipWatch.Store.Sources;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.App.Pages.Sources;

public sealed class StarterPageTests : PageContext
{
    public StarterPageTests() => Catalogue.Pack = new StarterPack(
        [
            FixedCatalogue.Starter("english-memory", "en", 1, true, "memory-hbm"),
            FixedCatalogue.Starter("english-clouds", "en", 2, true, "sovereign-ai"),
            FixedCatalogue.Starter("german", "de", 2, false, "memory-hbm", "amazon"),
            FixedCatalogue.Starter("general", "en", 3, true),
        ],
        false);

    [Theory]
    [InlineData("", "english-clouds english-memory general")]
    [InlineData("?language=de", "german")]
    [InlineData("?interest=memory-hbm", "english-memory general german")]
    [InlineData("?interest=memory-hbm&language=en", "english-memory general")]
    [InlineData("?tier=1&tier=2&language=en", "english-clouds english-memory")]
    [InlineData("?language=xx", "")]
    public void Starter_Asked_TicksWhatFits(string query, string expected)
    {
        var page = Open("/sources/starter" + query);

        Assert.Equal(expected, string.Join(' ', page.FindAll("input[name=id][checked]").Select(box => box.GetAttribute("value")).Order(StringComparer.Ordinal)));
        page.Find("form").Submit();
        Assert.Equal([$"choose {expected}"], Catalogue.Done);
    }

    [Fact]
    public void Starter_OneTakenOut_IsNotChosen()
    {
        var page = Open("/sources/starter?interest=memory-hbm");

        page.Find("input[value=general]").Change(false);
        page.Find("form").Submit();

        Assert.Equal(["choose english-memory german"], Catalogue.Done);
    }

    [Fact]
    public void Starter_Choice_IsAnAddressThatTakesItOutAgain()
    {
        Assert.Equal("/sources/starter?language=de&interest=memory-hbm", Open("/sources/starter?interest=memory-hbm").FindAll(".interests a").Single(a => a.TextContent.Trim() == "German").GetAttribute("href"));
        Assert.Equal("/sources/starter", Open("/sources/starter?language=de").FindAll(".interests a").Single(a => a.TextContent.Trim() == "German").GetAttribute("href"));
    }

    [Fact]
    public void Starter_NotAtThisMachine_OffersNoChange()
    {
        MayChange = false;
        var page = Open("/sources/starter");

        Assert.Empty(page.FindAll("button"));
        Assert.All(page.FindAll("input[name=id]"), box => Assert.True(box.HasAttribute("disabled")));
    }

    private IRenderedComponent<StarterPage> Open(string address)
    {
        GoTo(address);
        return Render<StarterPage>();
    }
}
