using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Tests.Pipeline.Extraction;

public sealed class ArticleAddressTests
{
    [Theory]
    [InlineData("https://news.example/a/amp", "https://news.example/a")]
    [InlineData("https://news.example/a/amp/", "https://news.example/a")]
    [InlineData("https://news.example/a.amp.html", "https://news.example/a.html")]
    [InlineData("https://news.example/a?amp=1&page=2", "https://news.example/a?page=2")]
    [InlineData("https://news.example/a?outputType=amp", "https://news.example/a")]
    [InlineData("https://amp.news.example/a", "https://news.example/a")]
    [InlineData("https://m.news.example/a", "https://news.example/a")]
    [InlineData("https://mobile.news.example/a", "https://news.example/a")]
    [InlineData("https://news.example/a/print/", "https://news.example/a")]
    [InlineData("https://news.example/a?print=true", "https://news.example/a")]
    [InlineData("https://www.google.com/amp/s/news.example/a", "https://news.example/a")]
    [InlineData("https://news-example.cdn.ampproject.org/c/s/news.example/a", "https://news.example/a")]
    [InlineData("https://news.example/amplifier", "https://news.example/amplifier")]
    [InlineData("https://news.example/a?print=maps", "https://news.example/a?print=maps")]
    [InlineData("https://medium.example/m", "https://medium.example/m")]
    public void Unwrap_Form_GivesTheArticlesAddress(string address, string expected) => Assert.Equal(expected, ArticleAddress.Unwrap(address));

    [Theory]
    [InlineData("/a?utm_source=x", "https://news.example/b", "https://news.example/a")]
    [InlineData("https://news.example/", "https://news.example/b", null)]
    [InlineData(null, "https://news.example/b", null)]
    [InlineData(null, "https://news.example/b/amp", "https://news.example/b")]
    [InlineData("javascript:void(0)", "https://news.example/b", null)]
    public void Of_StatedAndOwn_GivesOneAddress(string? stated, string own, string? expected) => Assert.Equal(expected, ArticleAddress.Of(stated, new Uri(own)));
}
