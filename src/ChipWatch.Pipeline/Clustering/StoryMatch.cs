namespace ChipWatch.Pipeline.Clustering;

/// <summary>Where an article belongs.</summary>
/// <param name="Story">Id of the story that it joins; null for a new one.</param>
/// <param name="Score">How well it fits, 0 to 1; 0 for a new story.</param>
/// <param name="Reason">Why, in words for people.</param>
public sealed record StoryMatch(string? Story, double Score, string Reason)
{
    /// <summary>The story that a new one follows up: the same affair, another step. Null for none, and where the article joins.</summary>
    public string? Follows { get; init; }
}

/// <summary>A story that may take further articles.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Members">The signatures of its articles, oldest first.</param>
public sealed record OpenStory(string Id, IReadOnlyList<StorySignature> Members);
