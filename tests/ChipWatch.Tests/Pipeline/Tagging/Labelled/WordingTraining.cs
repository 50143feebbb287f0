using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Events;

namespace ChipWatch.Tests.Pipeline.Tagging.Labelled;

/// <summary>Fits <see cref="WordingModel"/> to labelled articles: nothing is known before, so weights are drawn back to zero.</summary>
internal static class WordingTraining
{
    /// <summary>A term counts when it stands in so many articles, or in one that counts as often.</summary>
    private const int LeastArticles = 3;

    /// <summary>How strongly weights are drawn back; chosen by cross-validation over stories.</summary>
    private const double Pull = 0.125;

    /// <summary>Weights below this decide nothing and only fill the file.</summary>
    private const double LeastWeight = 0.2;

    /// <summary>The model of these articles.</summary>
    public static WordingModel Fit(IReadOnlyList<(EventFeatures Features, EventType Type, EventStatus Status)> articles, int steps)
    {
        var known = articles.SelectMany(article => article.Features.Wording.Keys).CountBy(term => term).Where(pair => pair.Value >= LeastArticles).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var columns = known.Select((pair, at) => (pair.Key, at)).ToDictionary(pair => pair.Key, pair => pair.at, StringComparer.Ordinal);
        var terms = known.ToDictionary(
            pair => pair.Key, pair => new WordingModel.Term(Math.Log((1.0 + articles.Count) / (1 + pair.Value)) + 1, new double[EventModel.ClassNames.Count]), StringComparer.Ordinal);
        var weighing = new WordingModel(terms, []);
        var inputs = articles
            .Select(article => weighing.Weighted(article.Features.Wording).Select(term => (columns[term.Term], term.Value)).OrderBy(term => term.Item1).Append((columns.Count, 1.0)).ToArray()).ToList();
        List<double> pulls = [.. known.Select(_ => Pull)];
        var rows = Descend(EventModel.Types, article => (int)article.Type).Concat(Descend(EventModel.Statuses, article => (int)article.Status)).ToList();
        foreach (var (text, at) in columns)
        {
            for (var row = 0; row < rows.Count; row++)
            {
                terms[text].Weights[row] = Math.Abs(rows[row][at]) < LeastWeight ? 0 : rows[row][at];
            }
        }

        return new(terms, [.. rows.Select(row => row[^1])]);

        double[][] Descend(int classes, Func<(EventFeatures Features, EventType Type, EventStatus Status), int> classOf) =>
            SoftmaxDescent.Fit(SoftmaxDescent.Zeros(classes, columns.Count + 1), inputs, [.. articles.Select(classOf)], pulls, steps);
    }
}
