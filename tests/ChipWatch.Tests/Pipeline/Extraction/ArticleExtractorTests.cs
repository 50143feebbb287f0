using System.Diagnostics;
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
        var watch = Stopwatch.StartNew();

        var article = Extractor.Extract(html, null);

        Assert.Contains(Sentence, article.Text, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
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
}
