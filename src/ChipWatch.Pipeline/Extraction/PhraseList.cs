using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Phrases in which `*` stands for any words, matched in time that grows with the line and the few phrases that begin like it.</summary>
internal sealed class PhraseList
{
    private readonly FrozenSet<string> whole;
    private readonly FrozenDictionary<char, string[][]> open;
    private readonly string[][] anywhere;

    /// <param name="phrases">Lower case; with `*` for any words, also none.</param>
    public PhraseList(IReadOnlyCollection<string> phrases)
    {
        whole = phrases.Where(phrase => !phrase.Contains('*', StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);
        var parted = phrases.Where(phrase => phrase.Contains('*', StringComparison.Ordinal)).Select(phrase => phrase.Split('*')).ToList();
        open = parted.Where(parts => parts[0].Length > 0).GroupBy(parts => parts[0][0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        anywhere = [.. parted.Where(parts => parts[0].Length == 0)];
    }

    /// <summary>Whether the line is one of the phrases.</summary>
    public bool Matches(string line)
    {
        var bare = line.TrimEnd(':', ')', ' ');
        return line.Length > 0
            && (whole.Contains(line) || whole.Contains(bare)
                || (open.TryGetValue(line[0], out var same) && Array.Exists(same, parts => Fits(line, parts)))
                || Array.Exists(anywhere, parts => Fits(line, parts)));
    }

    private static bool Fits(string line, string[] parts)
    {
        if (!line.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            if (i == parts.Length - 1)
            {
                return parts[i].Length == 0 || (line.Length - at >= parts[i].Length && line.EndsWith(parts[i], StringComparison.Ordinal));
            }

            var found = line.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return true;
    }
}
