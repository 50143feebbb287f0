namespace ChipWatch.Pipeline.Clustering;

/// <summary>The keys by which open stories are found: "company:amazon", "chip:amazon-trainium", "term:desantis", "number:3.92E+09", "about:tariff", "named:chips-act".</summary>
public static class StoryKeys
{
    private const int RareCompany = 6;
    private const int Seldom = 7;
    private const string Company = "company:";
    private const string Concept = "about:";

    private static readonly TimeSpan Month = TimeSpan.FromDays(30);
    private static readonly TimeSpan Affair = TimeSpan.FromDays(550);

    /// <summary>How far back the longest reaching keys find a story: from an agreement to a plant that runs pass years.</summary>
    public static TimeSpan LongestReach { get; } = TimeSpan.FromDays(1_100);

    /// <summary>
    /// How far apart two articles may be for a key to bring them together. A company that is in the news every day, or a concept, says nothing after a
    /// month; a rare name does after a year, a company that is seldom in the news after three. So the number of candidates follows the news of a month,
    /// not the size of the store.
    /// </summary>
    public static TimeSpan Reach(string key)
    {
        if (key.StartsWith(Concept, StringComparison.Ordinal))
        {
            return Month;
        }

        return !key.StartsWith(Company, StringComparison.Ordinal) ? Affair
            : WordWeights.OfCompany(key[Company.Length..]) switch { < RareCompany => Month, < Seldom => Affair, _ => LongestReach };
    }

    /// <summary>The key of a concept that an article dwells on.</summary>
    internal static string About(string concept) => Concept + concept;

    /// <summary>The key of a law or programme.</summary>
    internal static string Named(string concept) => "named:" + concept;
}
