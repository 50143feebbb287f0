using System.Text;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.Pipeline.Extraction;

public sealed class ExtractionLimitsTests
{
    private const string Sentence = "A sentence of the article that is long enough to be taken for prose by any reader of it.";

    [Fact]
    public void Extract_MoreElementsThanAnyPage_IsReadAsText()
    {
        var html = $"<html><head><title>The headline of a great page</title></head><body><p>{Sentence}</p>{string.Concat(Enumerable.Repeat("<p>x</p>", 70_000))}</body></html>";

        var article = new ArticleExtractor().Extract(html, null);

        Assert.Equal("The headline of a great page", article.Title);
        Assert.StartsWith(Sentence, article.Text, StringComparison.Ordinal);
        Assert.Null(article.Fault);
    }

    [Fact]
    public void Extract_MisnestedTagsThatBecomeManyElements_Ends()
    {
        var html = $"<body><p>{Sentence}</p>{string.Concat(Enumerable.Repeat("<p><b><i><u><a><em>x</p>", 20_000))}";

        Assert.Contains(Sentence, new ArticleExtractor().Extract(html, null).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_TagOfManyAttributes_KeepsTheText()
    {
        var html = $"<body><p {string.Concat(Enumerable.Repeat("id=x class=y ", 200_000))}>{Sentence}</p></body>";

        Assert.Equal(Sentence, new ArticleExtractor().Extract(html, null).Text);
    }

    [Fact]
    public void Extract_TimeIsOver_GivesTheReasonAndNoText()
    {
        var clock = new SteppingClock(TimeSpan.FromMilliseconds(100));
        var html = $"<body>{string.Concat(Enumerable.Repeat($"<p>{Sentence}</p>", 500))}</body>";

        var article = new ArticleExtractor(SiteRules.None, clock).Extract(html, null);

        Assert.Equal("The page took longer to read than 10 seconds.", article.Fault);
        Assert.Equal("", article.Text);
        Assert.InRange(clock.Looks, 100, 110);
    }

    [Fact]
    public void Extract_LongerTextThanIsStored_IsCutBehindABlock()
    {
        // The clock stands: how long the machine takes for so long a page is another matter.
        var html = $"<body><article>{string.Concat(Enumerable.Range(0, 15_000).Select(i => $"<p>{Sentence} Número {i}.</p>"))}</article></body>";

        var article = new ArticleExtractor(SiteRules.None, new FakeTimeProvider()).Extract(html, null);

        Assert.InRange(Encoding.UTF8.GetByteCount(article.Text), BodyLimit.Bytes - 200, BodyLimit.Bytes);
        Assert.Equal(article.Text.Length, article.Blocks[^1].End);
        Assert.EndsWith(".", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_OneBlockTooLong_IsCutBetweenCharacters()
    {
        var text = string.Concat(Enumerable.Repeat("語🙂", 300_000));

        var (cut, blocks) = BodyLimit.Cut(text, [new(BlockRole.Fact, BlockKind.Paragraph, 0, text.Length)]);

        Assert.InRange(Encoding.UTF8.GetByteCount(cut), BodyLimit.Bytes - 7, BodyLimit.Bytes);
        Assert.Equal(cut.Length, Assert.Single(blocks).End);
        Assert.False(char.IsHighSurrogate(cut[^1]));
    }
}
