using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Events;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Tagging.Events;

/// <summary>
/// Training and the file that ships. With CHIPWATCH_TRAIN_EVENTS set to a path, the model of all labelled articles is written there:
/// `CHIPWATCH_TRAIN_EVENTS=…/event-model.txt dotnet test --project tests/ChipWatch.Tests --filter-method '*Fit_AllArticles*'`.
/// </summary>
public sealed class EventModelTests(ITestOutputHelper output)
{
    private const int Folds = 5;
    private static readonly Vocabulary Seeds = Vocabulary.Of(NewsCatalogue.LoadSeeds());

    [Fact]
    public void Fit_SameArticlesTwice_GivesTheSameFile()
    {
        var few = Examples("invented.jsonl").Take(40).ToList();

        Assert.Equal(Text(EventTraining.Fit(few)), Text(EventTraining.Fit(few)));
    }

    [Fact]
    public void Fit_AllArticles_ReadsThemAsTheShippedFileDoes()
    {
        List<(EventFeatures Features, EventType Type, EventStatus Status)> all = [.. Examples("briefs.jsonl"), .. Examples("invented.jsonl")];
        var trained = EventTraining.Fit(all);
        if (Environment.GetEnvironmentVariable("CHIPWATCH_TRAIN_EVENTS") is { Length: > 0 } path)
        {
            File.WriteAllText(path, Text(trained));
        }

        var (types, statuses) = Right(EventModel.Load(), all);
        output.WriteLine($"labelled articles: kind {types:0.000}, status {statuses:0.000}");
        Assert.True(types >= 0.84, $"kind {types:0.000}");
        Assert.True(statuses >= 0.86, $"status {statuses:0.000}");
    }

    [Fact]
    public void Fit_StoriesLeftOut_StillReadsThem()
    {
        var articles = Articles("briefs.jsonl").Concat(Articles("invented.jsonl")).Where(article => article.Labels.Event?.Type is not null).ToList();
        var examples = EventTraining.Examples(articles, Seeds);
        var folds = articles.Select(article => Fold(article.Labels.Story ?? article.Id)).ToList();
        var (types, statuses) = (0.0, 0.0);
        for (var fold = 0; fold < Folds; fold++)
        {
            var unseen = examples.Where((_, i) => folds[i] == fold).ToList();
            var (type, status) = Right(EventTraining.Fit([.. examples.Where((_, i) => folds[i] != fold)]), unseen);
            (types, statuses) = (types + (type * unseen.Count / examples.Count), statuses + (status * unseen.Count / examples.Count));
        }

        output.WriteLine($"stories left out: kind {types:0.000}, status {statuses:0.000}");
        Assert.True(types >= 0.68, $"kind {types:0.000}");
        Assert.True(statuses >= 0.74, $"status {statuses:0.000}");
    }

    [Fact]
    public void Read_WhatWasWritten_ReadsArticlesAlike()
    {
        var features = Examples("invented.jsonl")[0].Features;
        using var text = new StringReader(Text(EventModel.Load()));

        Assert.Equal(EventModel.Load().Read(features).Types, EventModel.Read(text).Read(features).Types);
    }

    [Fact]
    public void Read_FeatureThatNoLongerExists_IsRefused()
    {
        using var text = new StringReader("Astrology " + string.Join(' ', Enumerable.Repeat("1", EventModel.Types + EventModel.Statuses)));

        Assert.Throws<InvalidDataException>(() => EventModel.Read(text));
    }

    private static (double Types, double Statuses) Right(EventModel model, List<(EventFeatures Features, EventType Type, EventStatus Status)> articles)
    {
        var read = articles.ConvertAll(article => (article, Read: model.Read(article.Features)));
        return (read.Average(one => Array.IndexOf(one.Read.Types, one.Read.Types.Max()) == (int)one.article.Type ? 1.0 : 0),
            read.Average(one => Array.IndexOf(one.Read.Statuses, one.Read.Statuses.Max()) == (int)one.article.Status ? 1.0 : 0));
    }

    private static List<(EventFeatures Features, EventType Type, EventStatus Status)> Examples(string file) => EventTraining.Examples(Articles(file), Seeds);

    private static List<LabelledArticle> Articles(string file) => LabelledArticle.Read(Path.Combine(AppContext.BaseDirectory, "Cases", file));

    private static string Text(EventModel model)
    {
        using var text = new StringWriter();
        model.WriteTo(text);
        return text.ToString();
    }

    /// <summary>A sum of characters: the same on every machine.</summary>
    private static int Fold(string story) => story.Sum(c => c) % Folds;
}
