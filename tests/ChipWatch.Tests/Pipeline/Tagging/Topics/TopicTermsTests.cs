using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Topics;

namespace ChipWatch.Tests.Pipeline.Tagging.Topics;

public sealed class TopicTermsTests
{
    [Theory]
    [InlineData("fr", true)]
    [InlineData("en", false)]
    [InlineData("de", false)]
    public void Read_TermOfOneLanguage_CountsInTextsOfThatLanguage(string language, bool counts) =>
        Assert.Equal(counts, Finds(new TopicTerm("location", 3, Language: "fr"), "The location of GPUs.", language));

    [Fact]
    public void Read_TermWithoutLanguage_CountsEverywhere() =>
        Assert.All(["en", "fr", "nl"], language => Assert.True(Finds(new TopicTerm("CoWoS", 5), "Plus de CoWoS.", language)));

    [Fact]
    public void Read_TermInAScriptOfEastAsia_CountsWhereverItStands() =>
        Assert.True(Finds(new TopicTerm("電力", 4, Language: "zh"), "電力が足りない。", "ja"));

    private static bool Finds(TopicTerm term, string text, string language)
    {
        var vocabulary = Vocabulary.Of(new([], [], [new("topic", "Topic", "", null, [term], new Dictionary<string, string>())], []));
        var article = new ArticleText("a", null, null, language, null, "", text, [new Block(BlockRole.Fact, BlockKind.Paragraph, 0, text.Length)]);
        return TopicTerms.Read(ArticleReading.Of(article, vocabulary.Phrases), vocabulary).Of(0) is not null;
    }
}
