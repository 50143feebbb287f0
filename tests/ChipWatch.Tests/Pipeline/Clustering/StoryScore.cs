namespace ChipWatch.Tests.Pipeline.Clustering;

/// <summary>How well groups agree with true stories: B-cubed, the mean over articles of how pure and how whole their group is.</summary>
public sealed record StoryScore(double Precision, double Recall, int Articles)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <param name="truth">The true story of each article.</param>
    /// <param name="groups">Its group, in the same order.</param>
    /// <param name="asked">Which articles count; all take part.</param>
    public static StoryScore Of(IReadOnlyList<string> truth, IReadOnlyList<string> groups, Func<int, bool> asked)
    {
        var (precision, recall, count) = (0.0, 0.0, 0);
        for (var i = 0; i < truth.Count; i++)
        {
            if (!asked(i))
            {
                continue;
            }

            var (both, group, story) = (0, 0, 0);
            for (var j = 0; j < truth.Count; j++)
            {
                both += truth[i] == truth[j] && groups[i] == groups[j] ? 1 : 0;
                group += groups[i] == groups[j] ? 1 : 0;
                story += truth[i] == truth[j] ? 1 : 0;
            }

            precision += (double)both / group;
            recall += (double)both / story;
            count++;
        }

        return new(precision / count, recall / count, count);
    }
}
