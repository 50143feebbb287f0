using System.Text.Json;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Companies;
using ChipWatch.Pipeline.Tagging.Events;
using ChipWatch.Pipeline.Tagging.Topics;
using ChipWatch.Pipeline.Text;
using ChipWatch.Tests.Pipeline.Claims;
using ChipWatch.Tests.Pipeline.Clustering;
using ChipWatch.Tests.Pipeline.Tagging.Events;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Tagging;

/// <summary>Trains the models that the program carries, and says how well they do on stories that they have not seen. Run on request.</summary>
public sealed class ModelTraining(ITestOutputHelper output)
{
    private const double TopicThreshold = 0.42;
    private const double SalienceThreshold = 0.4;

    /// <summary>Log-odds from which an article joins a story; below even odds, for a false "new story" is as bad as a wrong merge and commoner.</summary>
    private const double Joins = -1;

    /// <summary>The reports follow affairs over months; the invented articles, mostly of one week, would outvote them.</summary>
    private const double WeightOfBriefs = 10;

    /// <summary>There are three times as many of the further ones, most of them in stories of one or two.</summary>
    private const double WeightOfFurther = 0.4;

    /// <summary>Log-odds from which a story is linked to an earlier one: a step that is not found is better than a wrong one, yet it is rare among stories.</summary>
    private const double Follows = -0.5;

    /// <summary>The reports' affairs go on over months, those of the other sets mostly over weeks.</summary>
    private const double WeightOfSteps = 6;

    private static readonly NewsCatalogue Catalogue = NewsCatalogue.LoadSeeds();
    private static readonly Vocabulary Words = Vocabulary.Of(Catalogue);
    private static readonly JsonSerializerOptions Indented = new(PipelineJson.Options) { WriteIndented = true };

    [Fact(Explicit = true)]
    public void Train_TopicsAndSalience_WritesThemAndTellsTheirFigures()
    {
        var articles = LabelledSets.Training();
        var tagger = new Tagger(Words);
        var (primary, topical) = (new FacetCount(), new FacetCount());
        foreach (var fold in LabelledSets.AllFolds)
        {
            var seen = articles.Where(article => LabelledSets.FoldOf(article) != fold).ToList();
            var score = LabelledScore.Of(articles.Where(article => LabelledSets.FoldOf(article) == fold), new Tagger(Words, Topics(seen, tagger), Salience(seen, tagger)), Catalogue);
            primary.Add(score.Primary);
            topical.Add(score.Topics);
        }

        output.WriteLine($"cross-validated by story: topics {topical.F1:0.000} (P {topical.Precision:0.000} R {topical.Recall:0.000}), primary {primary.F1:0.000} (P {primary.Precision:0.000} R {primary.Recall:0.000})");
        Write("Tagging/Topics/topic-model.json", Json(Topics(articles, tagger)));
        Write("Tagging/Companies/salience-model.json", Json(Salience(articles, tagger)));
        Assert.True(topical.F1 > 0.75, $"topics {topical.F1:0.000}");
        Assert.True(primary.F1 > 0.85, $"primary {primary.F1:0.000}");
    }

    /// <summary>The model of topics that fits these articles.</summary>
    internal static TopicModel Topics(IEnumerable<LabelledArticle> from, Tagger tagger)
    {
        var topics = Catalogue.Topics.Select(topic => topic.Id).ToList();
        return TopicTraining.Train(TopicTraining.Examples(from, tagger, topics), topics, tagger.TopicSignalNames, TopicThreshold);
    }

    /// <summary>The model of salience: the further reports are too terse to tell a party from a bystander, with them it knows the briefs less well.</summary>
    internal static SalienceModel Salience(IEnumerable<LabelledArticle> from, Tagger tagger)
    {
        var further = LabelledSets.Further().Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        return SalienceTraining.Train(SalienceTraining.Examples(from.Where(article => !further.Contains(article.Id)), tagger), SalienceThreshold);
    }

    [Fact(Explicit = true)]
    public void Train_Events_WritesThem()
    {
        var model = EventTraining.Fit(EventTraining.Examples(LabelledSets.TrainingOfEvents(), Words));
        using StringWriter cues = new(), wording = new();
        model.WriteTo(cues);
        model.Wording.WriteTo(wording);
        Write("Tagging/Events/event-model.txt", cues.ToString());
        Write("Tagging/Events/event-wording.txt", wording.ToString());
    }

    /// <summary>After the others and a build: a story is known by what the tagger says.</summary>
    [Fact(Explicit = true)]
    public void Train_Stories_WritesThemAndTellsTheirFigures()
    {
        var read = UnseenReader();
        List<StoryTraining.Labelled> Read(List<LabelledArticle> set, double counts, Func<LabelledArticle, char>? handOf = null) => StoryTraining.Read(set, new Tagger(Words), counts, read, handOf);
        List<StoryTraining.Labelled> briefs = Read(LabelledSets.Briefs(), WeightOfBriefs), invented = Read(LabelledSets.Invented(), 1), further = Read(LabelledSets.Further(), WeightOfFurther, article => article.Id[0]);
        List<StoryTraining.Labelled> articles = [.. briefs.Concat(invented).Concat(further).OrderBy(article => article.Signature.Published).ThenBy(article => article.Id, StringComparer.Ordinal)];
        foreach (var (name, set) in new[] { ("briefs", briefs), ("invented", invented) })
        {
            var folds = LabelledSets.AllFolds.Select(fold => (Fold: fold, Groups: StoryTraining.Group(set, StoryTraining.Fit(articles, story => LabelledSets.FoldOf(story) != fold, Joins)))).ToList();
            double F1(Func<StoryTraining.Labelled, string> truth)
            {
                var scores = folds.Select(fold => StoryScore.Of([.. set.Select(truth)], fold.Groups, at => LabelledSets.FoldOf(set[at].Story) == fold.Fold)).ToList();
                return scores.Sum(score => score.F1 * score.Articles) / scores.Sum(score => score.Articles);
            }

            output.WriteLine($"{name}, events and stories left out by turns: B-cubed {F1(article => article.Story):0.000}, steps of an affair as one story {F1(article => article.Affair):0.000}");
        }

        Write("Clustering/story-model.json", Json(StoryTraining.Fit(articles, _ => true, Joins)));
    }

    /// <summary>After the stories and a build: steps are looked for where grouping has begun a story.</summary>
    [Fact(Explicit = true)]
    public void Train_Steps_WritesThemAndTellsTheirFigures()
    {
        var (tagger, unseen) = (new Tagger(Words), UnseenReader());
        List<(string Name, IReadOnlyList<LabelledArticle> Articles, double Counts)> sets =
        [
            ("briefs", LabelledSets.Briefs(), WeightOfSteps),
            ("invented", LabelledSets.Invented(), 1),
            .. LabelledSets.Further().GroupBy(article => article.Id[0]).Select(hand => ($"further, hand {hand.Key}", (IReadOnlyList<LabelledArticle>)[.. hand], 1.0)),
        ];
        List<(string Name, List<StoryTraining.Labelled> Seen, List<StoryTraining.Labelled> Unseen, double Counts)> read =
            [.. sets.Select(set => (set.Name, StoryTraining.Read(set.Articles, tagger, 1), StoryTraining.Read(set.Articles, tagger, 1, unseen), set.Counts))];
        // Steps are few: each is learnt from twice, with its event and stories as a model has them that knows it, and as one that does not.
        var pairs = read.SelectMany(set => StepTraining.Pairs(set.Seen, set.Counts / 2).Concat(StepTraining.Pairs(set.Unseen, set.Counts / 2))).ToList();
        var byFold = LabelledSets.AllFolds.Select(fold => StepTraining.Fit(pairs.Where(pair => LabelledSets.FoldOf(pair.Affair) != fold), Follows)).ToList();
        foreach (var (name, _, articles, _) in read)
        {
            output.WriteLine($"{name}, events and affairs left out by turns: {StepLinks.Of(articles, affair => byFold[LabelledSets.FoldOf(affair)], _ => { })}");
        }

        Write("Claims/step-model.json", Json(StepTraining.Fit(pairs, Follows)));
    }

    /// <summary>Reads the event of each article by a model that has not seen its story.</summary>
    private static Func<LabelledArticle, ArticleEvent?, ArticleEvent?> UnseenReader()
    {
        var events = LabelledSets.AllFolds.ToDictionary(
            fold => fold, fold => EventTraining.Fit(EventTraining.Examples(LabelledSets.TrainingOfEvents().Where(article => LabelledSets.FoldOf(article) != fold), Words)));
        return (article, found) => AsUnseen(events[LabelledSets.FoldOf(article)], article, found);
    }

    /// <summary>The event as a model reads it that has not seen the article's story.</summary>
    private static ArticleEvent? AsUnseen(EventModel model, LabelledArticle article, ArticleEvent? found)
    {
        if (found?.Type is null)
        {
            return found;
        }

        var (types, statuses) = model.Read(EventClassifier.FeaturesOf(article.ToArticle(), Words));
        return found with { Type = (EventType)Array.IndexOf(types, types.Max()), Status = (EventStatus)Array.IndexOf(statuses, statuses.Max()) };
    }

    private static string Json<T>(T model) => JsonSerializer.Serialize(model, Indented) + "\n";

    private static void Write(string path, string model) => File.WriteAllText(LabelledSets.InCheckout(Path.Combine("src", "ChipWatch.Pipeline", path)), model);
}
