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

    /// <summary>How strongly weights of the kinds and of the statuses are drawn back to what was known before; chosen by cross-validation over stories.</summary>
    private const double Pull = 12;
    private const double PullOfStatuses = 16;

    /// <summary>The same for what ties a status to a kind; chosen likewise.</summary>
    private const double PullOfTies = 2;

    /// <summary>How much what was known before counts against the articles, for kinds and for statuses; chosen likewise.</summary>
    private const double Trust = 1.7;
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
        var names = EventFeatures.Names;
        var columns = names.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at, StringComparer.Ordinal);
        List<double> Pulls(double pull) => [.. names.Select(_ => pull)];

        var typePrior = SoftmaxDescent.Zeros(EventModel.Types, names.Count + 1);
        foreach (var (cue, type, weight) in EventExperience.Kinds)
        {
            typePrior[(int)type][(int)cue] = weight * Trust;
        }

        foreach (var (topic, type, weight) in EventExperience.Topics)
        {
            typePrior[(int)type][columns["topic:" + topic]] = weight * Trust;
        }

        var statusPrior = SoftmaxDescent.Zeros(EventModel.Statuses, names.Count + EventModel.Types + 1);
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

        var inputs = articles.Select(article => Input(article.Features).ToList()).ToList();
        var types = SoftmaxDescent.Fit(typePrior, [.. inputs.Select(input => input.Append((names.Count, 1.0)).ToArray())], [.. articles.Select(article => (int)article.Type)], Pulls(Pull), steps);
        var statuses = SoftmaxDescent.Fit(
            statusPrior,
            [.. inputs.Select((input, n) => input.Append((names.Count + (int)articles[n].Type, 1.0)).Append((names.Count + EventModel.Types, 1.0)).ToArray())],
            [.. articles.Select(article => (int)article.Status)],
            [.. Pulls(PullOfStatuses), .. Enumerable.Repeat(PullOfTies, EventModel.Types)],
            steps);

        var rows = new Dictionary<string, double[]>(StringComparer.Ordinal);
        double[] Row(int? type, int status) => [.. types.Select(row => type is { } at ? row[at] : 0), .. statuses.Select(row => row[status])];
        for (var at = 0; at < names.Count; at++)
        {
            rows[names[at]] = Row(at, at);
        }

        for (var kind = 0; kind < EventModel.Types; kind++)
        {
            rows[EventModel.RowOf(((EventType)kind).ToString())] = Row(null, names.Count + kind);
        }

        rows[EventModel.Bias] = Row(names.Count, names.Count + EventModel.Types);
        return new(rows, WordingTraining.Fit(articles, steps));
    }

    /// <summary>What is not zero.</summary>
    private static IEnumerable<(int At, double Value)> Input(EventFeatures features) => features.Values.Select((value, at) => (at, value)).Where(pair => pair.value != 0);
}
