namespace ChipWatch.Pipeline.Clustering;

/// <summary>
/// Decides which open story an article belongs to, as articles arrive. Pure: the caller brings the candidates.
/// A story is weighed by a logistic model over <see cref="StoryLikeness"/>.
/// </summary>
public static class StoryClusterer
{
    /// <summary>The story that the article joins, or none.</summary>
    /// <param name="article">The article's signature.</param>
    /// <param name="candidates">Stories that share a key within its reach (<see cref="StoryKeys.Reach"/>), in any order; the answer does not depend on it.</param>
    public static StoryMatch Match(StorySignature article, IReadOnlyCollection<OpenStory> candidates) => Match(article, candidates, StoryModel.Shipped);

    /// <summary>The same by a model of one's own.</summary>
    internal static StoryMatch Match(StorySignature article, IReadOnlyCollection<OpenStory> candidates, StoryModel model)
    {
        var choice = new StoryChoice(article, model);
        choice.Weigh(candidates);
        return choice.Match;
    }
}
