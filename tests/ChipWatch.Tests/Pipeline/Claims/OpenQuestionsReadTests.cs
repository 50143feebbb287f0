using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Tests.Pipeline.Claims;

/// <summary>Answers that are read from invented sentences as the tagger reads them: whose number it is, and of which kind, decides.</summary>
public sealed class OpenQuestionsReadTests
{
    private static readonly NewsCatalogue Seeds = NewsCatalogue.LoadSeeds();
    private static readonly Tagger Tagger = new(Vocabulary.Of(Seeds));
    private static readonly HashSet<string> Foundries = [.. Seeds.Companies.Where(company => company.Roles.Contains("foundry")).Select(company => company.Id)];
    private static readonly ClaimSubject Trainium = new(new HashSet<string> { "amazon" }, new HashSet<string> { "amazon-trainium" });

    [Theory]
    [InlineData(EventType.Talks, OpenSlot.Volume, "en", "Under the offer Amazon would deliver 40,000 Trainium chips.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "en", "Anthropic has ordered 300,000 Trainium chips for two sites.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "de", "Amazon liefert dafür 25.000 Beschleuniger.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "fr", "Amazon livrera 12 000 puces au centre de Lille.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "es", "Amazon entregará 8.000 procesadores en dos fases.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "nl", "Amazon levert 6.000 versnellers aan het datacenter.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "zh", "亚马逊将供应2万颗Trainium芯片。")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "ja", "アマゾンはTrainiumを1万枚供給する。")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "ko", "아마존은 트레이니엄 칩 3만 개를 공급한다.")]
    [InlineData(EventType.Deal, OpenSlot.Price, "en", "The deal is worth 900 million dollars.")]
    [InlineData(EventType.Deal, OpenSlot.Price, "de", "Amazon zahlt dafür 300 Millionen Euro.")]
    [InlineData(EventType.Deal, OpenSlot.Price, "zh", "亚马逊这笔交易总额为20亿美元。")]
    [InlineData(EventType.Deal, OpenSlot.Price, "ja", "アマゾンの契約の金額は3000億円に上る。")]
    [InlineData(EventType.Launch, OpenSlot.Date, "zh", "亚马逊预计2027年量产。")]
    [InlineData(EventType.Launch, OpenSlot.Date, "ko", "아마존은 2027년 출시할 예정이다.")]
    [InlineData(EventType.Launch, OpenSlot.Foundry, "en", "Amazon has the chip made by TSMC.")]
    [InlineData(EventType.Launch, OpenSlot.Foundry, "ja", "アマゾンは製造をTSMCに委託する。")]
    public void Of_NumberOrDateOfTheClaim_Answers(EventType type, OpenSlot slot, string language, string sentence)
    {
        var question = Ask(type, slot, language, sentence);

        Assert.False(question.IsOpen);
        Assert.Equal(sentence, question.Quote);
    }

    [Theory]
    [InlineData(EventType.Talks, OpenSlot.Volume, "en", "Nvidia sold 6 million GPUs in the same time.")]
    [InlineData(EventType.Talks, OpenSlot.Volume, "en", "Amazon competes with Nvidia, which shipped 500,000 GPUs in the quarter.")]
    [InlineData(EventType.Talks, OpenSlot.Volume, "en", "Amazon has already deployed 1.4 million Trainium chips.")]
    [InlineData(EventType.Talks, OpenSlot.Volume, "en", "Amazon supplies the Trainium3 in servers, and each rack holds 144 chips.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "en", "To date Amazon has delivered 200,000 chips.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "de", "Bisher hat Amazon 200.000 Chips geliefert.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "de", "Nvidia liefert im selben Zeitraum 80.000 Beschleuniger.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "fr", "À ce jour Amazon a livré 70 000 puces.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "es", "Nvidia entregó 90.000 procesadores.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "zh", "亚马逊至今已供应5万颗芯片。")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "ja", "アマゾンはこれまでに5万枚を供給した。")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "ko", "엔비디아는 GPU 5만 장을 공급한다.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "en", "Amazon supplies power to 40 buildings.")]
    [InlineData(EventType.Deal, OpenSlot.Price, "en", "The deal adds to revenue of 20 billion dollars.")]
    [InlineData(EventType.Deal, OpenSlot.Price, "en", "Nvidia pays 2 billion dollars for its own deal.")]
    [InlineData(EventType.Deal, OpenSlot.Price, "en", "The deal was struck at a valuation of 60 billion dollars.")]
    [InlineData(EventType.Deal, OpenSlot.Price, "ja", "アマゾンの売上高は3000億円で、金額は示していない。")]
    [InlineData(EventType.Acquisition, OpenSlot.Price, "en", "Amazon was last valued at 2 billion dollars.")]
    [InlineData(EventType.Launch, OpenSlot.Date, "en", "Nvidia plans to launch its own chip in 2027.")]
    [InlineData(EventType.Launch, OpenSlot.Foundry, "en", "AMD has its chips made by TSMC.")]
    public void Of_NumberOrDateOfAnotherThing_AnswersNothing(EventType type, OpenSlot slot, string language, string sentence) =>
        Assert.True(Ask(type, slot, language, sentence).IsOpen);

    private static OpenQuestion Ask(EventType type, OpenSlot slot, string language, string sentence)
    {
        var text = new ArticleText("1", null, "The Paper", language, new(2026, 6, 18, 0, 0, 0, TimeSpan.Zero), "Amazon", sentence, [new(BlockRole.Fact, BlockKind.Paragraph, 0, sentence.Length)]);
        var tags = Tagger.Tag(text);
        var places = new NamePlaces(Seeds);
        var article = new ClaimArticle(
            1, text.Published!.Value, [], ProvingSentences.Of(text.Text, text.Blocks),
            [.. tags.Companies.SelectMany(tag => places.Of(EntryKind.Company, tag.Id, tag.Evidence).Select(span => (tag.Id, span)))], tags.Quantities)
        {
            Chips = [.. tags.Chips.SelectMany(tag => places.Of(EntryKind.Chip, tag.Id, tag.Evidence).Select(span => (tag.Id, span)))],
        };
        return OpenQuestions.Of(type, [article], Trainium, Foundries).Single(question => question.Slot == slot);
    }
}
