using ChipWatch.Pipeline.Clustering;

namespace ChipWatch.Tests.Pipeline.Clustering;

public sealed class StoryConceptsTests
{
    [Theory]
    [InlineData("en", "The tariffs take effect", "tariff")]
    [InlineData("de", "Die Strafzölle treten in Kraft", "tariff")]
    [InlineData("fr", "Les droits de douane entrent en vigueur", "tariff")]
    [InlineData("es", "Entran en vigor los aranceles", "tariff")]
    [InlineData("nl", "De importheffingen gaan in", "tariff")]
    [InlineData("ja", "関税が発動", "tariff")]
    [InlineData("ko", "관세가 발효됐다", "tariff")]
    [InlineData("zh", "關稅生效", "tariff")]
    public void Of_TheWordOfEachLanguage_IsOneConcept(string language, string text, string concept) => Assert.Contains(concept, In(text, language));

    [Theory]
    [InlineData("de", "Speicherhersteller", "memory")]
    [InlineData("de", "Speicher", "memory")]
    [InlineData("ko", "파업을", "strike")]
    public void Of_ACompoundOrAnEnding_IsFoundByItsBeginning(string language, string text, string concept) => Assert.Contains(concept, In(text, language));

    [Fact]
    public void Of_TwoWordsOfALaw_AreTheLaw()
    {
        Assert.Contains("chips-act", In("what the second Chips Act will cost", "en"));
        Assert.DoesNotContain("chips-act", In("chips that act as a bridge", "en"));
        Assert.True(StoryConcepts.IsNamed("chips-act"));
        Assert.False(StoryConcepts.IsNamed("tariff"));
    }

    [Fact]
    public void Of_APronounThatLooksLikeACountry_IsNone()
    {
        Assert.Contains("us", In("New rules from the US", "en"));
        Assert.DoesNotContain("us", In("the rules bind us all", "en"));
    }

    [Fact]
    public void Of_ALanguageWithoutWords_IsNone() => Assert.Empty(In("Cła na układy scalone", "pl"));

    private static List<string> In(string text, string language)
    {
        var found = new List<string>();
        var before = "";
        foreach (var word in StoryWords.Of(text, language))
        {
            if (StoryConcepts.Of(word, before, language) is { } concept)
            {
                found.Add(concept);
            }

            before = word.Text;
        }

        return found;
    }
}
