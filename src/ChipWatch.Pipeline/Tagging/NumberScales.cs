namespace ChipWatch.Pipeline.Tagging;

/// <summary>Reads what a number is multiplied by: "billion", "Mrd.", "mil millones", "万".</summary>
internal static class NumberScales
{
    /// <summary>The word for thousand, million and the like behind a number, and where it ends; null without one.</summary>
    public static (double Value, int End)? WordAt(string text, int at, int end, string language)
    {
        var next = NumberReader.Skip(text, at, end);
        if (next >= end || !char.IsLetter(text[next]))
        {
            return null;
        }

        var length = NumberReader.WordAt(text, next, end);
        var word = text.AsSpan(next, length);
        // One letter is a scale only where it touches the digits ("$5m", "2b"), never in "3 m".
        if (length <= 1 && next != at)
        {
            return null;
        }

        double value;
        if (language == "de" && NumberWords.GermanScales.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var german))
        {
            value = german;
        }
        else if (!NumberWords.Scales.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out value))
        {
            return null;
        }

        var stop = next + length;
        if (stop < end && text[stop] == '.' && word is "Mio" or "Mrd" or "mio" or "mrd")
        {
            stop++;
        }

        // "mil millones" is a thousand million.
        return value == 1e3 && WordAt(text, stop, end, language) is { } more && more.Value >= 1e6 ? (value * more.Value, more.End) : (value, stop);
    }

    /// <summary>The same in Chinese, Japanese and Korean.</summary>
    public static (double Value, int End)? CjkAt(string text, int at, int end)
    {
        foreach (var (scale, value) in NumberWords.CjkScales)
        {
            if (at + scale.Length <= end && string.CompareOrdinal(text, at, scale, 0, scale.Length) == 0
                && !(scale == "兆" && at + 1 < end && text[at + 1] is '瓦' or '赫') && !(scale == "千" && at + 1 < end && text[at + 1] is '瓦' or '伏'))
            {
                return (value, at + scale.Length);
            }
        }

        return null;
    }
}
