using System.Collections.Frozen;
using System.Globalization;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>How much a word or company tells about a story: 0 (it stands everywhere) to 10 (seldom seen). Frozen, so that grouping never depends on what was read before.</summary>
internal static class WordWeights
{
    private const int RareName = 10;
    private const int RareWord = 8;
    private const int RareCharacters = 4;
    private const int RareCompany = 8;

    private const string Companies = "company";

    /// <summary>By language, or <see cref="Companies"/>; then by word or id.</summary>
    private static readonly FrozenDictionary<string, FrozenDictionary<string, int>> Known = Load();
    private static readonly FrozenDictionary<string, int> KnownCompanies = Known[Companies];

    /// <summary>The weight of a piece of text in a language (two letters).</summary>
    public static int Of(StoryWord word, string language)
    {
        var rare = word.Kind switch
        {
            StoryWordKind.Name => RareName,
            StoryWordKind.Characters => word.Text.Length > 2 ? RareWord : RareCharacters,
            _ => RareWord,
        };
        var known = Find(language, word.Text);
        // Names of other languages' texts are mostly English ones: what is common there is common everywhere
        if (word.Kind == StoryWordKind.Name && language != "en")
        {
            known = Math.Min(known, Find("en", word.Text));
        }

        return Math.Min(rare, known);
    }

    /// <summary>The weight of a company.</summary>
    public static int OfCompany(string id) => KnownCompanies.TryGetValue(id, out var weight) ? weight : RareCompany;

    private static int Find(string language, string word) => Known.TryGetValue(language, out var words) && words.TryGetValue(word, out var weight) ? weight : RareName;

    private static FrozenDictionary<string, FrozenDictionary<string, int>> Load()
    {
        using var stream = typeof(WordWeights).Assembly.GetManifestResourceStream("word-weights.txt")
            ?? throw new InvalidOperationException("The program was built without word-weights.txt.");
        using var lines = new StreamReader(stream);
        var weights = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var parts = line.Split(' ');
            var weight = int.Parse(parts[1], CultureInfo.InvariantCulture);
            if (!weights.TryGetValue(parts[0], out var words))
            {
                weights[parts[0]] = words = new(StringComparer.Ordinal);
            }

            foreach (var word in parts.AsSpan(2))
            {
                words[word] = weight;
            }
        }

        return weights.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
