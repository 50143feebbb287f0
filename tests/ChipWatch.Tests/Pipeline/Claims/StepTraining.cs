using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Tests.Pipeline.Clustering;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Claims;

/// <summary>
/// Fits the model of steps: every article that begins a story against each earlier one that it may go on with, grouped as the program groups. Articles that
/// joined their story though they tell a later step are learnt from as well, at half the weight. Equal articles give equal weights.
/// </summary>
internal static class StepTraining
{
    private const double Hold = 2;
    private const double OfJoined = 0.5;

    /// <summary>An article of an affair that was silent for so long tells a step.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromDays(10);

    /// <summary>One article beside one earlier story.</summary>
    /// <param name="Affair">What the article is about.</param>
    /// <param name="Sample">Both compared, and whether they are of one affair.</param>
    public sealed record Pair(string Affair, Regression.Sample Sample);

    /// <summary>What a set teaches: of one hand, since two may have told one affair under two names.</summary>
    /// <param name="articles">Oldest first.</param>
    /// <param name="counts">How often its pairs count.</param>
    public static List<Pair> Pairs(IReadOnlyList<StoryTraining.Labelled> articles, double counts)
    {
        var pairs = new List<Pair>();
        var index = new OpenStoryIndex();
        var told = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var latest = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var article in articles)
        {
            var candidates = index.Candidates(article.Signature);
            var story = index.Add(article.Id, article.Signature);
            var isStep = latest.TryGetValue(article.Affair, out var last) && (!known.Contains(article.Story) || article.Signature.Published - last > Silence);
            if (story == article.Id || isStep)
            {
                pairs.AddRange(AffairSteps.Figures(article.Signature, candidates).Select(pair => new Pair(
                    article.Affair,
                    new([.. pair.Likeness.Figures], told[pair.Story].Contains(article.Affair), story == article.Id ? counts : counts * OfJoined))));
            }

            known.Add(article.Story);
            latest[article.Affair] = article.Signature.Published;
            if (!told.TryGetValue(story, out var affairs))
            {
                told[story] = affairs = new(StringComparer.Ordinal);
            }

            affairs.Add(article.Affair);
        }

        return pairs;
    }

    /// <summary>The model that fits these pairs.</summary>
    /// <param name="pairs">What is learnt from.</param>
    /// <param name="follows">Log-odds from which a story is linked.</param>
    public static StepModel Fit(IEnumerable<Pair> pairs, double follows) => new(follows, Regression.Fit([.. pairs.Select(pair => pair.Sample)], StepLikeness.Names, Hold));
}
