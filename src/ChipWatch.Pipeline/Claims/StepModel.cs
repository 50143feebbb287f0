using System.Collections.Immutable;
using ChipWatch.Pipeline.Clustering;

namespace ChipWatch.Pipeline.Claims;

/// <summary>
/// From <see cref="StepLikeness"/> to a decision: log-odds that an article tells a later step of a story's affair. Fitted by logistic regression on the
/// labelled articles of the tests.
/// </summary>
/// <param name="Follows">Log-odds from which a story is linked.</param>
/// <param name="Weights">A weight for each of <see cref="StepLikeness.Names"/>; what is not named weighs nothing.</param>
internal sealed record StepModel(double Follows, IReadOnlyDictionary<string, double> Weights)
{
    private readonly ImmutableArray<double> inOrder = [.. StepLikeness.Names.Select(name => Weights.GetValueOrDefault(name))];

    /// <summary>The weights that travel with the program.</summary>
    public static StepModel Shipped { get; } = StoryModel.Load<StepModel>("step-model.json");

    /// <summary>Log-odds that the article goes on with the story.</summary>
    /// <param name="likeness">Both compared.</param>
    /// <param name="ahead">How far the story is ahead of all others in what the article dwells on.</param>
    public double Odds(StepLikeness likeness, double ahead)
    {
        var odds = inOrder[StepLikeness.Ahead] * ahead;
        for (var i = 0; i < inOrder.Length; i++)
        {
            odds += inOrder[i] * likeness.Figures[i];
        }

        return odds;
    }
}
