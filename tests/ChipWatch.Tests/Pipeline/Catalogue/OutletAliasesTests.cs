using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Tests.Pipeline.Catalogue;

public sealed class OutletAliasesTests
{
    private static readonly OutletAliases Seeds = OutletAliases.Of(NewsCatalogue.LoadSeeds());

    [Theory]
    [InlineData("日経アジア", "Nikkei Asia")]
    [InlineData("彭博社", "Bloomberg")]
    [InlineData("ブルームバーグ", "Bloomberg")]
    [InlineData("路透社", "Reuters")]
    [InlineData("로이터", "Reuters")]
    [InlineData("Information", "The Information")]
    [InlineData("theinformation.com", "The Information")]
    [InlineData("ウォール・ストリート・ジャーナル", "The Wall Street Journal")]
    [InlineData("Les Échos", "Les Echos")]
    [InlineData("BLOOMBERG", "Bloomberg")]
    public void NameOf_SpellingsOfThePaper_IsItsOneName(string written, string name) =>
        Assert.Equal(OutletAliases.KeyOf(name), OutletAliases.KeyOf(Seeds.NameOf(written)));

    [Theory]
    [InlineData("Capital.fr", "Capital")]
    [InlineData("La Presse", "Die Presse")]
    [InlineData("Der Standard", "The Standard")]
    [InlineData("Bloomberg Law", "Bloomberg")]
    [InlineData("Nikkei Business", "Nikkei")]
    [InlineData("iThome", "IT之家")]
    public void NameOf_PapersAlikeInName_StayApart(string one, string other) => Assert.NotEqual(Seeds.NameOf(one), Seeds.NameOf(other));

    [Theory]
    [InlineData("The Chip Paper", "Chip Paper")]
    [InlineData("Chippaper.com", "chippaper")]
    public void KeyOf_OutletOutsideTheCatalogue_LeavesArticleAndSiteOut(string one, string other)
    {
        Assert.Equal(one, Seeds.NameOf(one));
        Assert.Equal(OutletAliases.KeyOf(one), OutletAliases.KeyOf(other));
    }

    [Fact]
    public void Of_ASpellingThatTwoClaim_BelongsToTheOneThatIsCalledSo()
    {
        var aliases = OutletAliases.Of(NewsCatalogue.LoadSeeds() with { Outlets = [new("Chip Week", ["Chip Daily", "Chips"]), new("Chip Daily", ["Chips"])] });

        Assert.Equal("Chip Daily", aliases.NameOf("Chip Daily"));
        Assert.Equal("Chip Week", aliases.NameOf("Chips"));
    }

    [Fact]
    public void Seeds_EverySpellingOfAnOutlet_BelongsToOneAlone()
    {
        var shared = NewsCatalogue.LoadSeeds().Outlets.SelectMany(outlet => outlet.Aliases.Append(outlet.Name).Select(name => (Outlet: outlet.Name, Spelling: name.Replace(" ", "", StringComparison.Ordinal))))
            .GroupBy(entry => entry.Spelling, StringComparer.Ordinal).Where(entries => entries.Select(entry => entry.Outlet).Distinct().Count() > 1).Select(entries => entries.Key);

        Assert.Empty(shared);
    }

    [Theory]
    [InlineData("Welt", "Die Welt")]
    [InlineData("Spiegel Online", "Der Spiegel")]
    [InlineData("Zeit Online", "Die Zeit")]
    [InlineData("Sunday Times", "The Sunday Times")]
    [InlineData("Hot Hardware", "HotHardware")]
    public void NameOf_PaperAndItsSite_IsOne(string spelling, string name) => Assert.Equal(name, Seeds.NameOf(spelling));
}
