namespace ChipWatch.Pipeline.Clustering;

/// <summary>Where an article belongs.</summary>
/// <param name="Story">Id of the story that it joins; null for a new one.</param>
/// <param name="Score">How well it fits, 0 to 1; 0 for a new story.</param>
/// <param name="Reason">Why, in words for people.</param>
public sealed record StoryMatch(string? Story, double Score, string Reason);
