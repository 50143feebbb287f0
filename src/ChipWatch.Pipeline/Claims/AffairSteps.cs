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

    /// <summary>The weight of the things that two headlines on one company must both speak of.</summary>
    private const int SameThings = 7;

    /// <summary>How much alike such two must be in what they dwell on.</summary>
    private const double LeastFocus = 0.4;

    /// <summary>How soon after one another: what a company says of prices or results comes round again.</summary>
    private static readonly TimeSpan SoonAfter = TimeSpan.FromDays(45);

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
        if (isSameKind && companies.Exists(weight => weight >= Seldom) && GoesOn(later, earlier))
        {
            return (Together + companies.Max(), "A later step: the same company, seldom in the news, and the same kind of event.");
        }

        if (isSameKind && LawOf(later, earlier) is { } law)
        {
            return (Together, $"A later step: the same law, {law}.");
        }

        if (!isSameKind || companies.Count == 0 || !later.Primary.SequenceEqual(earlier.Primary, StringComparer.Ordinal))
        {
            return null;
        }

        return later.Front.SharedChip(earlier.Front) is 1 ? (Together, "A later step: the same chip in both headlines, and the same kind of event.")
            : later.Type == earlier.Type && later.Published - earlier.Published <= SoonAfter && HeadlinesShare(later, earlier) >= SameThings && later.Focus.Likeness(earlier.Focus) >= LeastFocus
                ? (Together, "A later step: the same company, the same kind of event, and headlines about the same things.") : null;
    }

    /// <summary>
    /// Whether one company's later news is of the same affair: its partners of before are still named; or it has none, and does the same kind of thing
    /// again. Otherwise it is merely the same company.
    /// </summary>
    private static bool GoesOn(StorySignature later, StorySignature earlier) =>
        earlier.Primary.All(later.Companies.Contains) && (earlier.Primary.Count > 1 || later.Type == earlier.Type);

    /// <summary>The weight of what both headlines speak of, where that is two things or more.</summary>
    private static int HeadlinesShare(StorySignature later, StorySignature earlier)
    {
        var shared = later.Concepts.Where(concept => concept.InTitle && earlier.Concepts.Any(other => other.InTitle && other.Id == concept.Id)).ToList();
        return shared.Count > 1 ? shared.Sum(concept => StoryConcepts.WeightOf(concept.Id)) : 0;
    }

    /// <summary>A law or programme that both name, one of them in its headline.</summary>
    private static string? LawOf(StorySignature later, StorySignature earlier) =>
        later.Concepts.Where(concept => StoryConcepts.IsNamed(concept.Id) && earlier.Concepts.Any(other => other.Id == concept.Id && (other.InTitle || concept.InTitle)))
            .Select(concept => concept.Id).FirstOrDefault();
}
