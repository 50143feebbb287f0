namespace ChipWatch.Live;

/// <summary>Tells open pages that stories came in, and how a round of the sources goes. One for the whole process; safe from any thread.</summary>
public sealed class StoryNotifier
{
    /// <summary>New or grown stories, by id. Handlers run on the writer's thread: hand over with InvokeAsync and return.</summary>
    public event Action<IReadOnlyCollection<long>>? StoriesChanged;

    /// <summary>The running round, or null between rounds.</summary>
    public event Action<RoundProgress?>? RoundChanged;

    /// <summary>The round that runs now, or null.</summary>
    public RoundProgress? Round { get; private set; }

    /// <summary>Tells that stories changed.</summary>
    public void Tell(IReadOnlyCollection<long> storyIds)
    {
        if (storyIds.Count > 0)
        {
            StoriesChanged?.Invoke(storyIds);
        }
    }

    /// <summary>Tells how the round goes; null when it has ended.</summary>
    public void Tell(RoundProgress? round)
    {
        Round = round;
        RoundChanged?.Invoke(round);
    }
}

/// <summary>How far a round is.</summary>
/// <param name="Done">Sources that are through.</param>
/// <param name="Total">Sources of the round.</param>
/// <param name="NewArticles">Articles stored so far.</param>
/// <param name="Failed">Sources that failed.</param>
public sealed record RoundProgress(int Done, int Total, int NewArticles, int Failed);
