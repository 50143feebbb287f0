using System.Text.Json;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging.Topics;

/// <summary>
/// How likely an article treats a topic: a logistic sum over where the topic's terms stand, with weights that all topics share and small
/// ones of each topic, and over what else the article holds. Trained on the labelled articles of the tests.
/// </summary>
/// <param name="Threshold">From here on a topic is tagged.</param>
/// <param name="Shared">Weights of <see cref="TopicPoints.Names"/> for every topic.</param>
/// <param name="Topics">Weights by topic id; a topic without an entry uses the shared ones alone.</param>
internal sealed record TopicModel(double Threshold, IReadOnlyDictionary<string, double> Shared, IReadOnlyDictionary<string, TopicWeights> Topics)
{
    private const string Resource = "topic-model.json";

    /// <summary>The weights that travel with the program.</summary>
    public static TopicModel Shipped()
    {
        using var stream = typeof(TopicModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program lacks its resource {Resource}.");
        return JsonSerializer.Deserialize<TopicModel>(stream, PipelineJson.Options) ?? throw new InvalidOperationException($"The resource {Resource} is empty.");
    }
}

/// <summary>Weights of one topic; what is not named weighs nothing.</summary>
/// <param name="Own">Added to the shared weights.</param>
/// <param name="Beside">Weights of <see cref="ArticleSignals.Names"/>.</param>
internal sealed record TopicWeights(IReadOnlyDictionary<string, double> Own, IReadOnlyDictionary<string, double> Beside);
