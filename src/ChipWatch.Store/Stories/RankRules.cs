using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Store.Stories;

/// <summary>What adds to a story's rank and what takes away: the points by which <see cref="StoryRanking"/> sums, printed on the page that explains them.</summary>
public static class RankRules
{
    /// <summary>Independent origins beyond these add nothing.</summary>
    public const int MostOrigins = 4;

    internal const double Moved = 4;
    internal const double New = 2;
    internal const double Origin = 1;
    internal const double FollowedVendor = 2;
    internal const double FollowedTopic = 1;
    internal const double SingleSourceRumour = -1;
    internal const double Comment = -2;

    /// <summary>Every rule with its points, in the order of the printed sum.</summary>
    public static IReadOnlyList<ScorePart> All { get; } =
    [
        new("its status moved in the window", Moved),
        new("its first article lies in the window", New),
        new($"each independent origin, at most {MostOrigins}; relays add nothing", Origin),
        new("it is about a vendor that you follow", FollowedVendor),
        new("it is about a topic that you follow", FollowedTopic),
        new("a rumour of one source", SingleSourceRumour),
        new("comment without a new event", Comment),
    ];
}
