using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Events;

namespace ChipWatch.Tests.Pipeline.Tagging.Labelled;

/// <summary>
/// Fits the event model to labelled articles: logistic regression by full-batch descent from <see cref="EventExperience"/>, drawn back
/// to it by L2. No chance is involved; the same articles in the same order give the same file.
/// </summary>
internal static class EventTraining
{
    private const int Steps = 500;
    private const double FirstStep = 0.06;

    /// <summary>How strongly weights are drawn back to what was known before; chosen by cross-validation over stories.</summary>
    public const double Pull = 12;

    /// <summary>How much what was known before counts against the articles; chosen likewise.</summary>
    public const double Trust = 3.5;

    /// <summary>The labelled articles that have an event, as the model sees them.</summary>
    public static List<(EventFeatures Features, EventType Type, EventStatus Status)> Examples(IEnumerable<LabelledArticle> articles, Vocabulary vocabulary) =>
    [
        .. articles.Where(article => article.Labels.Event?.Type is not null).Select(article => (
            EventClassifier.FeaturesOf(article.ToArticle(), vocabulary),
            Enum.Parse<EventType>(article.Labels.Event!.Type!, ignoreCase: true),
            Enum.Parse<EventStatus>(article.Labels.Event.Status!, ignoreCase: true))),
    ];

    /// <summary>The model of these articles.</summary>

    public static EventModel Fit(IReadOnlyList<(EventFeatures Features, EventType Type, EventStatus Status)> articles, double pull = Pull, double trust = Trust)
    {
        var features = EventFeatures.Names.Count;
        var typePrior = Zeros(EventModel.Types, features + 1);
        foreach (var (cue, type, weight) in EventExperience.Kinds)
        {
            typePrior[(int)type][(int)cue] = weight * trust;
        }

        foreach (var (topic, type, weight) in EventExperience.Topics)
        {
            typePrior[(int)type][EventFeatures.IndexOf("topic:" + topic)] = weight * trust;
        }

        var statusPrior = Zeros(EventModel.Statuses, features + EventModel.Types + 1);
        foreach (var (cue, status, weight) in EventExperience.Firmness)
        {
            statusPrior[(int)status][(int)cue] = weight * trust;
        }

        foreach (var (type, status, weight) in EventExperience.Usual)
        {
            statusPrior[(int)status][features + (int)type] = weight * trust;
        }

        var typeInputs = articles.Select(article => Input(article.Features, -1)).ToList();
        var statusInputs = articles.Select(article => Input(article.Features, (int)article.Type)).ToList();
        return new(
            Descend(typePrior, typeInputs, [.. articles.Select(article => (int)article.Type)], pull),
            Descend(statusPrior, statusInputs, [.. articles.Select(article => (int)article.Status)], pull));
    }

    /// <summary>The features that are not zero, with the given kind and the bias behind them.</summary>
    private static List<(int At, double Value)> Input(EventFeatures features, int type)
    {
        var input = features.Values.Select((value, at) => (at, value)).Where(pair => pair.value != 0).ToList();
        if (type >= 0)
        {
            input.Add((features.Values.Count + type, 1));
        }

        input.Add((features.Values.Count + (type >= 0 ? EventModel.Types : 0), 1));
        return input;
    }

    /// <summary>Adam over the whole set: it needs no step size for each feature and ends at the same place every time.</summary>
    private static double[][] Descend(double[][] prior, List<List<(int At, double Value)>> inputs, int[] wanted, double pull)
    {
        var (classes, width) = (prior.Length, prior[0].Length);
        var weights = prior.Select(row => row.ToArray()).ToArray();
        var (first, second, slope) = (Zeros(classes, width), Zeros(classes, width), Zeros(classes, width));
        var chances = new double[classes];
        for (var step = 1; step <= Steps; step++)
        {
            for (var c = 0; c < classes; c++)
            {
                for (var i = 0; i < width; i++)
                {
                    // The bias is free.
                    slope[c][i] = i == width - 1 ? 0 : pull * (weights[c][i] - prior[c][i]);
                }
            }

            for (var n = 0; n < inputs.Count; n++)
            {
                Chances(weights, inputs[n], chances);
                for (var c = 0; c < classes; c++)
                {
                    var miss = chances[c] - (wanted[n] == c ? 1 : 0);
                    foreach (var (at, value) in inputs[n])
                    {
                        slope[c][at] += miss * value;
                    }
                }
            }

            var size = FirstStep * (1 - ((step - 1.0) / Steps));
            var (warm1, warm2) = (1 - Math.Pow(0.9, step), 1 - Math.Pow(0.99, step));
            for (var c = 0; c < classes; c++)
            {
                for (var i = 0; i < width; i++)
                {
                    first[c][i] = (0.9 * first[c][i]) + (0.1 * slope[c][i]);
                    second[c][i] = (0.99 * second[c][i]) + (0.01 * slope[c][i] * slope[c][i]);
                    weights[c][i] -= size * (first[c][i] / warm1) / (Math.Sqrt(second[c][i] / warm2) + 1e-8);
                }
            }
        }

        return weights;
    }

    private static void Chances(double[][] weights, List<(int At, double Value)> input, double[] chances)
    {
        var most = double.NegativeInfinity;
        for (var c = 0; c < chances.Length; c++)
        {
            chances[c] = 0;
            foreach (var (at, value) in input)
            {
                chances[c] += weights[c][at] * value;
            }

            most = Math.Max(most, chances[c]);
        }

        var sum = 0.0;
        for (var c = 0; c < chances.Length; c++)
        {
            sum += chances[c] = Math.Exp(chances[c] - most);
        }

        for (var c = 0; c < chances.Length; c++)
        {
            chances[c] /= sum;
        }
    }

    private static double[][] Zeros(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];
}
