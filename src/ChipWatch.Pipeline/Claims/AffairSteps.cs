using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Claims;

/// <summary>The story whose next step an article tells.</summary>
/// <param name="Story">Its id.</param>
/// <param name="Reason">Why, in words for people.</param>
public sealed record AffairStep(string Story, string Reason);

/// <summary>
/// Finds the affair that a new story goes on with: one that has to do with the same few names and things, and not merely with the same field. Careful
/// rather than complete, because a step moves the claim of the earlier story.
/// </summary>
public static class AffairSteps
{
    /// <summary>Stories so alike tell one affair between them: none of them is ahead of the other.</summary>
    private const double OfOneAffair = 0.5;

    /// <summary>The earlier story that an article goes on with, or null.</summary>
    /// <param name="article">The article that founds a story.</param>
    /// <param name="candidates">Earlier stories that share a key, in any order; the answer does not depend on it.</param>
    public static AffairStep? Of(StorySignature article, IReadOnlyCollection<OpenStory> candidates) => Of(article, candidates, StepModel.Shipped);

    /// <summary>The same by a model of one's own.</summary>
    internal static AffairStep? Of(StorySignature article, IReadOnlyCollection<OpenStory> candidates, StepModel model)
    {
        var compared = Compare(article, candidates);
        var found = new List<Found>();
        foreach (var (story, likeness) in compared)
        {
            // Most stories are out of the question before they are held against all others.
            if (model.Odds(likeness, 0) + model.MostAhead > model.Follows && MayGoOn(article, story)
                && model.Odds(likeness, Ahead(story, likeness, compared)) is var odds && odds > model.Follows)
            {
                found.Add(new(story, likeness, odds, story.Members.Max(member => member.Published)));
            }
        }

        if (found.OrderByDescending(step => step.Odds).ThenByDescending(step => step.At).FirstOrDefault() is not { } best)
        {
            return null;
        }

        // Of the steps of one affair the nearest in time: the step before, not the first of all.
        var last = found.Where(step => step == best || AreOfOneAffair(step.Story, best.Story)).OrderByDescending(step => step.At).ThenByDescending(step => step.Odds).First();
        return new(last.Story.Id, ReasonOf(article, last.Likeness, (article.Published - last.At).Days));
    }

    /// <summary>An article beside each story that it may go on with, for learning.</summary>
    internal static IEnumerable<(string Story, StepLikeness Likeness)> Figures(StorySignature article, IReadOnlyCollection<OpenStory> candidates)
    {
        var compared = Compare(article, candidates);
        return compared.Where(pair => MayGoOn(article, pair.Story))
            .Select(pair => (pair.Story.Id, new StepLikeness(pair.Likeness.Figures.SetItem(StepLikeness.Ahead, Ahead(pair.Story, pair.Likeness, compared)))));
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
        var nearest = candidates.Where(story => story.Id != own.Id && story.Members.All(member => member.Published < began) && story.Members.Any(member => LawOf(article, member) is not null))
            .OrderByDescending(story => story.Members.Max(member => member.Published)).ThenBy(story => story.Id, StringComparer.Ordinal).FirstOrDefault();
        return nearest is null ? null : new(nearest.Id, $"A later step: the same law, {nearest.Members.Select(member => LawOf(article, member)).First(law => law is not null)}.");
    }

    /// <summary>Whether an article is of the kind for which <see cref="OfLaw"/> looks through all candidates.</summary>
    public static bool MayGoOnWithALaw(StorySignature article) => IsActOfState(article);

    private static bool IsActOfState(StorySignature article) => article.Type is EventType.Regulation or EventType.Legal;

    private static bool NamesLaw(StorySignature article) => article.Concepts.Any(concept => StoryConcepts.IsNamed(concept.Id));

    /// <summary>A law or programme that both name, one of them in its headline.</summary>
    private static string? LawOf(StorySignature later, StorySignature earlier) => !IsActOfState(earlier) ? null
        : later.Concepts.Where(concept => StoryConcepts.IsNamed(concept.Id) && earlier.Concepts.Any(other => other.Id == concept.Id && (other.InTitle || concept.InTitle)))
            .Select(concept => concept.Id).FirstOrDefault();

    private static List<(OpenStory Story, StepLikeness Likeness)> Compare(StorySignature article, IReadOnlyCollection<OpenStory> candidates)
    {
        var compared = new List<(OpenStory, StepLikeness)>();
        if (article.Type is null)
        {
            return compared;
        }

        foreach (var story in candidates.OrderBy(story => story.Id, StringComparer.Ordinal))
        {
            if (Before(article, story) is { } earlier && StepLikeness.Of(article, earlier) is { } likeness)
            {
                compared.Add((earlier, likeness));
            }
        }

        return compared;
    }

    /// <summary>The story as it was before the article; null where it began later.</summary>
    private static OpenStory? Before(StorySignature article, OpenStory story)
    {
        var earlier = story.Members.Where(member => member.Published < article.Published).ToList();
        return earlier.Count == story.Members.Count ? story : earlier.Count > 0 ? new(story.Id, earlier) : null;
    }

    /// <summary>How much more the article dwells on what a story dwells on than on what any other does that is not of the same affair.</summary>
    private static double Ahead(OpenStory story, StepLikeness likeness, List<(OpenStory Story, StepLikeness Likeness)> compared) =>
        likeness.StoryFocus - compared.Where(other => other.Story != story && !AreOfOneAffair(other.Story, story)).Select(other => other.Likeness.StoryFocus).DefaultIfEmpty(0).Max();

    private static bool AreOfOneAffair(OpenStory one, OpenStory other) =>
        Ends(one).Any(member => Ends(other).Any(peer => member.Focus.Likeness(peer.Focus) >= OfOneAffair));

    private static StorySignature[] Ends(OpenStory story) => story.Members.Count == 1 ? [story.Members[0]] : [story.Members[0], story.Members[^1]];

    /// <summary>
    /// Measurements and results come round again without being steps, nothing goes on with a comment, and what is told in passing is not what the article
    /// is about.
    /// </summary>
    private static bool MayGoOn(StorySignature article, OpenStory story) =>
        article.Type is not EventType.Earnings && !story.Members.Any(member => member.Type is EventType.Earnings)
        && !(article.Type is EventType.Benchmark && story.Members.Any(member => member.Type is EventType.Benchmark))
        && story.Members.Any(member => member.Type is not null and not EventType.Analysis)
        && !ClaimParties.ToldInPassing([.. story.Judged.Append(article).Select(told => new ToldParties(told.Published, told.Primary, [.. told.Companies.Except(told.Primary)], told.Type))])[^1];

    private static string ReasonOf(StorySignature article, StepLikeness likeness, int days)
    {
        var shared = new List<string>();
        Add(likeness.HasPartnersAgain, "the same main companies together");
        Add(likeness.GoesOnAlone, "the same company, seldom in the news, and the same kind of event");
        Add(likeness.HasSameChip, "the same chip in both headlines");
        Add(likeness.HasLaw, "the same law");
        Add(likeness.IsAnswer, "what was open is answered");
        Add(likeness.HasHeadlineWords, "words of the headline");
        var what = article.Type is EventType.Analysis ? "A comment on the same affair" : "A later step";
        var when = days switch { 0 => "the same day", 1 => "a day later", _ => $"{days} days later" };
        return shared.Count == 0 ? $"{what}: headlines about the same things, {when}." : $"{what}: {string.Join(", ", shared)}; {when}.";

        void Add(bool holds, string words)
        {
            if (holds)
            {
                shared.Add(words);
            }
        }
    }

    private sealed record Found(OpenStory Story, StepLikeness Likeness, double Odds, DateTimeOffset At);
}
