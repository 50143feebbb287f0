namespace ChipWatch.Pipeline.Clustering;

/// <summary>The keys by which open stories are found: "company:amazon", "chip:amazon-trainium", "term:desantis", "number:3.92E+09".</summary>
public static class StoryKeys
{
    private const int RareCompany = 6;
    private const string Company = "company:";

    /// <summary>How far back the longest reaching keys find a story.</summary>
    public static TimeSpan LongestReach { get; } = TimeSpan.FromDays(550);

    /// <summary>
    /// How far apart two articles may be for a key to bring them together. A company that is in the news every day says nothing after a
    /// month; a rare name does after a year. So the number of candidates follows the news of a month, not the size of the store.
    /// </summary>
    public static TimeSpan Reach(string key) =>
        key.StartsWith(Company, StringComparison.Ordinal) && WordWeights.OfCompany(key[Company.Length..]) < RareCompany ? TimeSpan.FromDays(30) : LongestReach;
}
