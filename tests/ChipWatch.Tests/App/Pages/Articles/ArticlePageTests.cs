using Bunit;
using ChipWatch.Pages.Articles;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.App.Pages.Articles;

public sealed class ArticlePageTests : PageContext
{
    [Fact]
    public void Article_Text_StandsWholeAndAsText()
    {
        var page = Open("/articles/42/trainium");

        Assert.Equal(SampleArticle.Title, page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("script"));
        Assert.Contains("TSMC <script>alert(1)</script>", page.Find(".sh.kw").TextContent, StringComparison.Ordinal);
        var shown = string.Join('\n', page.FindAll(".bk p, .bk li, .bk h2, .bk td").Select(block => block.TextContent));
        Assert.All(SampleArticle.Text.Split("\n\n").SelectMany(block => block.Split('\t')), text => Assert.Contains(text, shown, StringComparison.Ordinal));
        Assert.Equal("de", page.Find(".bk.cap p").GetAttribute("lang"));
        Assert.Empty(page.FindAll("mark"));
        Assert.Empty(page.FindAll(".sh.ex .mk-soft"));
        Assert.Contains("Trainium3 is largely sold out", page.FindAll(".mk-soft").Select(mark => mark.TextContent));
    }

    [Fact]
    public void Article_Why_LightsItsSentencesAndPrintsTheSum()
    {
        var page = Open("/articles/42/trainium?why=topic:sovereign-ai");

        Assert.Equal(
            ["Techzine places the move within the demand for sovereign AI infrastructure, where organisations want to run capacity locally.", "Local operators would gain physical control over the racks."],
            page.FindAll(".bk mark").Select(mark => mark.TextContent));
        Assert.Contains("Techzine", page.Find("#why").TextContent, StringComparison.Ordinal);
        Assert.Equal("Why Sovereign AI?", page.Find(".whyp h3").TextContent);
        Assert.Equal("8.0", page.Find(".whyp dd.sum").TextContent);
        Assert.Equal("/articles/42/trainium-may-leave-the-aws-fold", page.Find(".tg.on a.w").GetAttribute("href"));
    }

    [Theory]
    [InlineData("company:nobody")]
    [InlineData("nonsense")]
    public void Article_WhyOfNothing_LightsNothing(string why) => Assert.Empty(Open($"/articles/42/x?why={why}").FindAll("mark"));

    [Fact]
    public void Article_OlderRevision_ShowsNoEvidence()
    {
        var page = Open("/articles/42/x?revision=1&why=company:amazon");

        Assert.Empty(page.FindAll(".bk mark, .mk-soft"));
        Assert.Contains("An older state", page.Find(".strip").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Article_Revised_SaysWhatItMeansBeforeTheWords()
    {
        var strip = Open("/articles/42/x").Find(".strip");

        Assert.Equal(["Headline softened", "Status moved"], strip.QuerySelectorAll(".means b").Select(b => b.TextContent));
        Assert.Equal(("will", "may"), (strip.QuerySelector(".df del")!.TextContent, strip.QuerySelector(".df ins")!.TextContent));
        Assert.Equal(["Announced", "Talks"], strip.QuerySelectorAll(".means .st").Select(st => st.TextContent.Trim()));
        var compare = strip.QuerySelector(".to a")!;
        Assert.Equal("Compare the two texts, +6 and −2 words", compare.TextContent);
        Assert.Equal("/articles/42/trainium-may-leave-the-aws-fold?revision=2&diff=1", compare.GetAttribute("href"));
    }

    [Fact]
    public void Article_Compared_ShowsBothTextsWithWhatWentAndCame()
    {
        var diff = Open("/articles/42/x?revision=2&diff=1").Find(".diff");

        Assert.Equal("Trainium will leave the AWS fold", Even(diff.QuerySelector(".head .was")!.TextContent));
        Assert.Equal("Trainium may leave the AWS fold", Even(diff.QuerySelector(".head .is")!.TextContent));
        Assert.Equal(["may", "largely", "largely"], diff.QuerySelectorAll("ins").Select(ins => ins.TextContent));
        Assert.Equal(["will", "A last word."], diff.QuerySelectorAll("del").Select(del => del.TextContent));
        Assert.Contains("unchanged", diff.QuerySelector(".same")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(diff.QuerySelectorAll("script"));

        static string Even(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Article_FirstRevisionCompared_ShowsItsText() => Assert.Empty(Open("/articles/42/x?revision=1&diff=1").FindAll(".diff"));

    [Fact]
    public void Article_AnotherProofAskedFor_DoesNotAskTheStoreAgain()
    {
        var page = Open("/articles/42/x");
        GoTo("/articles/42/x?why=company:amazon");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".bk mark")));
        Assert.Equal(1, Articles.Asked);
    }

    [Fact]
    public void Article_OfAnotherId_IsNotFound()
    {
        GoTo("/articles/43/x");
        Render<ArticlePage>(page => page.Add(article => article.Id, 43));

        Assert.True(IsMissing);
    }

    [Theory]
    [InlineData("https://a.example/x", "https://a.example/x")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("/local", null)]
    [InlineData("data:text/html,x", null)]
    public void Outside_Address_OnlyTheWeb(string url, string? expected) => Assert.Equal(expected, ChipWatchUrls.Outside(url));

    private IRenderedComponent<ArticlePage> Open(string address)
    {
        GoTo(address);
        return Render<ArticlePage>(page => page.Add(article => article.Id, 42));
    }
}
