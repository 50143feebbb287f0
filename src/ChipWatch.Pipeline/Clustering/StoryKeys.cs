using System.Collections.Immutable;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>The keys by which open stories are found: "company:amazon", "chip:amazon-trainium", "term:desantis", "number:3.92E+09", "about:tariff", "named:chips-act", "family:google TPU".</summary>
public static class StoryKeys
{
    private const int RareCompany = 6;
    private const int Seldom = 7;

    /// <summary><see cref="MostStories"/> of a company, a chip or a concept.</summary>
    public const int MostOfName = 16;

    /// <summary><see cref="MostStories"/> of a word or a number.</summary>
    public const int MostOfWord = 8;

    private const string Company = "company:";
    private const string Concept = "about:";
    private const string Term = "term:";
    private const string Number = "number:";
    private const string Family = "family:";

    /// <summary>What keys begin with, by kind; the first is that of a key of no kind. Signatures are stored by these places: new ones come last.</summary>
    internal static readonly ImmutableArray<string> Beginnings = ["", Company, "chip:", Term, Number, Concept, "named:", Family];

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

    /// <summary>
    /// Whether one key in common is reason enough to compare an article with a story. A company or a chip is: in another language it is often all that is
    /// written alike. One word or number is chance: of 110 labelled articles that rightly join a story by a single key four do so by one.
    /// </summary>
    public static bool TellsAlone(string key) => !key.StartsWith(Term, StringComparison.Ordinal) && !key.StartsWith(Number, StringComparison.Ordinal);

    /// <summary>
    /// How many stories that hold a key are looked at, the nearest in time before an article, and as many after it. A key that thousands hold says little
    /// about any of them; those that share more are found by their other keys. So what is read does not grow with the store.
    /// </summary>
    public static int MostStories(string key) => TellsAlone(key) ? MostOfName : MostOfWord;

    /// <summary>The place of a key's kind in <see cref="Beginnings"/>.</summary>
    internal static int KindOf(string key)
    {
        for (var kind = Beginnings.Length - 1; kind > 0; kind--)
        {
            if (key.StartsWith(Beginnings[kind], StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return 0;
    }

    /// <summary>A key as the number by which it is compared.</summary>
    internal static ulong HashOf(string key) => TextHash.Of(KindOf(key), TextHash.Of(key.AsSpan(Beginnings[KindOf(key)].Length)));

    /// <summary>The key of a concept that an article dwells on.</summary>
    internal static string About(string concept) => Concept + concept;

    /// <summary>The key of a law or programme.</summary>
    internal static string Named(string concept) => "named:" + concept;

    /// <summary>The key of a family of chips, by which news of a generation is found beside news of the family.</summary>
    internal static string OfFamily(string family) => Family + family;

    /// <summary>Those of an article's keys that name a family of chips.</summary>
    internal static IEnumerable<string> FamiliesOf(IEnumerable<string> keys) => keys.Where(key => key.StartsWith(Family, StringComparison.Ordinal));
}
