using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Events;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Tagging.Events;

/// <summary>The training, and the file that ships; <see cref="ModelTraining"/> writes it.</summary>
public sealed class EventModelTests(ITestOutputHelper output)
{
    /// <summary>Enough to tell a model that has learnt nothing.</summary>
    private const int FewSteps = 60;

    private static readonly Vocabulary Seeds = Vocabulary.Of(NewsCatalogue.LoadSeeds());

    [Fact]
    public void Fit_SameArticlesTwice_GivesTheSameFile()
    {
        var few = Examples().Take(40).ToList();

        Assert.Equal(Text(EventTraining.Fit(few)), Text(EventTraining.Fit(few)));
    }

    [Fact]
    public void Shipped_AllArticles_ReadsThem()
    {
        var all = EventTraining.Examples([.. LabelledSets.Briefs(), .. LabelledSets.Invented()], Seeds);

        var (types, statuses) = Right(EventModel.Shipped, all);
        output.WriteLine($"labelled articles: kind {types:0.000}, status {statuses:0.000}");
        Assert.True(types >= 0.97, $"kind {types:0.000}");
        Assert.True(statuses >= 0.92, $"status {statuses:0.000}");
    }

    [Fact]
    public void Fit_StoriesLeftOut_StillReadsThem()
    {
        var articles = LabelledSets.Briefs().Concat(LabelledSets.Invented()).Where(article => article.Labels.Event?.Type is not null).ToList();
        var examples = EventTraining.Examples(articles, Seeds);
        var folds = articles.Select(article => LabelledSets.FoldOf(article)).ToList();
        var (types, statuses) = (0.0, 0.0);
        foreach (var fold in LabelledSets.AllFolds)
        {
            var unseen = examples.Where((_, i) => folds[i] == fold).ToList();
            var (type, status) = Right(EventTraining.Fit([.. examples.Where((_, i) => folds[i] != fold)], FewSteps), unseen);
            (types, statuses) = (types + (type * unseen.Count / examples.Count), statuses + (status * unseen.Count / examples.Count));
        }

        output.WriteLine($"stories left out: kind {types:0.000}, status {statuses:0.000}");
        Assert.True(types >= 0.76, $"kind {types:0.000}");
        Assert.True(statuses >= 0.77, $"status {statuses:0.000}");
    }

    [Fact]
    public void Shipped_OneEventToldInThreeWays_IsReadByItsVerb()
    {
        var kept = EventTraining.Examples(LabelledSets.FirmnessKept(), Seeds);

        var (_, statuses) = Right(EventModel.Shipped, kept);
        output.WriteLine($"told in three ways, kept aside: status {statuses:0.000}");
        Assert.True(statuses >= 0.95, $"status {statuses:0.000}");
    }

    [Fact]
    public void Read_WhatWasWritten_ReadsArticlesAlike()
    {
        var features = Examples()[0].Features;
        using var text = new StringReader(Text(EventModel.Shipped));

        Assert.Equal(EventModel.Shipped.Read(features).Types, EventModel.Read(text, WordingModel.Load()).Read(features).Types);
    }

    [Fact]
    public void Read_FeatureThatNoLongerExists_IsRefused()
    {
        using var text = new StringReader("Astrology Launch=12");

        Assert.Throws<InvalidDataException>(() => EventModel.Read(text, WordingModel.Load()));
    }

    private static (double Types, double Statuses) Right(EventModel model, List<(EventFeatures Features, EventType Type, EventStatus Status)> articles)
    {
        var read = articles.ConvertAll(article => (article, Read: model.Read(article.Features)));
        return (read.Average(one => Array.IndexOf(one.Read.Types, one.Read.Types.Max()) == (int)one.article.Type ? 1.0 : 0),
            read.Average(one => Array.IndexOf(one.Read.Statuses, one.Read.Statuses.Max()) == (int)one.article.Status ? 1.0 : 0));
    }

    private static List<(EventFeatures Features, EventType Type, EventStatus Status)> Examples() => EventTraining.Examples(LabelledSets.Invented(), Seeds);

    private static string Text(EventModel model)
    {
        using var text = new StringWriter();
        model.WriteTo(text);
        return text.ToString();
    }
}
