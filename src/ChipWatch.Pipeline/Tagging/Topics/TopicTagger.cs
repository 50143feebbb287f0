using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pipeline.Tagging.Topics;

/// <summary>Tags the topics that an article treats, each with the sentences that show it.</summary>
internal sealed class TopicTagger
{
    private const int MostTopics = 6;
    private const int MostEvidence = 4;
    private const int MostTerms = 6;
    private const double TellingSignal = 0.3;

    /// <summary>An article of this trade treats something; below its threshold the likeliest topic still counts from here on.</summary>
    private const double LikeliestFrom = 0.3;

    private readonly Vocabulary vocabulary;
    private readonly ArticleSignals signals;
    private readonly TopicScorer scorer;

    public TopicTagger(Vocabulary vocabulary, TopicModel model)
    {
        this.vocabulary = vocabulary;
        signals = new(vocabulary.Catalogue.Topics);
        scorer = new(model, vocabulary.Catalogue.Topics, signals);
    }

    /// <summary>Tags in the catalogue's order. A topic none of whose terms stands in the article is never tagged.</summary>
    public List<Tag> Tag(ArticleReading reading, IReadOnlyList<Mention> mentions, IReadOnlyList<Quantity> quantities)
    {
        var vectors = Vectors(reading, mentions, quantities);
        var scored = new List<(int Topic, double Score)>();
        for (var topic = 0; topic < vectors.Points.Length; topic++)
        {
            if (vectors.Points[topic] is { } points)
            {
                scored.Add((topic, scorer.Score(topic, points, vectors.Beside)));
            }
        }

        scored.Sort((one, other) => other.Score.CompareTo(one.Score) is var order and not 0 ? order : one.Topic.CompareTo(other.Topic));
        var held = scored.FindAll(entry => entry.Score >= scorer.Threshold);
        if (held.Count == 0 && scored.Count > 0 && scored[0].Score >= LikeliestFrom)
        {
            held.Add(scored[0]);
        }

        return [.. held.Take(MostTopics).OrderBy(entry => entry.Topic).Select(entry => Tag(entry.Topic, entry.Score, vectors.Terms.Of(entry.Topic)!, vectors.Beside))];
    }

    /// <summary>What the model sees of an article.</summary>
    public TopicVectors Vectors(ArticleReading reading, IReadOnlyList<Mention> mentions, IReadOnlyList<Quantity> quantities)
    {
        var terms = TopicTerms.Read(reading, vocabulary);
        var points = new double[]?[vocabulary.Catalogue.Topics.Count];
        for (var topic = 0; topic < points.Length; topic++)
        {
            if (terms.Of(topic) is { } hits && hits.Exists(hit => hit.Term.Weight > 0))
            {
                TopicPoints.Fill(hits, reading.Lead, reading.Proving.Count, points[topic] = new double[TopicPoints.Names.Length]);
            }
        }

        return new(terms, points, signals.Read(vocabulary, mentions, quantities, terms));
    }

    /// <summary>Names of <see cref="TopicVectors.Beside"/>.</summary>
    public IReadOnlyList<string> SignalNames => signals.Names;

    private Tag Tag(int topic, double score, List<TermHit> hits, double[] beside)
    {
        var parts = hits.Where(hit => hit.Term.Weight > 0).GroupBy(hit => hit.Term.Spelling)
            .OrderByDescending(group => group.Max(hit => hit.Term.Weight)).ThenBy(group => group.First().Sentence.Index).Take(MostTerms)
            .Select(group => new ScorePart($"“{group.Key}”{Place(group.First().Sentence)}", group.First().Term.Weight)).ToList();
        for (var i = 0; i < beside.Length; i++)
        {
            var points = beside[i] * scorer.Beside(topic, i);
            if (Math.Abs(points) >= TellingSignal)
            {
                parts.Add(new(signals.Names[i], Math.Round(points, 1)));
            }
        }

        var sentences = hits.Where(hit => hit.Term.Weight > 0).GroupBy(hit => hit.Sentence)
            .OrderByDescending(group => group.Sum(hit => hit.Term.Weight) + (group.Key.Role == BlockRole.Fact && !group.Key.IsTitle ? 2 : 0))
            .ThenBy(group => group.Key.Index);
        return new(
            vocabulary.Catalogue.Topics[topic].Id, Salience.Mentioned, Math.Round(score, 3), [.. sentences.Take(MostEvidence).Select(group => group.Key.Span)])
        {
            Parts = parts,
        };
    }

    private static string Place(Sentence sentence) => sentence.IsTitle ? " in the headline" : "";
}
