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
        (OpenStory Story, double Odds, StorySimilarity Likest)? best = null;
        foreach (var story in candidates.OrderBy(story => story.Id, StringComparer.Ordinal))
        {
            if (StoryLikeness.Of(article, story) is { } likeness && model.Odds(likeness) is var odds && (best is null || odds > best.Value.Odds))
            {
                best = (story, odds, likeness.Likest);
            }
        }

        return best is { } found && found.Odds > model.Joins
            ? new(found.Story.Id, 1 / (1 + Math.Exp(-found.Odds)), ReasonOf(found.Likest))
            : new(null, 0, "First report of this event.");
    }

    private static string ReasonOf(StorySimilarity s)
    {
        var shared = new List<string>();
        Add(s.Primary >= 0.5, "the same main companies");
        Add(s.Chips >= 0.5, "the same chip");
        Add(s is { Type: 1, Status: 1 }, "the same kind of event and status");
        Add(s.Names >= 0.3, "rare names in common");
        Add(s.Title >= 0.3, "words of the headline");
        Add(s.Words >= 0.3 && s.Title < 0.3, "rare words in common");
        Add(s.Numbers >= 0.3, "numbers in common");
        var days = (int)Math.Round(s.Days);
        var apart = days == 0 ? "the same day" : days == 1 ? "a day apart" : $"{days} days apart";
        return shared.Count == 0 ? $"Much in common, {apart}." : $"Shares {string.Join(", ", shared)}; {apart}.";

        void Add(bool holds, string what)
        {
            if (holds)
            {
                shared.Add(what);
            }
        }
    }
}
