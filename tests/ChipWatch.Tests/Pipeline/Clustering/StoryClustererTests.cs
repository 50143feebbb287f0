using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Clustering;

public sealed class StoryClustererTests
{
    private static readonly Tagger Tagger = new(Vocabulary.Of(NewsCatalogue.LoadSeeds()));

    private static readonly Lazy<List<StoryTraining.Labelled>> Briefs =
        new(() => StoryTraining.Read(LabelledSets.Briefs(), Tagger, 1));

    [Fact]
    public void Match_Briefs_StaysAboveTheFloor() => AssertFloor(Briefs.Value, article => article.Story, 0.94);

    [Fact]
    public void Match_HeldOutArticles_StaysAboveTheFloor()
    {
        var articles = StoryTraining.Read(LabelledSets.HeldOut(), Tagger, 1);

        AssertFloor(articles, article => article.Story, 0.92);
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
        Assert.Equal(TimeSpan.FromDays(30), StoryKeys.Reach("about:tariff"));
        Assert.Equal(TimeSpan.FromDays(550), StoryKeys.Reach("term:desantis"));
        Assert.Equal(TimeSpan.FromDays(550), StoryKeys.Reach("named:chips-act"));
        Assert.Equal(TimeSpan.FromDays(550), StoryKeys.Reach("family:google TPU"));
        Assert.Equal(StoryKeys.LongestReach, StoryKeys.Reach("company:furiosaai"));
    }

    [Fact]
    public void Of_GenerationAndFamily_ShareAKey()
    {
        var family = Signature("en", "A lab rents Trainium", "The lab will rent Amazon's Trainium chips for two years.");
        var generation = Signature("en", "Trainium3 is for sale", "Amazon sells Trainium3 to selected customers.");
        var alone = Signature("en", "FuriosaAI ships", "FuriosaAI ships its Warboy chip, which has no sister, to hospitals.");

        Assert.NotEqual(family.Chips, generation.Chips);
        Assert.Equal(["family:amazon Trainium"], generation.Keys.Where(key => key.StartsWith("family:", StringComparison.Ordinal)));
        Assert.Contains("family:amazon Trainium", family.Keys);
        Assert.DoesNotContain(alone.Keys, key => key.StartsWith("family:", StringComparison.Ordinal));
    }

    [Fact]
    public void Match_ARuleWithoutACompany_IsFoundInAnotherLanguage()
    {
        var english = Signature("en", "Washington puts a tariff of 25 percent on chips from Taiwan", "The US government's tariff on semiconductors from Taiwan takes effect on Monday, the commerce ministry says.");
        var german = Signature("de", "USA erheben Zölle von 25 Prozent auf Chips aus Taiwan", "Die Zölle der US-Regierung auf Halbleiter aus Taiwan gelten ab Montag, teilt das Handelsministerium mit.");

        Assert.NotEmpty(english.Keys.Intersect(german.Keys));
        Assert.NotNull(StoryClusterer.Match(german with { Published = english.Published.AddHours(9) }, [new OpenStory("1", [english])]).Story);
    }

    private static StorySignature Signature(string language, string title, string text)
    {
        var article = new ArticleText("1", null, "The Paper", language, new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), title, text, [new(BlockRole.Fact, BlockKind.Paragraph, 0, text.Length)]);
        return StorySignature.Of(article, Tagger.Tag(article));
    }

    private static void AssertFloor(List<StoryTraining.Labelled> articles, Func<StoryTraining.Labelled, string> truth, double floor)
    {
        var score = StoryScore.Of([.. articles.Select(truth)], StoryTraining.Group(articles, StoryModel.Shipped), _ => true);

        Assert.True(score.F1 >= floor, $"B-cubed {score.F1:0.000} (precision {score.Precision:0.000}, recall {score.Recall:0.000})");
    }
}
