namespace ChipWatch.Pipeline.Clustering;

/// <summary>
/// The choice of a story for one article. Candidates may come in parts, the likeliest first: once one plainly tells the same event, the rest need not be
/// opened. Of the labelled articles that join a story two thirds are so plain, and none of them would have found a better one.
/// </summary>
public sealed class StoryChoice
{
    /// <summary>So many are weighed first.</summary>
    public const int FirstLook = 4;

    /// <summary>How sure a choice must be to end the search.</summary>
    private const double Plain = 0.8;

    private readonly StorySignature article;
    private readonly StoryModel model;
    private (OpenStory Story, double Odds, StorySimilarity Likest)? best;

    /// <summary>Begins with no candidate.</summary>
    /// <param name="article">The article's signature.</param>
    public StoryChoice(StorySignature article)
        : this(article, StoryModel.Shipped)
    {
    }

    internal StoryChoice(StorySignature article, StoryModel model) => (this.article, this.model) = (article, model);

    /// <summary>Whether a story is found that no other will surpass.</summary>
    public bool IsPlain => best is { } found && found.Odds > model.Joins && Probability(found.Odds) >= Plain;

    /// <summary>The story that the article joins of those weighed so far, or none.</summary>
    public StoryMatch Match => best is { } found && found.Odds > model.Joins
        ? new(found.Story.Id, Probability(found.Odds), ReasonOf(found.Likest))
        : new(null, 0, "First report of this event.");

    /// <summary>Weighs further candidates, in any order; the answer does not depend on it.</summary>
    public void Weigh(IEnumerable<OpenStory> candidates)
    {
        foreach (var story in candidates)
        {
            if (StoryLikeness.Of(article, story) is { } likeness && model.Odds(likeness) is var odds
                && (best is not { } known || odds > known.Odds || (odds == known.Odds && string.CompareOrdinal(story.Id, known.Story.Id) < 0)))
            {
                best = (story, odds, likeness.Likest);
            }
        }
    }

    private static double Probability(double odds) => 1 / (1 + Math.Exp(-odds));

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
