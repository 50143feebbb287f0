using System.Globalization;
using ChipWatch.Pages.Stories;

namespace ChipWatch.Tests.App.Pages.Stories;

public sealed class ChainLinesTests
{
    [Fact]
    public void Path_NextColumn_IsOneCurve()
    {
        var lines = Lines(new("Origin", null, 1, true, 0, 0), new("Relay", null, 1, false, 1, 1));

        Assert.Equal("M200 17C240 17 253 63 293 63", lines.Path(new(0, 1)));
        Assert.Equal((293d, 63d), lines.End(new(0, 1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void Path_ColumnBetween_PassesBetweenItsBoxes(double row)
    {
        var lines = Lines(
            new("Origin", null, 1, true, 0, 1), new("One", null, 1, false, 1, 0), new("Two", null, 1, false, 1, 1), new("Three", null, 1, false, 1, 2), new("Last", null, 1, false, 2, row));

        var path = lines.Path(new(0, 4));

        var lane = double.Parse(path[..path.IndexOf('H', StringComparison.Ordinal)].Split(' ')[^1], CultureInfo.InvariantCulture);
        Assert.All(lines.Chain.Outlets.Where(outlet => outlet.Column == 1), outlet => Assert.False(lane > lines.Y(outlet) - 1 && lane < lines.Y(outlet) + ChainLines.BoxHeight + 1));
    }

    private static ChainLines Lines(params IReadOnlyList<ChainOutlet> outlets) => new(new(outlets, [], []), 200, 100, 46);
}
