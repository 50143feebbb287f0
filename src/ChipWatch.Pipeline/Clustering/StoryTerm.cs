using System.Text.Json.Serialization;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>A word or name of an article that helps to tell its story from others.</summary>
/// <param name="Text">Lower case, without accents and endings; two characters where the script has no spaces.</param>
/// <param name="Weight">1 (common in news of the field) to 10 (seldom seen).</param>
/// <param name="IsName">Written as a name, in Latin letters: comparable across languages.</param>
/// <param name="InTitle">Whether the headline has it.</param>
/// <param name="Count">How often it stands in headline and text, at least 1.</param>
[JsonConverter(typeof(StoryTermJson))]
public sealed record StoryTerm(string Text, int Weight, bool IsName, bool InTitle, int Count = 1);

/// <summary>A number of an article, in base size ("3.9 billion" is 3,900,000,000).</summary>
/// <param name="Value">The value.</param>
/// <param name="Weight">1 (one significant digit) to 3 (three or more): how much it tells when two articles share it.</param>
public sealed record StoryNumber(double Value, int Weight);
