using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Pipeline.Tagging.Topics;

/// <summary>A <see cref="TopicModel"/> laid out for a catalogue's topics.</summary>
internal sealed class TopicScorer
{
    private readonly double[][] own;
    private readonly double[][] beside;

    public TopicScorer(TopicModel model, IReadOnlyList<Topic> topics, ArticleSignals signals)
    {
        Threshold = model.Threshold;
        own = new double[topics.Count][];
        beside = new double[topics.Count][];
        for (var i = 0; i < topics.Count; i++)
        {
            var weights = model.Topics.GetValueOrDefault(topics[i].Id);
            own[i] = [.. TopicPoints.Names.Select(name => model.Shared.GetValueOrDefault(name) + (weights?.Own.GetValueOrDefault(name) ?? 0))];
            beside[i] = [.. signals.Names.Select(name => weights?.Beside.GetValueOrDefault(name) ?? 0)];
        }
    }

    public double Threshold { get; }

    /// <summary>Probability from 0 to 1.</summary>
    public double Score(int topic, ReadOnlySpan<double> points, ReadOnlySpan<double> signals)
    {
        var sum = 0.0;
        for (var i = 0; i < points.Length; i++)
        {
            sum += points[i] * own[topic][i];
        }

        for (var i = 0; i < signals.Length; i++)
        {
            sum += signals[i] * beside[topic][i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>What a figure beside the terms adds for a topic.</summary>
    public double Beside(int topic, int signal) => beside[topic][signal];
}
