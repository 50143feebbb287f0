using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Claims;

/// <summary>Whom one article of a story is about.</summary>
/// <param name="At">When it was published.</param>
/// <param name="Primary">Companies that it is about.</param>
/// <param name="Mentioned">Companies that it names besides.</param>
/// <param name="Type">The kind of event; null where unknown.</param>
public sealed record ToldParties(DateTimeOffset At, IReadOnlyCollection<string> Primary, IReadOnlyCollection<string> Mentioned, EventType? Type);

/// <summary>
/// Which articles of a story tell its claim only in passing: what they report, and how firm it is, is another thing. A purchase that closes a report on the
/// buyer's new chip is as firm as it was.
/// </summary>
public static class ClaimParties
{
    /// <summary>
    /// For each article whether it names a party of the claim in passing, and is about somebody else or about another kind of event. A claim has parties where
    /// two or more companies are what at least half of the articles before are about. What breaks a silence of a week is the next step, whomever it is about.
    /// </summary>
    /// <param name="articles">A story's, oldest first.</param>
    public static IReadOnlyList<bool> ToldInPassing(IReadOnlyList<ToldParties> articles)
    {
        var aside = new bool[articles.Count];
        var about = new Dictionary<string, int>(StringComparer.Ordinal);
        var (tell, last, kin) = (0, DateTimeOffset.MinValue, (int?)null);
        for (var at = 0; at < articles.Count; at++)
        {
            var article = articles[at];
            var parties = about.Where(company => company.Value * 2 >= tell).Select(company => company.Key).ToHashSet(StringComparer.Ordinal);
            aside[at] = article.At - last < ClaimLadder.Silence && parties.Count > 1 && article.Mentioned.Any(parties.Contains) && (article.Primary.Any(company => !parties.Contains(company)) || IsOfAnotherKind(article.Type, kin));
            if (aside[at])
            {
                continue;
            }

            (tell, last) = (tell + 1, article.At);
            kin ??= KinOf(article.Type);
            foreach (var company in article.Primary)
            {
                about[company] = about.GetValueOrDefault(company) + 1;
            }
        }

        return aside;
    }

    private static bool IsOfAnotherKind(EventType? type, int? kin) => KinOf(type) is { } other && kin is not null && other != kin;

    private static int? KinOf(EventType? type) => type is null or EventType.Analysis ? null : EventKin.Of(type.Value);
}
