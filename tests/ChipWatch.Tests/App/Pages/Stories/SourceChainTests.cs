using ChipWatch.Pages.Stories;
using ChipWatch.Store.Stories;

namespace ChipWatch.Tests.App.Pages.Stories;

public sealed class SourceChainTests
{
    [Fact]
    public void Of_Credits_RunFromOriginToRelays()
    {
        var chain = SourceChain.Of([Article("Bloomberg"), Article("Ship or Skip", "TechCrunch", "Bloomberg"), Article("Techmeme", "bloomberg"), Article("Benzinga")]);

        Assert.Equal(["0 Bloomberg", "1 TechCrunch", "2 Ship or Skip", "1 Techmeme", "0 Benzinga"], chain.Outlets.Zip(chain.Depths).Select(pair => $"{pair.Second} {pair.First.Name}"));
        Assert.Equal([0, 1, 2, 1, 0], chain.Outlets.Select(outlet => outlet.Column));
        Assert.Equal(["Bloomberg", "Benzinga"], chain.Outlets.Where(outlet => outlet.IsOrigin).Select(outlet => outlet.Name));
        Assert.Equal(["TechCrunch"], chain.Outlets.Where(outlet => outlet.Article is null).Select(outlet => outlet.Name));
        Assert.Equal([(0, 1), (1, 2), (0, 3)], chain.Links.Select(link => (link.From, link.To)).OrderBy(link => link.To));
    }

    [Fact]
    public void Of_OutletReadThatCreditsNobody_HasNobodyBehindIt()
    {
        var chain = SourceChain.Of([Article("Bloomberg"), Article("Dayila", "Bloomberg", "Reuters")]);

        Assert.True(chain.Outlets.Single(outlet => outlet.Name == "Bloomberg").IsOrigin);
        Assert.Equal(2, chain.Links.Count(link => chain.Outlets[link.To].Name == "Dayila"));
    }

    [Fact]
    public void Of_OutletsCreditingEachOther_EndsAndKeepsBoth()
    {
        var chain = SourceChain.Of([Article("A", "B"), Article("B", "C"), Article("C", "A")]);

        Assert.Equal(["A", "B", "C"], chain.Outlets.Select(outlet => outlet.Name).Order(StringComparer.Ordinal));
        Assert.Equal(2, chain.Links.Count);
    }

    [Fact]
    public void Of_OutletReadUnderAnotherName_IsTheOneThatIsCredited()
    {
        var chain = SourceChain.Of([Article("ブルームバーグ") with { Teller = "Bloomberg" }, Article("Techmeme", "Bloomberg"), Article("Ship or Skip", "The Elec"), Article("Benzinga", "Elec")]);

        Assert.Equal(["The Elec", "Ship or Skip", "Benzinga", "Bloomberg", "Techmeme"], chain.Outlets.Select(outlet => outlet.Name));
        Assert.NotNull(chain.Outlets[3].Article);
    }

    [Fact]
    public void Of_OutletCreditingItself_IsAnOrigin() => Assert.True(SourceChain.Of([Article("A", "a")]).Outlets.Single().IsOrigin);

    [Fact]
    public void Of_OneColumn_NeverStandsTwiceInOnePlace()
    {
        var chain = SourceChain.Of([Article("R1", "O"), Article("R2", "O"), Article("R3", "G", "O"), Article("R4", "G"), Article("X", "Y"), Article("Z")]);

        Assert.Equal(chain.Outlets.Count, chain.Outlets.Select(outlet => (outlet.Column, outlet.Row)).Distinct().Count());
    }

    private static StoryArticle Article(string outlet, params string[] credits) =>
        new(1, "x", "Title", outlet, "https://example.org", DateTimeOffset.UnixEpoch, "en", null, credits, null, "reason");
}
