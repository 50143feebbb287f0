using ChipWatch.Pages.Articles;
using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Tests.App.Pages.Articles;

public sealed class ReadingTests
{
    [Fact]
    public void Of_TextWithoutBlocks_IsParagraphs() =>
        Assert.Equal([(0, 3), (5, 3)], Reading.Of("one\n\ntwo", []).Select(part => (part.Blocks[0].Start, part.Blocks[0].Length)));

    [Fact]
    public void Of_ListItemsInARow_AreOneList()
    {
        var parts = Reading.Of("a\n\nb\n\nc", [new(BlockRole.Takeaway, BlockKind.ListItem, 0, 1), new(BlockRole.Takeaway, BlockKind.ListItem, 3, 1), new(BlockRole.Fact, BlockKind.ListItem, 6, 1)]);

        Assert.Equal([2, 1], parts.Select(part => part.Blocks.Count));
        Assert.All(parts, part => Assert.True(part.NamesRole));
    }

    [Fact]
    public void Of_TextBetweenBlocks_IsKept()
    {
        var parts = Reading.Of("one\n\ntwo\n\nthree", [new(BlockRole.Heading, BlockKind.Heading, 5, 3)]);

        Assert.Equal(["one", "two", "three"], parts.Select(part => "one\n\ntwo\n\nthree".Substring(part.Blocks[0].Start, part.Blocks[0].Length)));
    }

    [Fact]
    public void Of_BlocksBeyondTheText_AreCut() =>
        Assert.Equal([2], Reading.Of("ab", [new(BlockRole.Fact, BlockKind.Paragraph, 0, 9), new(BlockRole.Fact, BlockKind.Paragraph, 40, 9)]).Select(part => part.Blocks[0].Length));
}
