using System.Text.Json;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Companies;
using ChipWatch.Pipeline.Tagging.Topics;
using ChipWatch.Pipeline.Text;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Tagging;

/// <summary>Trains the models that the program carries, and says how well they do on stories that they have not seen. Run on request.</summary>
public sealed class ModelTraining(ITestOutputHelper output)
{
    private const double TopicThreshold = 0.38;
    private const double SalienceThreshold = 0.45;

    private static readonly NewsCatalogue Catalogue = NewsCatalogue.LoadSeeds();
    private static readonly Vocabulary Words = Vocabulary.Of(Catalogue);
    private static readonly JsonSerializerOptions Indented = new(PipelineJson.Options) { WriteIndented = true };

    [Fact(Explicit = true)]
    public void Train_BothModels_WritesThemAndTellsTheirFigures()
    {
        List<LabelledArticle> articles = [.. LabelledSets.Briefs(), .. LabelledSets.Invented()];
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
        Write("Tagging/Topics/topic-model.json", Topics(articles));
        Write("Tagging/Companies/salience-model.json", Salience(articles));
        Assert.True(topical.F1 > 0.75, $"topics {topical.F1:0.000}");
        Assert.True(primary.F1 > 0.85, $"primary {primary.F1:0.000}");
    }

    private static void Write<T>(string path, T model) =>
        File.WriteAllText(Path.Combine(LabelledSets.SourceFolder(), path), JsonSerializer.Serialize(model, Indented) + "\n");
}
