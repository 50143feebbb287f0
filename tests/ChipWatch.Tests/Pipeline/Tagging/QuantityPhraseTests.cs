using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Tests.Pipeline.Tagging;

public sealed class QuantityPhraseTests
{
    [Theory]
    [InlineData("The group reported quarterly revenue of 3.1 billion dollars", "3.1 billion dollars", "USD", "quarterly revenue")]
    [InlineData("with a gross margin of about 60 percent", "60 percent", "%", "gross margin")]
    [InlineData("It holds 40 percent of the packaging lines", "40 percent", "%", "packaging lines")]
    [InlineData("Its shares rose 12 percent", "12 percent", "%", "shares")]
    [InlineData("It returns 1,100 coolant distribution units", "1,100 coolant distribution units", "units", "coolant distribution units")]
    [InlineData("bei einem operativen Gewinn von rund 20 Millionen Euro", "20 Millionen Euro", "EUR", "operativen Gewinn")]
    [InlineData("Die Verschiebung um zwei Quartale trifft alle", "zwei Quartale", "Quartale", "Verschiebung")]
    [InlineData("Sie nutzt 5.000 Beschleuniger von Nvidia", "5.000 Beschleuniger", "Beschleuniger", "Beschleuniger von Nvidia")]
    [InlineData("avec un chiffre d'affaires de 3 milliards d'euros", "3 milliards d'euros", "EUR", "chiffre d'affaires")]
    [InlineData("qui boucle un tour de table de 30 millions d'euros", "30 millions d'euros", "EUR", "tour de table")]
    [InlineData("Le titre a bondi de 4,7 % à Séoul", "4,7 %", "%", "titre")]
    [InlineData("anuncia una inversión de 300 millones de dólares", "300 millones de dólares", "USD", "inversión")]
    [InlineData("Het bedrijf boekte een omzet van ruim 10 miljard euro", "10 miljard euro", "EUR", "omzet")]
    [InlineData("een vijfde van de jaaromzet", "een vijfde", "%", "jaaromzet")]
    [InlineData("公布三季度营收106亿欧元", "106亿欧元", "EUR", "三季度营收")]
    [InlineData("總營收194億美元", "194億美元", "USD", "總營收")]
    [InlineData("投資額は51億ドルに膨らむ", "51億ドル", "USD", "投資額")]
    [InlineData("政府は最大3200億円の補助を決めている", "3200億円", "JPY", "補助")]
    [InlineData("AIサーバーのラック約6000台を発注した", "6000台", "台", "ラック")]
    [InlineData("반도체 부문 영업이익은 31조2천억원이었다", "31조2천억원", "KRW", "부문 영업이익")]
    [InlineData("차세대 GPU 9만장을 공급한다", "9만장", "장", "GPU")]
    public void In_NounBoundToTheNumber_IsThatNoun(string clause, string quote, string unit, string phrase) =>
        Assert.Equal(phrase, QuantityPhrase.In(clause, quote, unit));

    [Theory]
    [InlineData("Amkor was granted 600 million dollars in July", "600 million dollars", "USD")]
    [InlineData("the headline of the page speaks of 2.2 million", "2.2 million", "USD")]
    [InlineData("binnen eines Tages um sechs Prozent", "sechs Prozent", "%")]
    [InlineData("Il faudrait un milliard de dollars de plus", "un milliard de dollars", "USD")]
    [InlineData("twelve months after the storm", "twelve months", "months")]
    [InlineData("盘后股价下跌5%", "5%", "%")]
    [InlineData("no such words here", "5 GW", "GW")]
    public void In_NothingPlain_IsNothing(string clause, string quote, string unit) =>
        Assert.Null(QuantityPhrase.In(clause, quote, unit));

    [Fact]
    public void What_NothingPlain_IsTheClause() =>
        Assert.Equal("It was granted 5 dollars", new Quantity(5, "USD", "It was granted 5 dollars", null, false, []).What);
}
