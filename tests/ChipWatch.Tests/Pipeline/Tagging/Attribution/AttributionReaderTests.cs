using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Attribution;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Tagging.Attribution;

public sealed class AttributionReaderTests
{
    private static readonly Vocabulary Seeds = Vocabulary.Of(NewsCatalogue.LoadSeeds());

    [Theory]
    [InlineData("en", "Intel will sell a plant, according to Bloomberg and Reuters.", "Bloomberg, Reuters")]
    [InlineData("en", "Intel will sell a plant, The Information reported, and CNBC later confirmed it.", "The Information, CNBC")]
    [InlineData("en", "A person told the FT that Intel will sell a plant.", "Financial Times")]
    [InlineData("en", "Intel will sell a plant, the newspaper Cork Evening Herald reports.", "Cork Evening Herald")]
    [InlineData("en", "Intel will sell a plant, according to Jim Keller.", "")]
    [InlineData("en", "Intel will sell a plant, Nvidia said.", "")]
    [InlineData("en", "Fortune favours the bold, said Intel.", "")]
    [InlineData("en", "The Bloomberg terminal runs on servers of Intel.", "")]
    [InlineData("de", "Intel verkauft laut «Handelsblatt» ein Werk.", "Handelsblatt")]
    [InlineData("de", "Intel verkauft ein Werk. Das berichtet Reuters unter Berufung auf Les Echos.", "Reuters, Les Echos")]
    [InlineData("fr", "Intel vend une usine, selon Le Monde.", "Le Monde")]
    [InlineData("fr", "Intel vend une usine, rapporte le Courrier de Leixlip.", "Courrier de Leixlip")]
    [InlineData("es", "Intel vende una planta, según publica Expansión.", "Expansión")]
    [InlineData("nl", "Intel verkoopt een fabriek, meldt NRC.", "NRC")]
    [InlineData("zh", "据彭博社报道，英特尔将出售一家工厂。", "Bloomberg")]
    [InlineData("zh", "《爱尔兰导报》援引消息人士称，英特尔将出售一家工厂。", "爱尔兰导报")]
    [InlineData("ja", "インテルが工場を売却するとロイターが報じた。", "Reuters")]
    [InlineData("ja", "北国通信新聞によると、インテルが工場を売却する。", "北国通信新聞")]
    [InlineData("ko", "인텔이 공장을 매각한다고 블룸버그통신이 보도했다.", "Bloomberg")]
    public void Read_Credit_NamesTheOutletsOutermostFirst(string language, string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Read(language, text, "Example Paper").Select(credit => credit.Name)));

    [Fact]
    public void Read_OwnOutlet_IsNoCredit() =>
        Assert.Empty(Read("en", "Intel will sell a plant, a person told Reuters.", "Reuters"));

    [Fact]
    public void Read_Credit_IsTheVeryText()
    {
        var credit = Assert.Single(Read("en", "Intel will sell a plant, a person told the FT on Monday.", null));

        Assert.Equal("FT", credit.Span.Quote);
    }

    [Fact]
    public void Read_NameInsideALongerOne_CountsOnce() =>
        Assert.Equal(["Taipei Times"], Read("en", "Intel will sell a plant, the Taipei Times reported.", null).Select(credit => credit.Name));

    private static List<Credit> Read(string language, string text, string? outlet) =>
        AttributionReader.Read(ArticleReading.Of(new("a", null, outlet, language, null, "", text, BlockRoles.Find(text, language)), Seeds.Phrases), Seeds);
}
