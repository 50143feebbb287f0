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

    /// <summary>The weight of a partner that says something: not one of whom half of the news speaks.</summary>
    private const int Telling = 4;

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

    /// <summary>
    /// The earlier story on a law that an article names by which its own story, which did not name it so far, turns out to be a step of the same; or null.
    /// </summary>
    /// <param name="article">An article that joins a story.</param>
    /// <param name="own">That story, as it was before.</param>
    /// <param name="candidates">Stories that share a key, in any order, its own among them or not.</param>
    public static AffairStep? OfLaw(StorySignature article, OpenStory own, IReadOnlyCollection<OpenStory> candidates)
    {
        if (!MayGoOnWithALaw(article) || own.Members.Any(NamesLaw))
        {
            return null;
        }

        var began = own.Members.Min(member => member.Published);
        return Of(article, [.. candidates.Where(story => story.Id != own.Id && story.Members.All(member => member.Published < began) && story.Members.Any(member => LawOf(article, member) is not null))]);
    }

    /// <summary>Whether an article is of the kind for which <see cref="OfLaw"/> looks through all candidates.</summary>
    public static bool MayGoOnWithALaw(StorySignature article) => article.Type is EventType.Regulation or EventType.Legal;

    private static bool NamesLaw(StorySignature article) => article.Concepts.Any(concept => StoryConcepts.IsNamed(concept.Id));

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
        if (!isSameKind)
        {
            return null;
        }

        if (companies.Exists(weight => weight >= Seldom) && GoesOn(later, earlier))
        {
            return (Together + companies.Max(), "A later step: the same company, seldom in the news, and the same kind of event.");
        }

        if (LawOf(later, earlier) is { } law)
        {
            return (Together, $"A later step: the same law, {law}.");
        }

        if (companies.Count > 0 && IsOfTheSameChip(later, earlier))
        {
            return (Together, "A later step: the same chip in both headlines, and the same kind of event.");
        }

        return IsAboutTheSame(later, earlier) ? (Together, "A later step: the same kind of event, and headlines about the same things.") : null;
    }

    /// <summary>
    /// Whether one company's later news is of the same affair: its partners of before are still named; or it has none that tell anything, and does the same
    /// kind of thing again; or what it did with them was called off, or is now. Otherwise it is merely the same company. A partner that was not there
    /// before makes it another affair.
    /// </summary>
    private static bool GoesOn(StorySignature later, StorySignature earlier)
    {
        var arePartnersNamed = earlier.Primary.All(later.Companies.Contains);
        return (arePartnersNamed && earlier.Primary.Select(WordWeights.OfCompany).Order().SkipLast(1).Any(weight => weight >= Telling))
            || (later.Primary.All(earlier.Companies.Contains) && ((arePartnersNamed && later.Type == earlier.Type) || WasCancelled(earlier) || IsOff(later)));
    }

    /// <summary>
    /// Whether both headlines name a chip of the same main company, the later headline no company that was not there before, and the later article all that
    /// the earlier was about. Measurements come round again without being steps.
    /// </summary>
    private static bool IsOfTheSameChip(StorySignature later, StorySignature earlier) =>
        later.Front.Main == earlier.Front.Main && later.Front.SharedChip(earlier.Front) is 1
        && later.Type is not EventType.Benchmark && earlier.Type is not EventType.Benchmark
        && later.Front.Companies.All(earlier.Companies.Contains) && earlier.Primary.All(later.Companies.Contains);

    private static bool IsOff(StorySignature article) => article.Status is EventStatus.Denied || WasCancelled(article) || HeadlineSays(article, "deny");

    private static bool WasCancelled(StorySignature article) => article.Status is EventStatus.Cancelled || HeadlineSays(article, "cancel");

    private static bool HeadlineSays(StorySignature article, string concept) => article.Concepts.Any(other => other.InTitle && other.Id == concept);

    /// <summary>Whether two headlines speak of the same things soon after one another, and neither article is about a company that the other leaves out.</summary>
    private static bool IsAboutTheSame(StorySignature later, StorySignature earlier) =>
        later.Type == earlier.Type && later.Published - earlier.Published <= SoonAfter
        && later.Primary.All(earlier.Companies.Contains) && earlier.Primary.All(later.Companies.Contains)
        && HeadlinesShare(later, earlier) >= SameThings && later.Focus.Likeness(earlier.Focus) >= LeastFocus;

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
