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
        var score = LabelledScore.Of(LabelledArticle.Read(Path.Combine(AppContext.BaseDirectory, "Cases", "briefs.jsonl")), Seeds, Catalogue);

        output.WriteLine(score.ToRow("briefs"));
        Assert.True(score.Companies.F1 >= 0.99, $"companies {score.Companies.F1:0.000}");
        Assert.True(score.Primary.F1 >= 0.84, $"primary {score.Primary.F1:0.000}");
        Assert.True(score.Chips.F1 >= 0.97, $"chips {score.Chips.F1:0.000}");
        Assert.True(score.Topics.F1 >= 0.63, $"topics {score.Topics.F1:0.000}");
        Assert.True(score.Quantities >= 0.94, $"quantities {score.Quantities:0.000}");
        Assert.Equal(1, score.Evidence);
    }
}
