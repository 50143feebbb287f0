using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Tests.Pipeline.Clustering;

namespace ChipWatch.Tests.Pipeline.Claims;

/// <summary>Links between stories of a labelled set, grouped as a store does.</summary>
/// <param name="Right">Those that lead to a story of the same affair.</param>
/// <param name="Wrong">Those that do not.</param>
/// <param name="Missed">Articles that begin a story, and do not find the one that their affair has.</param>
internal sealed record StepLinks(int Right, int Wrong, int Missed)
{
    /// <summary>Counts the links of some articles; <paramref name="tell"/> gets a line for each that is wrong or missed.</summary>
    /// <param name="articles">All, oldest first.</param>
    /// <param name="modelOf">By which model the links of an affair are found; null for one that is not asked about.</param>
    /// <param name="tell">Takes a line of text.</param>
    public static StepLinks Of(IReadOnlyList<StoryTraining.Labelled> articles, Func<string, StepModel?> modelOf, Action<string> tell)
    {
        var index = new OpenStoryIndex();
        var affairs = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var article in articles)
        {
            var candidates = index.Candidates(article.Signature);
            var isKnown = affairs.Values.Any(told => told.Contains(article.Affair));
            var story = index.Add(article.Id, article.Signature);
            if (story == article.Id && modelOf(article.Affair) is { } model)
            {
                var step = AffairSteps.Of(article.Signature, candidates, model);
                var isRight = step is not null && affairs[step.Story].Contains(article.Affair);
                (right, wrong, missed) = (right + (isRight ? 1 : 0), wrong + (step is null || isRight ? 0 : 1), missed + (isKnown && !isRight ? 1 : 0));
                if (step is not null && !isRight)
                {
                    tell($"  wrong: {article.Id} {article.Affair} ← {step.Story} {string.Join(' ', affairs[step.Story])}: {step.Reason}");
                }

                if (isKnown && !isRight)
                {
                    tell($"  missed: {article.Id} {article.Affair} {article.Signature.Type}/{article.Signature.Status} after {string.Join(' ', affairs.Where(told => told.Value.Contains(article.Affair)).Select(told => told.Key))}");
                }
            }

            if (!affairs.TryGetValue(story, out var known))
            {
                affairs[story] = known = new(StringComparer.Ordinal);
            }

            known.Add(article.Affair);
        }

        return new(right, wrong, missed);
    }
}
