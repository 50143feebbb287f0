using ChipWatch.Pages.Articles;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.App.Pages.Articles;

public sealed class MarkedTextTests
{
    private const string Text = "abcdefghij";

    [Theory]
    [InlineData("", "", "abcdefghij")]
    [InlineData("2+3", "", "ab[cde]fghij")]
    [InlineData("0+10", "3+2", "[abc]{de}[fghij]")]
    [InlineData("1+4,3+4", "", "a[bcdefg]hij")]
    [InlineData("", "1+4,3+4,4+1", "a{bcdefg}hij")]
    [InlineData("5+2", "7+1", "abcde[fg]{h}ij")]
    [InlineData("8+50,40+2", "-3+5", "{ab}cdefgh[ij]")]
    public void Cut_Spans_AreWholeAndInOrder(string underlined, string lit, string expected)
    {
        var pieces = MarkedText.Cut(Text, 0, Text.Length, TextField.Text, Spans(underlined), Spans(lit));

        Assert.Equal(expected, string.Concat(pieces.Select(piece => piece.Marking switch
        {
            Marking.Lit => $"{{{piece.Text}}}",
            Marking.Underlined => $"[{piece.Text}]",
            _ => piece.Text,
        })));
    }

    [Fact]
    public void Cut_Stretch_ShowsOnlyItsPart()
    {
        var pieces = MarkedText.Cut(Text, 4, 3, TextField.Text, Spans("0+5"), Spans("6+4"));

        Assert.Equal([new MarkedPiece("e", Marking.Underlined), new MarkedPiece("f", Marking.None), new MarkedPiece("g", Marking.Lit)], pieces);
    }

    [Fact]
    public void Cut_SpanOfTheHeadline_LeavesTheTextAlone() =>
        Assert.Single(MarkedText.Cut(Text, 0, 10, TextField.Title, Spans("0+5"), []));

    private static List<TextSpan> Spans(string spans) =>
        [.. spans.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(span => span.Split('+')).Select(span => new TextSpan(TextField.Text, int.Parse(span[0]), int.Parse(span[1]), "…"))];
}
