using System.Text.Json;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>
/// From <see cref="StoryLikeness"/> to a decision: log-odds that an article reports a story's event. Fitted by logistic regression on the
/// labelled articles of the tests.
/// </summary>
/// <param name="Joins">Log-odds from which an article joins.</param>
/// <param name="Weights">A weight for each of <see cref="StoryLikeness.Names"/>; what is not named weighs nothing.</param>
internal sealed record StoryModel(double Joins, IReadOnlyDictionary<string, double> Weights)
{
    private readonly double[] inOrder = [.. StoryLikeness.Names.Select(name => Weights.GetValueOrDefault(name))];

    /// <summary>The weights that travel with the program.</summary>
    public static StoryModel Shipped { get; } = Load<StoryModel>("story-model.json");

    /// <summary>Log-odds that the article belongs to the story.</summary>
    public double Odds(StoryLikeness likeness)
    {
        var odds = 0.0;
        for (var i = 0; i < inOrder.Length; i++)
        {
            odds += inOrder[i] * likeness.Figures[i];
        }

        return odds;
    }

    /// <summary>A model that travels with the program as a file of JSON.</summary>
    internal static T Load<T>(string resource)
    {
        using var stream = typeof(StoryModel).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program lacks its resource {resource}.");
        return JsonSerializer.Deserialize<T>(stream, PipelineJson.Options) ?? throw new InvalidOperationException($"The resource {resource} is empty.");
    }
}
