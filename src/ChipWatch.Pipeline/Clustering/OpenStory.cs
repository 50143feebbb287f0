namespace ChipWatch.Pipeline.Clustering;

/// <summary>A story that may take further articles. Keep it while its members stay: what it works out about them is kept with it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Members">The signatures of its articles, oldest first; never changed after.</param>
public sealed record OpenStory(string Id, IReadOnlyList<StorySignature> Members)
{
    /// <summary>A large story is judged by its founder and its latest articles: what was said in between says nothing new.</summary>
    private const int MostMembers = 16;

    private IReadOnlyList<StorySignature>? judged;
    private double? spread;
    private Dictionary<string, double>? concepts;

    /// <summary>The members by which it is judged.</summary>
    internal IReadOnlyList<StorySignature> Judged =>
        judged ??= Members.Count <= MostMembers ? Members : [Members[0], .. Members.Skip(Members.Count - MostMembers + 1)];

    /// <summary>Length of the sum of what the judged members dwell on: the number of members where all say the same, less the more they differ.</summary>
    internal double Spread => spread ??= LengthOfSum(Judged);

    /// <summary>What its judged members speak of in any language, as a vector of length 1.</summary>
    internal IReadOnlyDictionary<string, double> Concepts => concepts ??= SumOfConcepts(Judged);

    private static double LengthOfSum(IReadOnlyList<StorySignature> members)
    {
        var sum = (double)members.Count;
        for (var i = 0; i < members.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += 2 * members[i].Focus.Likeness(members[j].Focus);
            }
        }

        return Math.Sqrt(sum);
    }

    private static Dictionary<string, double> SumOfConcepts(IReadOnlyList<StorySignature> members)
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (id, weight) in members.SelectMany(member => member.Focus.Concepts))
        {
            sums[id] = sums.GetValueOrDefault(id) + weight;
        }

        var length = Math.Sqrt(sums.Values.Sum(weight => weight * weight));
        return sums.ToDictionary(pair => pair.Key, pair => pair.Value / length, StringComparer.Ordinal);
    }
}
