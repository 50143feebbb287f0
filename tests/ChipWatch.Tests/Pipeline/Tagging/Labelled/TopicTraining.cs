using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Topics;

namespace ChipWatch.Tests.Pipeline.Tagging.Labelled;

/// <summary>
/// Trains the topic model: logistic regression by gradient descent from zero, so that equal articles give equal weights. Weights that all
/// topics share are held lightly, those of one topic firmly: most topics have few examples.
/// </summary>
internal sealed class TopicTraining
{
    private const int Rounds = 300;
    private const double Step = 0.1;
    private const double HoldShared = 0.5;
    private const double HoldOwn = 10;
    private const double HoldBeside = 10;

    private readonly IReadOnlyList<string> topics;
    private readonly IReadOnlyList<string> signals;
    private readonly int owns = TopicPoints.Names.Length;

    private TopicTraining(IReadOnlyList<string> topics, IReadOnlyList<string> signals)
    {
        this.topics = topics;
        this.signals = signals;
    }

    /// <summary>One article: what the model sees, and which topics it has.</summary>
    public sealed record Example(TopicVectors Vectors, bool[] Labels, string Group);

    public static List<Example> Examples(IEnumerable<LabelledArticle> articles, Tagger tagger, IReadOnlyList<string> topics) =>
    [
        .. articles.Select(article => new Example(
            tagger.TopicVectors(article.ToArticle()), [.. topics.Select(topic => article.Labels.Topics.Contains(topic))], article.Labels.Story ?? article.Id)),
    ];

    /// <summary>The model and the threshold at which it tags these examples best.</summary>
    public static TopicModel Train(IReadOnlyList<Example> examples, IReadOnlyList<string> topics, IReadOnlyList<string> signals, double threshold) =>
        new TopicTraining(topics, signals).Fit(examples, threshold);

    private TopicModel Fit(IReadOnlyList<Example> examples, double threshold)
    {
        var shared = new double[owns];
        var own = Grid(owns);
        var beside = Grid(signals.Count);
        var steps = new Descent(owns + (topics.Count * (owns + signals.Count)));
        for (var round = 0; round < Rounds; round++)
        {
            var (sharedSlope, ownSlope, besideSlope) = (new double[owns], Grid(owns), Grid(signals.Count));
            foreach (var example in examples)
            {
                for (var topic = 0; topic < topics.Count; topic++)
                {
                    if (example.Vectors.Points[topic] is not { } points)
                    {
                        continue;
                    }

                    var miss = Probability(points, example.Vectors.Beside, shared, own[topic], beside[topic]) - (example.Labels[topic] ? 1 : 0);
                    for (var i = 0; i < owns; i++)
                    {
                        sharedSlope[i] += miss * points[i];
                        ownSlope[topic][i] += miss * points[i];
                    }

                    for (var i = 0; i < signals.Count; i++)
                    {
                        besideSlope[topic][i] += miss * example.Vectors.Beside[i];
                    }
                }
            }

            steps.Begin(Step * (1 - (0.9 * round / Rounds)));
            steps.Move(shared, sharedSlope, HoldShared, free: 0);
            for (var topic = 0; topic < topics.Count; topic++)
            {
                steps.Move(own[topic], ownSlope[topic], HoldOwn, free: -1);
                steps.Move(beside[topic], besideSlope[topic], HoldBeside, free: -1);
            }
        }

        return new(
            threshold,
            Named(TopicPoints.Names, shared),
            Enumerable.Range(0, topics.Count).ToDictionary(topic => topics[topic], topic => new TopicWeights(Named(TopicPoints.Names, own[topic]), Named(signals, beside[topic]))));
    }

    private static double Probability(double[] points, double[] beside, double[] shared, double[] own, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < points.Length; i++)
        {
            sum += points[i] * (shared[i] + own[i]);
        }

        for (var i = 0; i < beside.Length; i++)
        {
            sum += beside[i] * weights[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    private double[][] Grid(int width) => [.. topics.Select(_ => new double[width])];

    /// <summary>Weights of two places: finer ones change no decision, and the file stays readable.</summary>
    private static SortedDictionary<string, double> Named(IReadOnlyList<string> names, double[] weights)
    {
        var named = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < weights.Length; i++)
        {
            if (Math.Round(weights[i], 2) is var rounded and not 0)
            {
                named[names[i]] = rounded;
            }
        }

        return named;
    }
}
