namespace ChipWatch.Pipeline.Tagging;

/// <summary>Reads shares in words: "a third", "die Hälfte", "一半".</summary>
internal static class NumberShares
{
    /// <summary>The share that begins at a place; null where none does.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="at">Where its name begins ("third").</param>
    /// <param name="end">Where the sentence ends.</param>
    /// <param name="times">How many of them ("two thirds").</param>
    /// <param name="start">Where the number as a whole begins.</param>
    public static NumberFound? At(string text, int at, int end, double times, int start)
    {
        var length = NumberReader.WordAt(text, at, end);
        var word = text.AsSpan(at, length);
        if (word.Length > 4 && word[^1] == 's' && !NumberWords.Shares.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word))
        {
            word = word[..^1];
        }

        return NumberWords.Shares.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var percent) && !(percent == 50 && IsPartOfTime(text, at)) && !(word is "quarter" && times < 2 && IsPeriod(text, at)) && (times >= 2 || IsHalf(text, at, word) || IsChange(text, start) || IsShareOf(text, at + length, end, percent))
            ? new(Math.Round(percent * times, 6), start, at + length, 1, NumberKind.Share)
            : null;
    }

    /// <summary>"Die Hälfte" is a share by itself; the second half of a year is none.</summary>
    private static bool IsHalf(string text, int at, ReadOnlySpan<char> word)
    {
        if (!(word.Equals("hälfte", StringComparison.OrdinalIgnoreCase) || word is "moitié" or "mitad" or "helft"))
        {
            return false;
        }

        return !IsPartOfTime(text, at);
    }

    /// <summary>"in the quarter", "last quarter": three months and no share.</summary>
    private static bool IsPeriod(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd();
        return before[(before.LastIndexOf(' ') + 1)..] is ("the" or "this" or "last" or "next" or "that" or "each" or "every" or "per" or "same" or "current" or "previous" or "first" or "second" or "third" or "fourth");
    }

    private static bool IsPartOfTime(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd();
        return before[(before.LastIndexOf(' ') + 1)..] is ("erste" or "ersten" or "zweite" or "zweiten" or "andere" or "anderen" or "première" or "seconde" or "deuxième" or "autre" or "primera" or "segunda" or "otra" or "eerste" or "tweede" or "first" or "second");
    }

    /// <summary>"d'un tiers", "by a third", "um ein Viertel": what changes by it.</summary>
    private static bool IsChange(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - 14), start - Math.Max(0, start - 14)).TrimEnd();
        return before.EndsWith(" d'", StringComparison.Ordinal) || before.EndsWith(" d’", StringComparison.Ordinal) || before.EndsWith(" by", StringComparison.Ordinal) || before.EndsWith(" by about", StringComparison.Ordinal) || before.EndsWith(" um", StringComparison.Ordinal)
            || before.EndsWith(" um rund", StringComparison.Ordinal) || before.EndsWith(" um etwa", StringComparison.Ordinal) || before.EndsWith(" by almost", StringComparison.Ordinal) || before.EndsWith(" met", StringComparison.Ordinal) || before.EndsWith(" en", StringComparison.Ordinal);
    }

    /// <summary>"A third party", "a quarter later" and "the fifth time" are no shares: "of" or the like must follow, unless it is a half.</summary>
    private static bool IsShareOf(string text, int at, int end, double percent)
    {
        var next = NumberReader.Skip(text, at, end);
        if (next >= end || text[next] is '.' or ',' or ';')
        {
            return true;
        }

        var word = text.AsSpan(next, NumberReader.WordAt(text, next, end));
        return word is "of" or "der" or "des" or "von" or "de" or "du" or "van" or "der" or "del" or "more" or "less" or "mehr" or "höher" || (percent == 50 && word is "the" or "its" or "a" or "to" or "erhöhen");
    }

    /// <summary>The same in Chinese, Japanese and Korean, where the share is one word.</summary>
    public static NumberFound? CjkAt(string text, int at, int end)
    {
        foreach (var (share, percent) in NumberWords.CjkShares)
        {
            if (at + share.Length <= end && string.CompareOrdinal(text, at, share, 0, share.Length) == 0)
            {
                return new(percent, at, at + share.Length, 1, NumberKind.Share);
            }
        }

        return null;
    }
}
