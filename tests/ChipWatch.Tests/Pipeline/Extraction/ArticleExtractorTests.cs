using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Tests.Pipeline.Extraction;

public sealed class ArticleExtractorTests
{
    private const string Sentence = "A sentence of the article that is long enough to be taken for prose by any reader of it.";
    private static readonly ArticleExtractor Extractor = new();

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("plain text")]
    [InlineData("<html><body></body></html>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",")]
    [InlineData("<script type='application/ld+json'>")]
    [InlineData("<p><a><p><table><td><p></a></table>")]
    public void Extract_BrokenPage_NeverThrows(string html) => Assert.NotNull(Extractor.Extract(html, null).Text);

    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("blockquote")]
    [InlineData("a")]
    public void Extract_VeryDeepPage_KeepsItsTextAndTakesNoTime(string element)
    {
        var html = $"<html><body><p>{Sentence}</p>{string.Concat(Enumerable.Repeat($"<{element}>", 20_000))}<p>{Sentence} Twice.</p></body></html>";
        var before = Used();

        var article = Extractor.Extract(html, null);

        Assert.Contains(Sentence, article.Text, StringComparison.Ordinal);
        // The process's time counts other tests too; a parser that is quadratic in depth would need minutes.
        Assert.True(Used() - before < TimeSpan.FromSeconds(60), $"It took {Used() - before} of processor.");
    }

    [Fact]
    public void Extract_Links_KeepAddressAndSpanOfThoseThatLeaveTheSite()
    {
        var page = $"<html lang='en'><body><article><h1>A headline</h1><p>{Sentence}</p><p>The plan  was\n <a href='https://www.reuters.com/a?x=1'>first\n <b>reported</b></a> on Monday, says <a href='/own'>our page</a>"
            + $" and <a href='mailto:x@y.example'>mail</a>, <a>no address</a>; then <a href='//ft.com/b'>more</a>, and the sentence goes on for a while.</p><p>{Sentence}</p></article></body></html>";

        var article = Extractor.Extract(page, new Uri("https://paper.example/news/1"));

        Assert.Equal(["https://www.reuters.com/a?x=1 first reported", "https://ft.com/b more"], article.Links.Select(link => $"{link.Url} {article.Text.Substring(link.Start, link.Length)}"));
    }

    [Fact]
    public void Extract_HiddenCopyForMachines_IsReadOnce()
    {
        var sentences = Enumerable.Range(1, 10).Select(i => $"{Sentence[..^1]}, number {i} of its kind.").ToList();
        var hidden = $"<div style='display:none' itemscope><div itemprop='author'>Jo Example</div><div itemprop='articleBody'>{string.Join('\n', sentences)}</div></div>";

        var article = Extractor.Extract($"<html><body><div>{string.Concat(sentences.Select(text => $"<p>{text}</p>"))}{hidden}</div></body></html>", null);

        Assert.Equal(string.Join("\n\n", sentences), article.Text);
    }

    [Theory]
    [InlineData("...", false)]
    [InlineData("[…]", false)]
    [InlineData(". Read more »", false)]
    [InlineData(".", true)]
    public void Extract_ListOfLinkedTexts_StaysOutWhereTheyBreakOff(string end, bool stays)
    {
        var list = string.Concat(Enumerable.Range(1, 4).Select(i => $"<li><a href='/{i}'>Chip number {i}</a> <span>It was announced in the spring and is made by plant {i}{end}</span></li>"));

        var article = Extractor.Extract($"<html><body><div><p>{Sentence}</p><ul>{list}</ul><p>{Sentence} Again.</p><p>{Sentence} And again.</p></div></body></html>", null);

        Assert.Equal(stays, article.Text.Contains("made by plant 3", StringComparison.Ordinal));
        Assert.Contains("And again.", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_SeveralThreads_AgreeWithOne()
    {
        var html = $"<html lang='en'><body><article><h1>Title of it</h1><p>{Sentence}</p><p>{Sentence} Again.</p></article></body></html>";
        var alone = Extractor.Extract(html, null).Text;

        Assert.All(Enumerable.Range(0, 64).AsParallel().Select(_ => Extractor.Extract(html, null).Text).ToList(), text => Assert.Equal(alone, text));
    }

    [Fact]
    public void Extract_ZoneOfThePage_IsKeptBesideTheInstant()
    {
        var article = Extractor.Extract($"<html><head><meta property='article:published_time' content='2026-01-31T22:00:00-05:00'></head><body><p>{Sentence}</p></body></html>", null);

        Assert.Equal(new DateTimeOffset(2026, 2, 1, 3, 0, 0, TimeSpan.Zero), article.Published);
        Assert.Equal(TimeSpan.Zero, article.Published!.Value.Offset);
        Assert.Equal(31, article.PublishedThere!.Value.Day);
    }

    private static TimeSpan Used() => Environment.CpuUsage.TotalTime;
}
