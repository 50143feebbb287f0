using ChipWatch.Pipeline.Revisions;

namespace ChipWatch.Tests.Pipeline.Revisions;

public sealed class TextComparisonTests
{
    [Fact]
    public void Between_OneParagraphChanged_PassesOverTheOthers()
    {
        var rows = TextComparison.Between("First stays.\n\nAmazon will sell chips.\n\nLast stays.\n\nTruly.", "First stays.\n\nAmazon may sell chips.\n\nLast stays.\n\nTruly.");

        Assert.Equal([1, 0, 2], rows.Select(row => row.Unchanged));
        Assert.Equal(["will ", "may "], rows[1].Pieces.Where(piece => piece.Kind != DiffKind.Same).Select(piece => piece.Text));
    }

    [Fact]
    public void Between_ParagraphAddedAndAnotherRemoved_KeepsThemApart()
    {
        var rows = TextComparison.Between("Amazon sells chips to clouds.\n\nNvidia leads the market today.", "Nvidia leads the market today.\n\nTSMC has no capacity left until autumn.");

        Assert.Equal([(true, false), (false, false), (false, true)], rows.Select(row => (row.HasOld, row.HasNew)));
    }

    [Fact]
    public void Between_SameText_IsOneRowOfUnchanged() => Assert.Equal(2, Assert.Single(TextComparison.Between("A.\n\nB.", "A.\n\nB.")).Unchanged);
}
