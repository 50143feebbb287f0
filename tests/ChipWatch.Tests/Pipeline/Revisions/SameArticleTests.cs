using ChipWatch.Pipeline.Revisions;

namespace ChipWatch.Tests.Pipeline.Revisions;

public sealed class SameArticleTests
{
    private static readonly string Text = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"Sentence{i} reports chapter{i} about accelerator{i} sales."));
    private static readonly ArticleState Old = State("Amazon will sell Trainium chips", Text);

    [Fact]
    public void Judge_OtherHeadlineSameText_IsTheSame() => Assert.Equal(SameArticleVerdict.Same, SameArticle.Judge(Old, State("AWS opens its silicon", Text)));

    [Fact]
    public void Judge_HalfOfTheTextRewritten_IsTheSame() =>
        Assert.Equal(SameArticleVerdict.Same, SameArticle.Judge(Old, State(Old.Title, Text[..(Text.Length / 2)] + " Something wholly different stands here now, with fresh quotes from people who were reached late.")));

    [Fact]
    public void Judge_OnlyTheBeginningIsLeft_IsATeaser() => Assert.Equal(SameArticleVerdict.Teaser, SameArticle.Judge(Old, State(Old.Title, Text[..300])));

    [Theory]
    [InlineData("Home", "Latest news from every market. Weather, sports, culture and the best recipes of this week. Subscribe to our newsletter.")]
    [InlineData("Before you continue", "We value your privacy. We and our partners store information on devices and process personal data.")]
    public void Judge_FrontPageOrWall_IsAnother(string title, string text) => Assert.Equal(SameArticleVerdict.Another, SameArticle.Judge(Old, State(title, text)));

    private static ArticleState State(string title, string text) => new(title, text, [], "en", null, []);
}
