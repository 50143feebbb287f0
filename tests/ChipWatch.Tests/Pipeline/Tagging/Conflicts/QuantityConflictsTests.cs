using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Conflicts;

namespace ChipWatch.Tests.Pipeline.Tagging.Conflicts;

public sealed class QuantityConflictsTests
{
    [Fact]
    public void Of_SameThingOtherValue_IsAConflict()
    {
        var conflict = Assert.Single(QuantityConflicts.Of(
        [
            Says(1, 2_450_000, "cores", "the machine counts 2.45 million cores in total"),
            Says(2, 13_790_000, "cores", "other reports count 13.79 million cores in total for the machine"),
        ]));

        Assert.Equal([2_450_000, 13_790_000], conflict.Readings.Select(reading => reading.First.Value));
        Assert.Equal("cores", conflict.Unit);
    }

    [Theory]
    [InlineData(41_460_000_000, 41_500_000_000)]
    [InlineData(3_920_000_000, 4_000_000_000)]
    [InlineData(0.7, 0.7)]
    public void Of_RoundedToFewerDigits_IsNone(double exact, double rounded) => Assert.Empty(QuantityConflicts.Of(
        [Says(1, exact, "USD", "revenue of the third quarter"), Says(2, rounded, "USD", "revenue of the third quarter")]));

    [Fact]
    public void Of_Hedged_HasRoom() => Assert.Empty(QuantityConflicts.Of(
        [Says(1, 1_050, "GPUs", "the cluster holds GPUs of one kind"), Says(2, 1_100, "GPUs", "the cluster holds GPUs of one kind", "about")]));

    [Fact]
    public void Of_OtherThingOrOtherUnitOrExampleOrSameArticle_IsNone()
    {
        Assert.Empty(QuantityConflicts.Of([Says(1, 20, "%", "the share price fell after hours"), Says(2, 35, "%", "orders grew in every region")]));
        Assert.Empty(QuantityConflicts.Of([Says(1, 20, "%", "output of the plant rises"), Says(2, 35, "GW", "output of the plant rises")]));
        Assert.Empty(QuantityConflicts.Of([Says(1, 20, "%", "output of the plant rises"), Says(1, 35, "%", "output of the plant rises")]));
        Assert.Empty(QuantityConflicts.Of(
        [
            Says(1, 20, "%", "output of the plant rises"),
            new(2, new(35, "%", "output of the plant rises", null, Hypothetical: true, [])),
        ]));
    }

    [Fact]
    public void Of_OneArticleStatesBothNumbers_IsNone() => Assert.Empty(QuantityConflicts.Of(
        [Says(1, 22e9, "USD", "the target for revenue outside phones went from 22 to 40 billion"), Says(1, 40e9, "USD", "the target for revenue outside phones went from 22 to 40 billion"), Says(2, 40e9, "USD", "the new target for revenue outside phones")]));

    [Fact]
    public void Of_OtherYears_IsNone()
    {
        Assert.Empty(QuantityConflicts.Of([Says(1, 3e9, "USD", "revenue of the chip division in 2025"), Says(2, 5e9, "USD", "revenue of the chip division in 2026")]));
        Assert.Single(QuantityConflicts.Of([Says(1, 3e9, "USD", "revenue of the chip division in 2026"), Says(2, 5e9, "USD", "revenue of the chip division in 2026")]));
    }

    [Fact]
    public void Of_OthersAgreeButForRounding_StandWithTheirReading()
    {
        var conflict = Assert.Single(QuantityConflicts.Of(
        [
            Says(1, 2_450_000, "cores", "the machine counts 2.45 million cores in total"),
            Says(2, 13_790_000, "cores", "other reports count 13.79 million cores in total for the machine"),
            Says(3, 13_800_000, "cores", "the machine has cores in total of 13.8 million"),
        ]));

        Assert.Equal([[1L], [2L, 3L]], conflict.Readings.Select(reading => reading.Statements.Select(statement => statement.ArticleId)));
    }

    [Fact]
    public void Groups_AllAgree_AreOneReading()
    {
        var group = Assert.Single(QuantityConflicts.Groups([Says(1, 20, "%", "output of the plant rises"), Says(2, 20.2, "%", "output of that plant rises", "about")]));

        Assert.False(group.IsConflict);
        Assert.Equal(2, Assert.Single(group.Readings).Statements.Count);
    }

    private static StatedQuantity Says(long article, double value, string unit, string what, string? hedge = null) =>
        new(article, new(value, unit, what, hedge, Hypothetical: false, []));
}
