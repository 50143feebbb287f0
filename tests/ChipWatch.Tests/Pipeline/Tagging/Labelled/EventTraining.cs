using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Events;

namespace ChipWatch.Tests.Pipeline.Tagging.Labelled;

/// <summary>
/// Fits the event model to labelled articles: logistic regression by full-batch descent from <see cref="EventExperience"/>, drawn back
/// to it by L2. No chance is involved; the same articles in the same order give the same file.
/// </summary>
internal static class EventTraining
{
    private const int Steps = 400;
    private const double FirstStep = 0.12;

    /// <summary>Weights of words below this decide nothing and only fill the file.</summary>
    private const double LeastWeight = 0.015;

    /// <summary>A word counts when it stands in so many articles.</summary>
    private const int LeastArticles = 3;

    /// <summary>How strongly weights of the kinds and of the statuses are drawn back to what was known before; chosen by cross-validation over stories.</summary>
    private const double Pull = 12;
    private const double PullOfStatuses = 8;

    /// <summary>The same for plain words, of which nothing was known, and for what ties a status to a kind; chosen likewise.</summary>
    private const double PullOfWords = 14;
    private const double PullOfTies = 2;

    /// <summary>How much what was known before counts against the articles, for kinds and for statuses; chosen likewise.</summary>
    private const double Trust = 3.5;
    private const double TrustOfStatuses = 2;

    /// <summary>The labelled articles that have an event, as the model sees them.</summary>
    public static List<(EventFeatures Features, EventType Type, EventStatus Status)> Examples(IEnumerable<LabelledArticle> articles, Vocabulary vocabulary) =>
    [
        .. articles.Where(article => article.Labels.Event?.Type is not null).Select(article => (
            EventClassifier.FeaturesOf(article.ToArticle(), vocabulary),
            Enum.Parse<EventType>(article.Labels.Event!.Type!, ignoreCase: true),
            Enum.Parse<EventStatus>(article.Labels.Event.Status!, ignoreCase: true))),
    ];

    /// <summary>The model of these articles.</summary>
    public static EventModel Fit(IReadOnlyList<(EventFeatures Features, EventType Type, EventStatus Status)> articles, int steps = Steps)
    {
        List<string> names = [.. EventFeatures.Names, .. Words(articles.Select(article => article.Features))];
        var columns = names.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at, StringComparer.Ordinal);
        List<double> Pulls(double pull) => [.. names.Select((_, at) => at < EventFeatures.Names.Count ? pull : PullOfWords)];

        var typePrior = Zeros(EventModel.Types, names.Count + 1);
        foreach (var (cue, type, weight) in EventExperience.Kinds)
        {
            typePrior[(int)type][(int)cue] = weight * Trust;
        }

        foreach (var (topic, type, weight) in EventExperience.Topics)
        {
            typePrior[(int)type][columns["topic:" + topic]] = weight * Trust;
        }

        var statusPrior = Zeros(EventModel.Statuses, names.Count + EventModel.Types + 1);
        foreach (var (cue, status, weight) in EventExperience.Firmness)
        {
            statusPrior[(int)status][(int)cue] = weight * TrustOfStatuses;
        }

        foreach (var (sign, status, weight) in EventExperience.Signs)
        {
            statusPrior[(int)status][columns[sign]] = weight * TrustOfStatuses;
        }

        foreach (var (type, status, weight) in EventExperience.Usual)
        {
            statusPrior[(int)status][names.Count + (int)type] = weight * TrustOfStatuses;
        }

        var inputs = articles.Select(article => Input(article.Features, columns)).ToList();
        var types = Descend(typePrior, [.. inputs.Select(input => input.Append((names.Count, 1.0)).ToArray())], [.. articles.Select(article => (int)article.Type)], Pulls(Pull), steps);
        var statuses = Descend(
            statusPrior,
            [.. inputs.Select((input, n) => input.Append((names.Count + (int)articles[n].Type, 1.0)).Append((names.Count + EventModel.Types, 1.0)).ToArray())],
            [.. articles.Select(article => (int)article.Status)],
            [.. Pulls(PullOfStatuses), .. Enumerable.Repeat(PullOfTies, EventModel.Types)],
            steps);

        var rows = new Dictionary<string, double[]>(StringComparer.Ordinal);
        double[] Row(int? type, int status) => [.. types.Select(row => type is { } at ? row[at] : 0), .. statuses.Select(row => row[status])];
        for (var at = 0; at < names.Count; at++)
        {
            var row = Row(at, at);
            rows[names[at]] = at < EventFeatures.Names.Count ? row : [.. row.Select(weight => Math.Abs(weight) < LeastWeight ? 0 : weight)];
        }

        for (var kind = 0; kind < EventModel.Types; kind++)
        {
            rows[EventModel.RowOf(((EventType)kind).ToString())] = Row(null, names.Count + kind);
        }

        rows[EventModel.Bias] = Row(names.Count, names.Count + EventModel.Types);
        return new(rows);
    }

    /// <summary>Words of several articles: one article's words teach nothing about the next.</summary>
    private static IEnumerable<string> Words(IEnumerable<EventFeatures> articles) =>
        articles.SelectMany(article => article.Words.Keys).CountBy(word => word).Where(pair => pair.Value >= LeastArticles).Select(pair => pair.Key).Order(StringComparer.Ordinal);

    /// <summary>What is not zero: features, then known words.</summary>
    private static List<(int At, double Value)> Input(EventFeatures features, Dictionary<string, int> columns) =>
    [
        .. features.Values.Select((value, at) => (at, value)).Where(pair => pair.value != 0),
        .. features.Words.Where(word => columns.ContainsKey(word.Key)).Select(word => (columns[word.Key], word.Value)).OrderBy(pair => pair.Item1),
    ];

    /// <summary>Adam over the whole set: it needs no step size for each feature and ends at the same place every time.</summary>
    private static double[][] Descend(double[][] prior, List<(int At, double Value)[]> inputs, int[] wanted, List<double> pulls, int steps)
    {
        var (classes, width) = (prior.Length, prior[0].Length);
        var weights = prior.Select(row => row.ToArray()).ToArray();
        var (first, second, slope) = (Zeros(classes, width), Zeros(classes, width), Zeros(classes, width));
        var chances = new double[classes];
        for (var step = 1; step <= steps; step++)
        {
            for (var c = 0; c < classes; c++)
            {
                for (var i = 0; i < width; i++)
                {
                    // The bias is free.
                    slope[c][i] = i == width - 1 ? 0 : pulls[i] * (weights[c][i] - prior[c][i]);
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

            var size = FirstStep * (1 - ((step - 1.0) / steps));
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

    private static void Chances(double[][] weights, (int At, double Value)[] input, double[] chances)
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
