using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Tagging;

/// <summary>A floor under each figure, a little below where it stands, so that a change cannot lose much unseen.</summary>
public sealed class LabelledScoreTests(ITestOutputHelper output)
{
    private static readonly NewsCatalogue Catalogue = NewsCatalogue.LoadSeeds();
    private static readonly Tagger Seeds = new(Vocabulary.Of(Catalogue));

    [Fact]
    public void Tag_Briefs_StaysAboveTheFloors()
    {
        var score = LabelledScore.Of(LabelledSets.Briefs(), Seeds, Catalogue);

        output.WriteLine(score.ToRow("briefs"));
        AssertFloors(score, companies: 0.99, primary: 0.90, chips: 0.97, topics: 0.85, quantities: 0.96);
    }

    [Fact]
    public void Tag_InventedArticles_StaysAboveTheFloors()
    {
        var score = LabelledScore.Of(LabelledSets.Invented(), Seeds, Catalogue);

        output.WriteLine(score.ToRow("invented"));
        AssertFloors(score, companies: 0.98, primary: 0.91, chips: 0.96, topics: 0.83, quantities: 0.92);
        Assert.True(score.QuietTopics >= 0.95, $"look-alikes without topic {score.QuietTopics:0.000}");
        Assert.True(score.QuietEvents >= 0.95, $"look-alikes without event {score.QuietEvents:0.000}");
    }

    [Fact]
    public void Tag_Traps_StaysQuietOnLookAlikesAndFindsTheRest()
    {
        foreach (var (name, set) in new[] { ("traps", LabelledSets.Traps()), ("traps kept aside", LabelledSets.TrapsKept()) })
        {
            var score = LabelledScore.Of(set, Seeds, Catalogue);

            output.WriteLine(score.ToRow(name));
            Assert.True(score.Companies.F1 >= 0.92, $"{name}: companies {score.Companies.F1:0.000}");
            Assert.True(score.QuietTopics >= 0.95, $"{name}: look-alikes without topic {score.QuietTopics:0.000}");
            Assert.True(score.QuietEvents >= 0.95, $"{name}: look-alikes without event {score.QuietEvents:0.000}");
            Assert.True(score.Topics.F1 >= 0.62, $"{name}: topics {score.Topics.F1:0.000}");
        }
    }

    private static void AssertFloors(LabelledScore score, double companies, double primary, double chips, double topics, double quantities)
    {
        Assert.True(score.Companies.F1 >= companies, $"companies {score.Companies.F1:0.000}");
        Assert.True(score.Primary.F1 >= primary, $"primary {score.Primary.F1:0.000}");
        Assert.True(score.Chips.F1 >= chips, $"chips {score.Chips.F1:0.000}");
        Assert.True(score.Topics.F1 >= topics, $"topics {score.Topics.F1:0.000}");
        Assert.True(score.Quantities >= quantities, $"quantities {score.Quantities:0.000}");
        Assert.Equal(1, score.Evidence);
    }
}
