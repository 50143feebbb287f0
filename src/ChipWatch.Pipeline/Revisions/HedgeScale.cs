using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Revisions;

/// <summary>A hedging word or phrase of a headline.</summary>
/// <param name="Words">As the headline spells it.</param>
/// <param name="Firmness">How sure it makes the headline.</param>
internal sealed record Hedge(string Words, Firmness Firmness);

/// <summary>The hedging phrases of one language, whole words and endings, ready to be found.</summary>
internal sealed class HedgeScale
{
    private const int MostWords = 4;
    private const int ShortestStem = 2;

    private readonly FrozenDictionary<string, Firmness> phrases;
    private readonly (string Ending, Firmness Firmness)[] endings;

    private HedgeScale(Dictionary<string, Firmness> phrases, List<(string, Firmness)> endings)
    {
        this.phrases = phrases.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        this.endings = [.. endings.OrderByDescending(ending => ending.Item1.Length)];
    }

    /// <summary>Reads a table: a line for each firmness, phrases parted by bars; "*rait" is an ending.</summary>
    public static HedgeScale Of(string table)
    {
        var phrases = new Dictionary<string, Firmness>(StringComparer.OrdinalIgnoreCase);
        var endings = new List<(string, Firmness)>();
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var firmness = Enum.Parse<Firmness>(line[..colon]);
            foreach (var phrase in line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries))
            {
                if (phrase[0] == '*')
                {
                    endings.Add((phrase[1..], firmness));
                }
                else
                {
                    phrases[phrase] = firmness;
                }
            }
        }

        return new(phrases, endings);
    }

    /// <summary>The hedges of a line, in order; the longest phrase at a place counts alone.</summary>
    /// <param name="words">The line's words as <see cref="HeadlineWords"/> parts them.</param>
    public IReadOnlyList<Hedge> Find(IReadOnlyList<string> words)
    {
        var found = new List<Hedge>();
        for (var at = 0; at < words.Count;)
        {
            var length = Math.Min(MostWords, words.Count - at);
            for (; length > 0; length--)
            {
                var phrase = string.Join(' ', words.Skip(at).Take(length));
                if (phrases.TryGetValue(phrase, out var firmness) || (length == 1 && ByEnding(phrase, out firmness)))
                {
                    if (firmness != Firmness.None)
                    {
                        found.Add(new(phrase, firmness));
                    }

                    break;
                }
            }

            at += Math.Max(1, length);
        }

        return found;
    }

    private bool ByEnding(string word, out Firmness firmness)
    {
        // a name ("Alibaba", "Nvidia", "Sera") is written large, a verb within a line small
        if (char.IsLower(word[0]))
        {
            foreach (var (ending, value) in endings)
            {
                if (word.Length >= ending.Length + ShortestStem && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                {
                    firmness = value;
                    return true;
                }
            }
        }

        firmness = Firmness.None;
        return false;
    }
}
