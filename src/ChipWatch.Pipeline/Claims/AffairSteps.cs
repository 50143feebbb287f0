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

    /// <summary>So much alike must a story's likest article be in what it dwells on. Of ten stories that share a key eight are not, and are compared no further.</summary>
    private const double LeastFocus = 0.1;

    /// <summary>The earlier story that an article goes on with, or null.</summary>
    /// <param name="article">The article that founds a story.</param>
    /// <param name="candidates">Earlier stories that share a key, in any order; the answer does not depend on it.</param>
    public static AffairStep? Of(StorySignature article, IReadOnlyCollection<OpenStory> candidates) => Of(article, candidates, StepModel.Shipped);

    /// <summary>The same by a model of one's own.</summary>
    internal static AffairStep? Of(StorySignature article, IReadOnlyCollection<OpenStory> candidates, StepModel model)
    {
        var earlier = Before(article, candidates);
        var found = new List<Found>();
        foreach (var seen in earlier.Where(seen => seen.Closest >= LeastFocus))
        {
            // Most stories are out of the question before they are held against all others, even if they were ahead by all that they have.
            if (StepLikeness.Of(article, seen.Story) is { } likeness && Math.Max(model.Odds(likeness, seen.Focus), model.Odds(likeness, seen.Focus - 1)) > model.Follows && MayGoOn(article, seen.Story)
                && model.Odds(likeness, Ahead(seen, earlier)) is var odds && odds > model.Follows)
            {
                found.Add(new(seen.Story, likeness, odds, seen.LatestAt));
            }
        }

        if (found.OrderByDescending(step => step.Odds).ThenByDescending(step => step.At).FirstOrDefault() is not { } best)
        {
            return earlier.Where(seen => OpenSale.IsAnsweredBy(article, seen.Story)).MaxBy(seen => seen.LatestAt) is { } open
                ? new(open.Story.Id, $"A later step: its maker now sells the chip whose sale was open; {DaysLater(article, open.LatestAt)}.")
                : null;
        }

        // Of the steps of one affair the nearest in time: the step before, not the first of all.
        var last = found.Where(step => step == best || AreOfOneAffair(step.Story, best.Story)).OrderByDescending(step => step.At).ThenByDescending(step => step.Odds).First();
        return new(last.Story.Id, ReasonOf(article, last.Likeness, DaysLater(article, last.At)));
    }

    /// <summary>An article beside each story that it may go on with, for learning.</summary>
    internal static IEnumerable<(string Story, StepLikeness Likeness)> Figures(StorySignature article, IReadOnlyCollection<OpenStory> candidates)
    {
        var earlier = Before(article, candidates);
        foreach (var seen in earlier.Where(seen => MayGoOn(article, seen.Story)))
        {
            if (StepLikeness.Of(article, seen.Story) is { } likeness)
            {
                yield return (seen.Story.Id, new(likeness.Figures.SetItem(StepLikeness.Ahead, Ahead(seen, earlier))));
            }
        }
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

    /// <summary>The stories as they were before the article, those that began later left out, and how much of what it dwells on they dwell on.</summary>
    private static List<Seen> Before(StorySignature article, IReadOnlyCollection<OpenStory> candidates)
    {
        var seen = new List<Seen>();
        if (article.Type is null)
        {
            return seen;
        }

        foreach (var story in candidates.OrderBy(story => story.Id, StringComparer.Ordinal))
        {
            var earlier = story.Members.Where(member => member.Published < article.Published).ToList();
            if (earlier.Count > 0)
            {
                var before = earlier.Count == story.Members.Count ? story : new(story.Id, earlier);
                var likeness = before.Judged.Select(member => article.Focus.Likeness(member.Focus)).ToList();
                seen.Add(new(before, likeness.Max(), likeness.Sum() / before.Spread));
            }
        }

        return seen;
    }

    /// <summary>How much more the article dwells on what a story dwells on than on what any other does that is not of the same affair.</summary>
    private static double Ahead(Seen story, List<Seen> all) =>
        story.Focus - (all.Where(other => other != story).OrderByDescending(other => other.Focus).FirstOrDefault(other => !AreOfOneAffair(other.Story, story.Story))?.Focus ?? 0);

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

    private static string ReasonOf(StorySignature article, StepLikeness likeness, string when)
    {
        var shared = new List<string>();
        Add(likeness.HasPartnersAgain, "the same main companies together");
        Add(likeness.GoesOnAlone, "the same company, seldom in the news, and the same kind of event");
        Add(likeness.HasSameChip, "the same chip in both headlines");
        Add(likeness.HasLaw, "the same law");
        Add(likeness.IsAnswer, "what was open is answered");
        Add(likeness.HasHeadlineWords, "words of the headline");
        var what = article.Type is EventType.Analysis ? "A comment on the same affair" : "A later step";
        return shared.Count == 0 ? $"{what}: headlines about the same things, {when}." : $"{what}: {string.Join(", ", shared)}; {when}.";

        void Add(bool holds, string words)
        {
            if (holds)
            {
                shared.Add(words);
            }
        }
    }

    private static string DaysLater(StorySignature article, DateTimeOffset before) => (article.Published - before).Days switch { 0 => "the same day", 1 => "a day later", var days => $"{days} days later" };

    private sealed record Seen(OpenStory Story, double Closest, double Focus)
    {
        public DateTimeOffset LatestAt => Story.Members.Max(member => member.Published);
    }

    private sealed record Found(OpenStory Story, StepLikeness Likeness, double Odds, DateTimeOffset At);
}
