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

    /// <summary>The members by which it is judged.</summary>
    internal IReadOnlyList<StorySignature> Judged =>
        judged ??= Members.Count <= MostMembers ? Members : [Members[0], .. Members.Skip(Members.Count - MostMembers + 1)];

    /// <summary>Length of the sum of what the judged members dwell on: the number of members where all say the same, less the more they differ.</summary>
    internal double Spread => spread ??= LengthOfSum(Judged);

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
}
