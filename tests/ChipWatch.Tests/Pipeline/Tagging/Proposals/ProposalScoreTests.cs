using System.Globalization;
using System.Text;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Tagging.Proposals;

/// <summary>Floors under how well unknown names are found.</summary>
public sealed class ProposalScoreTests
{
    [Fact]
    public void Find_FifthsOfTheCatalogueTakenOut_FindsThemAndLittleElse()
    {
        var score = ProposalScore.Of(LabelledSets.Briefs(), NewsCatalogue.LoadSeeds());

        // What counts as wrong here are mostly real companies and chips that the catalogue never had.
        Assert.True(score.Precision(1) >= 0.72, $"precision {score.Precision(1):0.00}: {string.Join(", ", score.Wrong.Keys)}");
        Assert.True(score.Recall(2, chips: false) >= 0.5, $"recall of companies {score.Recall(2, chips: false):0.00}");
        Assert.True(score.Recall(2, chips: true) >= 0.22, $"recall of chips {score.Recall(2, chips: true):0.00}");
    }

    [Fact(Explicit = true)]
    public void Print_WhatIsProposed()
    {
        var page = new StringBuilder();
        foreach (var (name, set) in new[] { ("briefs", LabelledSets.Briefs()), ("invented", LabelledSets.Invented()) })
        {
            var score = ProposalScore.Of(set, NewsCatalogue.LoadSeeds());
            page.AppendLine(CultureInfo.InvariantCulture, $"## {name}: precision {score.Precision(1):0.00} of one article, {score.Precision(2):0.00} of two; recall companies {score.Recall(2, false):0.00}, chips {score.Recall(2, true):0.00}");
            page.AppendLine("right: " + string.Join(", ", score.Right.Select(right => $"{right.Key} {right.Value}")));
            page.AppendLine("missed: " + string.Join(", ", score.Named.Where(named => named.Value >= 2 && !score.Found.Contains(named.Key)).Select(named => $"{named.Key} {named.Value}")));
            foreach (var (wrong, (articles, sentence)) in score.Wrong)
            {
                page.AppendLine(CultureInfo.InvariantCulture, $"- {wrong} {articles}: {sentence}");
            }
        }

        File.WriteAllText(Path.Combine(Path.GetTempPath(), "chipwatch-proposals.md"), page.ToString());
    }
}
