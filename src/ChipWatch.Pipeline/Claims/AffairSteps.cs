using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Claims;

/// <summary>The story whose next step an article tells.</summary>
/// <param name="Story">Its id.</param>
/// <param name="Reason">Why, in words for people.</param>
public sealed record AffairStep(string Story, string Reason);

/// <summary>
/// Finds the affair that a new story goes on with: one that has to do with the same few names, and not merely with the same field. Careful rather than
/// complete, because a step moves the claim of the earlier story.
/// </summary>
public static class AffairSteps
{
    /// <summary>The weight of a company that is seldom in the news: what is told of it is mostly one affair.</summary>
    private const int Seldom = 7;

    /// <summary>The weight of two or more main companies that together stand for one affair, though each is in the news.</summary>
    private const int Together = 10;

    /// <summary>The weight of rare names that two articles on the same main companies must share.</summary>
    private const int RareNames = 10;

    /// <summary>The weight from which on they need not report the same kind of event: a rule may answer a plan.</summary>
    private const int ManyRareNames = 15;

    /// <summary>How far back an affair may have begun: from an agreement to a plant that runs pass years.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(1_100);

    /// <summary>The keys by which earlier steps are found from so far back: main companies that are seldom in the news, so that the stories found stay few.</summary>
    public static IReadOnlyList<string> FarKeys(StorySignature article) =>
        [.. article.Keys.Where(key => article.Primary.Any(company => key == "company:" + company && WordWeights.OfCompany(company) >= Seldom))];

    /// <summary>The earlier story that an article goes on with, or null.</summary>
    /// <param name="article">The article that founds a story.</param>
    /// <param name="candidates">Earlier stories that share a key, in any order; the answer does not depend on it.</param>
    public static AffairStep? Of(StorySignature article, IReadOnlyCollection<OpenStory> candidates)
    {
        (double Strength, DateTimeOffset At, string Story, string Reason)? best = null;
        foreach (var story in candidates.OrderBy(story => story.Id, StringComparer.Ordinal))
        {
            foreach (var member in story.Members.Where(member => member.Published < article.Published))
            {
                // Of equals the nearest in time: the step before, not the first of all.
                if (Weigh(article, member) is { } found && (best is null || found.Strength > best.Value.Strength || (found.Strength == best.Value.Strength && member.Published >= best.Value.At)))
                {
                    best = (found.Strength, member.Published, story.Id, found.Reason);
                }
            }
        }

        return best is { } step ? new(step.Story, step.Reason) : null;
    }

    private static (double Strength, string Reason)? Weigh(StorySignature later, StorySignature earlier)
    {
        if (later.Type is null or EventType.Analysis || earlier.Type is null or EventType.Analysis)
        {
            return null;
        }

        var companies = later.Primary.Where(earlier.Primary.Contains).Select(WordWeights.OfCompany).ToList();
        if (companies.Count > 1 && companies.Sum() >= Together)
        {
            return (companies.Sum(), "A later step: the same main companies together.");
        }

        var isSameKind = EventKin.Of(later.Type.Value) == EventKin.Of(earlier.Type.Value);
        if (isSameKind && companies.Exists(weight => weight >= Seldom))
        {
            return (Together + companies.Max(), "A later step: the same company, seldom in the news, and the same kind of event.");
        }

        var names = later.Terms.Where(term => term.IsName && earlier.Terms.Any(other => other.IsName && other.Text == term.Text)).Sum(term => term.Weight);
        return names >= (isSameKind ? RareNames : ManyRareNames) && (isSameKind || companies.Count > 0) && IsSameSubject(later, earlier) ? (names, "A later step: the same subject and rare names in common.") : null;
    }

    /// <summary>The same main companies; or those of one among those of the other, and the same chip.</summary>
    private static bool IsSameSubject(StorySignature later, StorySignature earlier)
    {
        var shared = later.Primary.Count(earlier.Primary.Contains);
        return (shared == later.Primary.Count && shared == earlier.Primary.Count)
            || (shared > 0 && shared == Math.Min(later.Primary.Count, earlier.Primary.Count) && later.Chips.Any(earlier.Chips.Contains));
    }
}
