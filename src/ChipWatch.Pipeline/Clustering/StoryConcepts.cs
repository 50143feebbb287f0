using System.Collections.Frozen;
using System.Globalization;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>Knows the words of eight languages for what news of the field is about, so that reports in two languages can be compared.</summary>
internal static class StoryConcepts
{
    private const string Resource = "story-concepts.txt";
    private const int ShortestBeginning = 2;

    private static readonly Content All = Load();

    /// <summary>The concept that a piece of text stands for, or null.</summary>
    /// <param name="word">The piece.</param>
    /// <param name="before">The text of the piece before it; empty at the beginning.</param>
    /// <param name="language">Two letters.</param>
    public static string? Of(StoryWord word, string before, string language)
    {
        if (!All.Words.TryGetValue(language, out var words))
        {
            return null;
        }

        if (before.Length > 0 && words.Pairs.Contains(before) && words.Whole.TryGetValue(before + "_" + word.Text, out var pair))
        {
            return pair;
        }

        if ((word.Kind == StoryWordKind.Name && words.Names.TryGetValue(word.Text, out var whole)) || words.Whole.TryGetValue(word.Text, out whole))
        {
            return whole;
        }

        var beginnings = words.Beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Text.Length, words.Longest); length >= ShortestBeginning; length--)
        {
            if (beginnings.TryGetValue(word.Text.AsSpan(0, length), out var concept))
            {
                return concept;
            }
        }

        return null;
    }

    /// <summary>How much a concept tells, 1 to 10; 0 for one that is no more.</summary>
    public static int WeightOf(string id) => All.Weights.GetValueOrDefault(id);

    /// <summary>Whether it is a law or programme by its name.</summary>
    public static bool IsNamed(string id) => All.Named.Contains(id);

    private static Content Load()
    {
        using var stream = typeof(StoryConcepts).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without {Resource}.");
        using var lines = new StreamReader(stream);
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var languages = new Dictionary<string, Gathered>(StringComparer.Ordinal);
        var concept = "";
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line[0] != ' ')
            {
                concept = parts[0];
                weights[concept] = int.Parse(parts[1], CultureInfo.InvariantCulture);
                if (parts.Length > 2)
                {
                    named.Add(concept);
                }

                continue;
            }

            if (!languages.TryGetValue(parts[0], out var gathered))
            {
                languages[parts[0]] = gathered = new();
            }

            foreach (var word in parts.AsSpan(1))
            {
                gathered.Add(word, concept, parts[0]);
            }
        }

        return new(
            weights.ToFrozenDictionary(StringComparer.Ordinal),
            named.ToFrozenSet(StringComparer.Ordinal),
            languages.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Frozen(), StringComparer.Ordinal));
    }

    private sealed record Content(FrozenDictionary<string, int> Weights, FrozenSet<string> Named, FrozenDictionary<string, Words> Words);

    private sealed record Words(
        FrozenDictionary<string, string> Whole,
        FrozenDictionary<string, string> Names,
        FrozenDictionary<string, string> Beginnings,
        FrozenSet<string> Pairs,
        int Longest);

    // Of two concepts that claim a word the first has it.
    private sealed class Gathered
    {
        private readonly Dictionary<string, string> whole = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> beginnings = new(StringComparer.Ordinal);
        private readonly HashSet<string> pairs = new(StringComparer.Ordinal);

        public void Add(string written, string concept, string language)
        {
            if (written.EndsWith('*'))
            {
                var beginning = StoryWords.Plain(written[..^1]);
                beginnings.TryAdd(beginning, concept);
                // Endings are cut off a word before it is looked up, also those that a beginning may have.
                beginnings.TryAdd(StoryWords.Stem(beginning, language), concept);
            }
            else if (written.IndexOf('_', StringComparison.Ordinal) is > 0 and var gap)
            {
                var first = StoryWords.Stem(StoryWords.Plain(written[..gap]), language);
                pairs.Add(first);
                whole.TryAdd(first + "_" + StoryWords.Stem(StoryWords.Plain(written[(gap + 1)..]), language), concept);
            }
            else if (written.Length > 1 && written.All(char.IsAsciiLetterUpper))
            {
                names.TryAdd(StoryWords.Plain(written), concept);
            }
            else
            {
                whole.TryAdd(StoryWords.Stem(StoryWords.Plain(written), language), concept);
            }
        }

        public Words Frozen() => new(
            whole.ToFrozenDictionary(StringComparer.Ordinal),
            names.ToFrozenDictionary(StringComparer.Ordinal),
            beginnings.ToFrozenDictionary(StringComparer.Ordinal),
            pairs.ToFrozenSet(StringComparer.Ordinal),
            beginnings.Keys.Select(word => word.Length).DefaultIfEmpty(0).Max());
    }
}
