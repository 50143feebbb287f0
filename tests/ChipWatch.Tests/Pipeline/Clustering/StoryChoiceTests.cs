using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Clustering;

public sealed class StoryChoiceTests
{
    /// <summary>Where the search ends early, all labelled articles get the story that they get of all candidates.</summary>
    [Fact]
    public void Weigh_UntilPlain_ChoosesAsOfAll()
    {
        var tagger = new Tagger(Vocabulary.Of(NewsCatalogue.LoadSeeds()));
        var articles = StoryTraining.Read([.. LabelledSets.HeldOut(), .. LabelledSets.Briefs()], tagger, 1);
        var stories = new Dictionary<string, OpenStory>(StringComparer.Ordinal);
        var index = new OpenStoryIndex();
        foreach (var article in articles)
        {
            var ofAll = StoryClusterer.Match(article.Signature, stories.Values).Story ?? article.Id;

            Assert.Equal(ofAll, index.Add(article.Id, article.Signature));

            stories[ofAll] = new(ofAll, [.. stories.TryGetValue(ofAll, out var known) ? known.Members : [], article.Signature]);
        }
    }

    [Fact]
    public void Weigh_InParts_IsAsInOne()
    {
        var tagger = new Tagger(Vocabulary.Of(NewsCatalogue.LoadSeeds()));
        var articles = StoryTraining.Read(LabelledSets.HeldOut(), tagger, 1);
        var stories = articles.SkipLast(1).GroupBy(article => article.Story).Select(story => new OpenStory(story.Key, [.. story.Select(article => article.Signature)])).ToList();
        var choice = new StoryChoice(articles[^1].Signature);
        foreach (var story in stories.AsEnumerable().Reverse())
        {
            choice.Weigh([story]);
        }

        Assert.Equal(StoryClusterer.Match(articles[^1].Signature, stories), choice.Match);
        Assert.False(new StoryChoice(articles[^1].Signature).IsPlain);
    }
}
