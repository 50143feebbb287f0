using System.Globalization;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Tagging;

public sealed class QuantityReaderTests
{
    private static readonly QuantityReader Reader = new(Words.Seeds);

    [Theory]
    [InlineData("en", "Nebius rents a tenth of the hall and 144 of the chips.", "144 chips")]
    [InlineData("en", "Each stack moves 3.2 terabytes a second.", "3.2 TB/s")]
    [InlineData("en", "Demand has grown ninefold.", "9 times")]
    [InlineData("en", "Prices have fallen by about two thirds this year.", "66.667 %")]
    [InlineData("en", "The agency added eleven affiliates to the list.", "11 affiliates")]
    [InlineData("de", "Nvidia liefert zweihundertfünfzig Server.", "250 Server")]
    [InlineData("de", "Die Preise steigen um die Hälfte.", "50 %")]
    [InlineData("de", "Der Chip braucht ein Prozent der Energie.", "1 %")]
    [InlineData("fr", "Le report touche une quarantaine de clients de Nvidia.", "40 clients")]
    [InlineData("fr", "Le prix baisse d'un tiers.", "33.333 %")]
    [InlineData("es", "Nvidia entrega veinticuatro servidores.", "24 servidores")]
    [InlineData("nl", "Honderdtwintig miljoen euro gaat naar de fabriek.", "120000000 EUR")]
    [InlineData("nl", "De fabriek krijgt vijfentwintig machines.", "25 machines")]
    [InlineData("zh", "美国商务部把十一家关联企业列入清单。", "11 家关联")]
    [InlineData("zh", "報價比前一代高出两成以上。", "20 %")]
    [InlineData("zh", "輝達預訂約五成五的產能。", "55 %")]
    [InlineData("zh", "相關業績可望突破900億元。", "90000000000 TWD")]
    [InlineData("zh", "业绩有望突破900亿元。", "90000000000 CNY")]
    [InlineData("ja", "出荷は3割増え、納期は10日ほど延びた。", "30 %; 10 日ほど")]
    [InlineData("ja", "GPUを約1万5000個借りる。", "15000 個借り")]
    [InlineData("ko", "대역폭은 초당 3.2TB다.", "3.2 TB/s")]
    [InlineData("ko", "카드 1만2000장을 인도받았다.", "12000 장")]
    [InlineData("ko", "고객 다섯 곳으로 확대한다.", "5 곳으로")]
    [InlineData("ko", "영업이익은 31조2천억원이다.", "31200000000000 KRW")]
    public void Read_WaysToCount_GiveValueAndUnit(string language, string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Read(language, text).Where(quantity => quantity.Unit != "%" || expected.Contains('%', StringComparison.Ordinal)).Select(Shown)));

    /// <summary>The letters behind the size of a model are Korean, where a word in Latin ones was looked for.</summary>
    [Fact]
    public void Read_KoreanWordBehindASize_ReadsTheRest() =>
        Assert.Contains(Read("ko", "리벨쿼드는 Llama 2 70B 서버 시나리오에서 H200의 87% 성능을 냈다."), quantity => quantity is { Value: 87, Unit: "%" });

    [Theory]
    [InlineData("en", "Two pressures drive buyers, its founder once said.")]
    [InlineData("en", "Revenue grew at a triple-digit rate, double digits in Europe.")]
    [InlineData("fr", "La croissance est à deux chiffres.")]
    [InlineData("es", "El crecimiento es de dos cifras.")]
    [InlineData("en", "He was once chief executive of Intel.")]
    [InlineData("en", "The two companies announced it, and the plan changed twice.")]
    [InlineData("en", "Say a team of ten loses sleep.")]
    [InlineData("de", "Zwei weitere Gründe werden genannt, LLVM 23 kann den Code erzeugen.")]
    [InlineData("de", "In der zweiten Hälfte des Jahres wird der Schrank zweimal abgeschaltet.")]
    [InlineData("zh", "第三家工厂成为三星的客户。")]
    [InlineData("ja", "3月10日に発表した。")]
    public void Read_NumberThatCountsNothingOfTheTrade_IsNone(string language, string text) => Assert.Empty(Read(language, text));

    [Theory]
    [InlineData("en", "Nvidia sells chips. Suppose a ministry rents 64 GPUs. It pays 4 dollars an hour.")]
    [InlineData("de", "Nvidia verkauft Chips. Angenommen, ein Amt mietet 64 GPUs. Es zahlt 4 Euro je Stunde.")]
    [InlineData("es", "Nvidia vende chips. Supongamos que un ministerio alquila 64 GPU.")]
    [InlineData("zh", "英伟达出售芯片。假设某公司租用64台服务器。")]
    public void Read_ExampleInsideAParagraph_IsHypothetical(string language, string text) => Assert.All(Read(language, text), quantity => Assert.True(quantity.Hypothetical));

    private static string Shown(Quantity quantity) => $"{Math.Round(quantity.Value, 3).ToString(CultureInfo.InvariantCulture)} {quantity.Unit}";

    private static List<Quantity> Read(string language, string text) =>
        Reader.Read(ArticleReading.Of(new("a", null, "Example Paper", language, null, "", text, BlockRoles.Find(text, language)), Words.Seeds.Phrases));

    private static class Words
    {
        public static Vocabulary Seeds { get; } = Vocabulary.Of(NewsCatalogue.LoadSeeds());
    }
}
