using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Clustering;

public sealed class StoryClustererTests
{
    private static readonly Tagger Tagger = new(Vocabulary.Of(NewsCatalogue.LoadSeeds()));

    private static readonly Lazy<List<StoryTraining.Labelled>> Briefs =
        new(() => StoryTraining.Read(LabelledSets.Briefs(), Tagger, 1));

    [Fact]
    public void Match_Briefs_StaysAboveTheFloor()
    {
        var groups = StoryTraining.Group(Briefs.Value, StoryModel.Shipped);

        var score = StoryScore.Of([.. Briefs.Value.Select(article => article.Story)], groups, _ => true);

        Assert.True(score.F1 >= 0.89, $"B-cubed {score.F1:0.000} (precision {score.Precision:0.000}, recall {score.Recall:0.000})");
    }

    [Fact]
    public void Match_TheTrainiumReports_AreOneStory()
    {
        var groups = StoryTraining.Group(Briefs.Value, StoryModel.Shipped);

        var trainium = Briefs.Value.Select((article, at) => (article.Story, Group: groups[at])).Where(entry => entry.Story == "trainium-outside-aws").ToList();

        Assert.Equal(11, trainium.Count);
        Assert.Single(trainium.Select(entry => entry.Group).Distinct());
    }

    [Fact]
    public void Match_CandidatesInAnyOrder_AnswersAlike()
    {
        var article = Briefs.Value[^1].Signature;
        List<OpenStory> stories = [.. Briefs.Value.SkipLast(1).GroupBy(a => a.Story).Select(story => new OpenStory(story.Key, [.. story.Select(a => a.Signature)]))];

        var forth = StoryClusterer.Match(article, stories);
        stories.Reverse();

        Assert.Equal(forth, StoryClusterer.Match(article, stories));
    }

    [Fact]
    public void Match_NothingInCommon_FoundsAStory()
    {
        var match = StoryClusterer.Match(new StorySignature(DateTimeOffset.UnixEpoch, ["term:none"]), [new OpenStory("a", [Briefs.Value[0].Signature])]);

        Assert.Null(match.Story);
    }

    [Fact]
    public void Fit_SameArticlesTwice_GivesTheSameWeights()
    {
        var few = Briefs.Value.Take(60).ToList();

        Assert.Equal(StoryTraining.Fit(few, _ => true, 0).Weights, StoryTraining.Fit(few, _ => true, 0).Weights);
    }

    [Fact]
    public void Reach_OfANameSeenEveryDay_IsAMonth()
    {
        Assert.Equal(TimeSpan.FromDays(30), StoryKeys.Reach("company:nvidia"));
        Assert.Equal(StoryKeys.LongestReach, StoryKeys.Reach("company:furiosaai"));
        Assert.Equal(StoryKeys.LongestReach, StoryKeys.Reach("term:desantis"));
    }
}
