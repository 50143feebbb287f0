using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Extraction;
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

    [Theory]
    [InlineData("en", "Intel will sell a plant, the Mesa Valley Tribune was first to report.", "Mesa Valley Tribune")]
    [InlineData("en", "Intel will sell a plant, as first reported by the Cork Business Journal.", "Cork Business Journal")]
    [InlineData("en", "Intel will sell a plant, according to documents seen by the newsletter Fab Letter.", "Fab Letter")]
    [InlineData("en", "Intel's chief executive told local broadcaster WXQT that a plant will be sold.", "WXQT")]
    [InlineData("en", "Intel will sell a plant (source: Bloomberg).", "Bloomberg")]
    [InlineData("en", "Intel will sell a plant, its chief executive said in an interview with Fortune.", "Fortune")]
    [InlineData("en", "Reuters: Intel to sell a plant, citing the Irish Chip Herald.", "Reuters, Irish Chip Herald")]
    [InlineData("de", "Einem Bericht des Leipziger Tageskuriers zufolge verkauft Intel ein Werk.", "Leipziger Tageskurier")]
    [InlineData("de", "Intel verkauft ein Werk, wie zuerst die «Magdeburger Morgenpost» meldete.", "Magdeburger Morgenpost")]
    [InlineData("de", "Intel verkauft ein Werk. Das sagte der Finanzchef dem Handelsblatt.", "Handelsblatt")]
    [InlineData("de", "Dem Spiegel zufolge verkauft Intel ein Werk.", "Der Spiegel")]
    [InlineData("fr", "Selon nos confrères du Courrier de Leixlip, Intel vend une usine.", "Courrier de Leixlip")]
    [InlineData("fr", "Intel vend une usine, a confié son directeur financier au Figaro.", "Le Figaro")]
    [InlineData("fr", "Comme l'a révélé Challenges, Intel vend une usine.", "Challenges")]
    [InlineData("es", "Intel venderá una planta, según ha podido saber El Diario de Leixlip.", "El Diario de Leixlip")]
    [InlineData("es", "Intel venderá una planta, según Expansión, que cita a Bloomberg.", "Expansión, Bloomberg")]
    [InlineData("es", "Intel venderá una planta, aseguró su director financiero en una entrevista con Cinco Días.", "Cinco Días")]
    [InlineData("nl", "Intel verkoopt een fabriek, schrijft de Leidse Courant op basis van bronnen.", "Leidse Courant")]
    [InlineData("nl", "Dat zei de topman tegen BNR, Intel verkoopt een fabriek.", "BNR")]
    [InlineData("nl", "Het FD meldt dat Intel een fabriek verkoopt.", "Het Financieele Dagblad")]
    [InlineData("zh", "据台湾媒体镜湖时报报道，英特尔将出售一家工厂。", "镜湖时报")]
    [InlineData("zh", "美国媒体ChipLedger援引知情人士称，英特尔将出售一家工厂。", "ChipLedger")]
    [InlineData("zh", "英特尔首席执行官在接受CNBC采访时表示，将出售一家工厂。", "CNBC")]
    [InlineData("zh", "路透引述日經報導，英特爾將出售一座工廠。", "Reuters, Nikkei")]
    [InlineData("ja", "米WXQTラジオが関係者の話として、インテルが工場を売却すると伝えた。", "WXQT")]
    [InlineData("ja", "インテルが工場を売却すると、米紙ウォール・ストリート・ジャーナルが報じた。", "The Wall Street Journal")]
    [InlineData("ja", "日本経済新聞の取材に対し、インテル幹部は工場の売却を認めた。", "Nikkei")]
    [InlineData("ko", "인텔이 공장을 매각한다고 대만 경제일보가 보도했다.", "경제일보")]
    [InlineData("ko", "반도체 전문매체 칩데일리는 업계 관계자를 인용해 인텔이 공장을 매각한다고 전했다.", "칩데일리")]
    [InlineData("ko", "닛케이 보도에 따르면 인텔이 공장을 매각한다.", "Nikkei")]
    public void Read_WaysOfThePress_AreCredits(string language, string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Read(language, text, "Example Paper").Select(credit => credit.Name)));

    [Theory]
    [InlineData("en", "Intel beat estimates of analysts polled by Reuters.")]
    [InlineData("en", "Intel beat forecasts compiled by Bloomberg.")]
    [InlineData("en", "The Nikkei 225 fell after Intel's forecast.")]
    [InlineData("en", "Intel will sell a plant, the commerce department said.")]
    [InlineData("en", "Intel will sell a plant, according to ERCOT.")]
    [InlineData("en", "Intel will sell a plant. The price is 2 billion dollars. Its shares rose 4 percent, MarketWatch reported.")]
    [InlineData("en", "The New York Times sued Intel over copyright.")]
    [InlineData("ja", "日経平均株価はインテルの見通しを受けて下落した。")]
    [InlineData("ko", "한국전자통신연구원은 인텔 칩의 성능을 공개했다.")]
    [InlineData("zh", "英特尔官方新闻稿称，将出售一家工厂。")]
    public void Read_NameWithoutCredit_IsNone(string language, string text) => Assert.Empty(Read(language, text, "Example Paper"));

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

    [Theory]
    [InlineData("en", "Intel will sell a plant, [Cork people](https://www.reuters.com/a) said. The plan was [reported](https://www.bloomberg.com/news/b) on Monday.", "Bloomberg: reported")]
    [InlineData("en", "Intel will sell a plant, according to [two people](https://www.ft.com/content/1) with knowledge of it.", "Financial Times: two people")]
    [InlineData("en", "Intel will sell a plant ([the Verge](https://www.theverge.com/1)).", "The Verge: the Verge")]
    [InlineData("en", "Intel will sell a plant, says [a report in the trade press](https://asia.nikkei.com/1).", "Nikkei Asia: a report in the trade press")]
    [InlineData("en", "Intel will sell [a plant in Oregon](https://www.reuters.com/a), it said on Monday.", "")]
    [InlineData("en", "Intel will sell a plant, according to [its filing](https://www.sec.gov/a).", "")]
    [InlineData("en", "Intel will sell a plant, as [reported before](https://example-paper.example/1).", "")]
    [InlineData("en", "According to Reuters, whose [report](https://www.reuters.com/a) names nobody, Intel will sell a plant.", "Reuters: Reuters")]
    [InlineData("en", "Nvidia reported [record revenue](https://www.cnbc.com/a) on Monday.", "")]
    [InlineData("en", "Sales rose by half. It [reported](https://www.cnbc.com/a) them on Monday.", "")]
    [InlineData("en", "Sales rose by half, its [quarterly report](https://www.cnbc.com/a) shows.", "")]
    [InlineData("de", "Intel verkauft ein Werk. Das geht aus einem [Bericht](https://www.handelsblatt.com/x) hervor.", "Handelsblatt: Bericht")]
    [InlineData("fr", "Intel vend une usine, selon [nos confrères](https://www.lesechos.fr/x).", "Les Echos: nos confrères")]
    [InlineData("zh", "英特尔将出售一家工厂，[据报道](https://36kr.com/p/1)，买家是一家基金。", "36氪: 据报道")]
    public void Read_LinkToAnOutlet_CreditsItBesideAWordOfReporting(string language, string marked, string expected)
    {
        var (text, links) = Linked(marked);
        var credits = Read(language, text, "Example Paper", links);

        Assert.Equal(expected, string.Join(", ", credits.Select(credit => $"{credit.Name}: {credit.Span.Quote}")));
        Assert.All(credits, credit => Assert.Equal(credit.Span.Quote, text.Substring(credit.Span.Start, credit.Span.Length)));
    }

    [Fact]
    public void Read_LinkFarDown_CreditsNobody()
    {
        var (text, links) = Linked("Intel will sell a plant. It is old.\n\nIt stands in Cork. It has many workers.\n\nOther plants are new. In a [report](https://www.reuters.com/a) they are praised.");

        Assert.Empty(Read("en", text, "Example Paper", links));
    }

    [Fact]
    public void Read_LinkToTheOwnSite_CreditsNobody()
    {
        var (text, links) = Linked("Intel will sell a plant, Bloomberg’s sister [reported](https://www.bloomberg.com/a).");

        Assert.Empty(Read("en", text, "Bloomberg", links));
    }

    /// <summary>"[words](address)" as text and links.</summary>
    private static (string Text, List<BodyLink> Links) Linked(string marked)
    {
        var text = new System.Text.StringBuilder();
        var links = new List<BodyLink>();
        for (var at = 0; at < marked.Length;)
        {
            if (marked[at] == '[')
            {
                var (close, end) = (marked.IndexOf("](", at, StringComparison.Ordinal), marked.IndexOf(')', at));
                links.Add(new(marked[(close + 2)..end], text.Length, close - at - 1));
                text.Append(marked, at + 1, close - at - 1);
                at = end + 1;
            }
            else
            {
                text.Append(marked[at++]);
            }
        }

        return (text.ToString(), links);
    }

    private static List<Credit> Read(string language, string text, string? outlet, IReadOnlyList<BodyLink>? links = null) =>
        AttributionReader.Read(ArticleReading.Of(new("a", null, outlet, language, null, "", text, BlockRoles.Find(text, language)) { Links = links ?? [] }, Seeds.Phrases), Seeds);
}
