using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Names looked for in classes and ids, in time that grows with the text and the few names that begin with the same letter.</summary>
internal sealed class NameList
{
    private readonly FrozenDictionary<char, Name[]> byLetter;
    private readonly string before;
    private readonly string behind;

    /// <param name="names">In order of precedence, lower case; `-?` for a hyphen that may be left out, `*` at the end for the rest of a word.</param>
    /// <param name="before">The signs that may stand before a name; it may also stand at the start.</param>
    /// <param name="behind">The signs that may stand behind one; it may also stand at the end.</param>
    public NameList(IEnumerable<string> names, string before, string behind)
    {
        (this.before, this.behind) = (before, behind);
        byLetter = names.SelectMany(Spellings).Select(name => new Name(name.TrimEnd('*'), name.EndsWith('*')))
            .GroupBy(name => name.Text[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The first name in a text, as it is written there; null where there is none.</summary>
    public string? Find(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if ((at == 0 || before.Contains(text[at - 1], StringComparison.Ordinal)) && byLetter.TryGetValue(text[at], out var names))
            {
                foreach (var name in names)
                {
                    if (EndOf(name, text, at) is { } end)
                    {
                        return text[at..end];
                    }
                }
            }
        }

        return null;
    }

    private int? EndOf(Name name, string text, int at)
    {
        if (!text.AsSpan(at).StartsWith(name.Text, StringComparison.Ordinal))
        {
            return null;
        }

        var shortest = at + name.Text.Length;
        var end = shortest;
        while (name.IsOpen && end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        // What a word goes on with may hold a sign that ends names (a digit).
        while (end >= shortest && end < text.Length && !behind.Contains(text[end], StringComparison.Ordinal))
        {
            end--;
        }

        return end < shortest ? null : end;
    }

    private static IEnumerable<string> Spellings(string name)
    {
        var spellings = new List<string> { "" };
        var parts = name.Split("-?");
        for (var i = 0; i < parts.Length; i++)
        {
            spellings = [.. spellings.SelectMany(start => i == 0 ? [parts[i]] : new[] { $"{start}-{parts[i]}", start + parts[i] })];
        }

        return spellings.Distinct();
    }

    private readonly record struct Name(string Text, bool IsOpen);
}
