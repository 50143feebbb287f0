using ChipWatch.Store.Articles;

namespace ChipWatch.Tests.Store.Articles;

public sealed class ArticleIdsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_LaterArticle_HasTheLargerId() =>
        Assert.True(ArticleIds.Of(Noon, "https://a.example/1", 0) < ArticleIds.Of(Noon.AddSeconds(1), "https://a.example/0", 0));

    [Fact]
    public void Of_SameArticle_IsTheSameEverywhere() =>
        Assert.Equal(ArticleIds.Of(Noon, "https://a.example/1", 0), ArticleIds.Of(Noon, "https://a.example/1", 0));

    [Fact]
    public void Of_NextAttempt_IsAnotherIdOfTheSameSecond()
    {
        var (first, second) = (ArticleIds.Of(Noon, "https://a.example/1", 0), ArticleIds.Of(Noon, "https://a.example/1", 1));

        Assert.NotEqual(first, second);
        Assert.Equal(first >> 20, second >> 20);
    }

    [Fact]
    public void Of_FarFuture_StaysExactInJavaScript() =>
        Assert.True(ArticleIds.Of(new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero), "https://a.example/", 0) < 1L << 53);
}
