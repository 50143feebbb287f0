using System.Text.Json;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Companies;
using ChipWatch.Pipeline.Tagging.Topics;
using ChipWatch.Pipeline.Text;
using ChipWatch.Tests.Pipeline.Clustering;
using ChipWatch.Tests.Pipeline.Tagging.Events;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Tagging;

/// <summary>Trains the models that the program carries, and says how well they do on stories that they have not seen. Run on request.</summary>
public sealed class ModelTraining(ITestOutputHelper output)
{
    private const double TopicThreshold = 0.42;
    private const double SalienceThreshold = 0.4;

    /// <summary>Log-odds from which an article joins a story; below even odds, for a false "new story" is as bad as a wrong merge and commoner, and a week's review of an affair belongs to it.</summary>
    private const double Joins = -1.5;

    /// <summary>The reports follow affairs over months; the invented articles, mostly of one week, would outvote them.</summary>
    private const double WeightOfBriefs = 8;

    private static readonly NewsCatalogue Catalogue = NewsCatalogue.LoadSeeds();
    private static readonly Vocabulary Words = Vocabulary.Of(Catalogue);
    private static readonly JsonSerializerOptions Indented = new(PipelineJson.Options) { WriteIndented = true };

    [Fact(Explicit = true)]
    public void Train_TopicsAndSalience_WritesThemAndTellsTheirFigures()
    {
        var articles = LabelledSets.Training();
        var tagger = new Tagger(Words);
        var topics = Catalogue.Topics.Select(topic => topic.Id).ToList();
        TopicModel Topics(IEnumerable<LabelledArticle> from) =>
            TopicTraining.Train(TopicTraining.Examples(from, tagger, topics), topics, tagger.TopicSignalNames, TopicThreshold);
        SalienceModel Salience(IEnumerable<LabelledArticle> from) => SalienceTraining.Train(SalienceTraining.Examples(from, tagger), SalienceThreshold);

        var (primary, topical) = (new FacetCount(), new FacetCount());
        foreach (var fold in LabelledSets.AllFolds)
        {
            var seen = articles.Where(article => LabelledSets.FoldOf(article) != fold).ToList();
            var score = LabelledScore.Of(articles.Where(article => LabelledSets.FoldOf(article) == fold), new Tagger(Words, Topics(seen), Salience(seen)), Catalogue);
            primary.Add(score.Primary);
            topical.Add(score.Topics);
        }

        output.WriteLine($"cross-validated by story: topics {topical.F1:0.000} (P {topical.Precision:0.000} R {topical.Recall:0.000}), primary {primary.F1:0.000} (P {primary.Precision:0.000} R {primary.Recall:0.000})");
        Write("Tagging/Topics/topic-model.json", Json(Topics(articles)));
        Write("Tagging/Companies/salience-model.json", Json(Salience(articles)));
        Assert.True(topical.F1 > 0.75, $"topics {topical.F1:0.000}");
        Assert.True(primary.F1 > 0.85, $"primary {primary.F1:0.000}");
    }

    [Fact(Explicit = true)]
    public void Train_Events_WritesThem()
    {
        using var text = new StringWriter();
        EventTraining.Fit(EventTraining.Examples(LabelledSets.Training(), Words)).WriteTo(text);
        Write("Tagging/Events/event-model.txt", text.ToString());
    }

    /// <summary>After the others and a build: a story is known by what the tagger says.</summary>
    [Fact(Explicit = true)]
    public void Train_Stories_WritesThemAndTellsTheirFigures()
    {
        var tagger = new Tagger(Words);
        List<StoryTraining.Labelled> briefs = StoryTraining.Read(LabelledSets.Briefs(), tagger, WeightOfBriefs), invented = StoryTraining.Read(LabelledSets.Invented(), tagger, 1);
        List<StoryTraining.Labelled> articles = [.. briefs.Concat(invented).OrderBy(article => article.Signature.Published).ThenBy(article => article.Id, StringComparer.Ordinal)];
        foreach (var (name, set) in new[] { ("briefs", briefs), ("invented", invented) })
        {
            var scores = LabelledSets.AllFolds.Select(fold => StoryScore.Of(
                [.. set.Select(article => article.Story)],
                StoryTraining.Group(set, StoryTraining.Fit(articles, story => LabelledSets.FoldOf(story) != fold, Joins)),
                at => LabelledSets.FoldOf(set[at].Story) == fold)).ToList();
            output.WriteLine($"{name}, cross-validated by story: B-cubed {scores.Sum(score => score.F1 * score.Articles) / scores.Sum(score => score.Articles):0.000}");
        }

        Write("Clustering/story-model.json", Json(StoryTraining.Fit(articles, _ => true, Joins)));
    }

    private static string Json<T>(T model) => JsonSerializer.Serialize(model, Indented) + "\n";

    private static void Write(string path, string model) => File.WriteAllText(LabelledSets.InCheckout(Path.Combine("src", "ChipWatch.Pipeline", path)), model);
}
