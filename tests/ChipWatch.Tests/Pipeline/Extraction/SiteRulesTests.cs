using System.Text;
using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Tests.Pipeline.Extraction;

public sealed class SiteRulesTests
{
    private const string Page = """
        <html lang="en"><head><title>Wrong</title></head><body><h1>Wrong</h1>
        <div class="story"><h2 class="head">Right</h2><p class="who">Ada Quist</p><p class="when">3 May 2026</p><div class="txt"><p>Short text.</p><p class="x">Not this.</p></div></div>
        <article><p>A long paragraph that any reader would take for the article, because it is the only one on the whole page that has more than one clause.</p></article>
        </body></html>
        """;

    [Fact]
    public void Extract_HostWithRule_TakesItsParts()
    {
        var rules = Read("""{"news.example":{"content":".txt","remove":[".x"],"title":".head","byline":".who","date":".when"}}""");

        var article = new ArticleExtractor(rules).Extract(Page, new Uri("https://m.news.example/1"));

        Assert.Equal("Right", article.Title);
        Assert.Equal("Ada Quist", article.Byline);
        Assert.Equal(new DateTimeOffset(2026, 5, 3, 0, 0, 0, TimeSpan.Zero), article.Published);
        Assert.Equal("Short text.", article.Text);
    }

    [Fact]
    public void Extract_OtherHost_IsReadAsAnyPage()
    {
        var rules = Read("""{"news.example":{"content":".txt"}}""");

        Assert.StartsWith("A long paragraph", new ArticleExtractor(rules).Extract(Page, new Uri("https://othernews.example/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_RuleThatMatchesNothing_IsReadAsAnyPage()
    {
        var rules = Read("""{"news.example":{"content":".gone","title":".gone"}}""");

        var article = new ArticleExtractor(rules).Extract(Page, new Uri("https://news.example/1"));

        Assert.Equal("Wrong", article.Title);
        Assert.StartsWith("A long paragraph", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SelectorAtFault_NamesHostAndSelector()
    {
        var fault = Assert.Throws<InvalidDataException>(() => Read("""{"news.example":{"content":"div[["}}"""));

        Assert.Contains("news.example", fault.Message, StringComparison.Ordinal);
        Assert.Contains("div[[", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_Seeds_AreGoodRules() =>
        Assert.True(SiteRules.Load(ChipWatch.Pipeline.Catalogue.NewsCatalogue.SeedsFolder).Count > 0);

    private static SiteRules Read(string json) => SiteRules.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
