namespace ChipWatch.Pipeline.Tagging;

/// <summary>A number as a text writes it, its scale included ("1.5 billion").</summary>
/// <param name="Value">Its value.</param>
/// <param name="Start">First code unit.</param>
/// <param name="End">First code unit behind it.</param>
/// <param name="Scale">The scale word that stands in it; 1 without one.</param>
/// <param name="Kind">How it is written.</param>
internal readonly record struct NumberFound(double Value, int Start, int End, double Scale, NumberKind Kind)
{
    public bool Scaled => Scale > 1;
}

internal enum NumberKind
{
    Digits,
    Words,
    Share,
    Factor,
}

/// <summary>Reads numbers in digits and words, as each language groups and scales them.</summary>
internal static class NumberReader
{
    /// <summary>The number that begins at a place; null where none does.</summary>
    public static NumberFound? At(string text, int at, int end, string language)
    {
        var c = text[at];
        if (char.IsDigit(c))
        {
            return Digits(text, at, end, language);
        }

        return char.IsLetter(c) ? Folding.IsCjk(c) ? CjkShare(text, at, end) ?? CjkNumerals.At(text, at, end) : Words(text, at, end, language) : null;
    }

    private static NumberFound? Digits(string text, int at, int end, string language)
    {
        var value = Plain(text, at, end, language, out var stop);
        var scaled = 1.0;
        // "1兆2000億", "2억 5000만": parts that add up.
        if (CjkScale(text, stop, end) is { } scale)
        {
            value *= scale.Value;
            stop = scale.End;
            scaled = scale.Value;
            while (stop < end)
            {
                var next = text[stop] == ' ' ? stop + 1 : stop;
                if (next >= end || !char.IsDigit(text[next]))
                {
                    break;
                }

                var more = Plain(text, next, end, language, out var moreStop);
                if (CjkScale(text, moreStop, end) is not { } smaller)
                {
                    // "1만2000장", "1万5000個": the rest below the last scale.
                    if (next == stop && moreStop - next <= 4 && more < scaled)
                    {
                        value += more;
                        stop = moreStop;
                    }

                    break;
                }

                value += more * smaller.Value;
                stop = smaller.End;
            }
        }
        else if (ScaleWord(text, stop, end, language) is { } word)
        {
            value *= word.Value;
            stop = word.End;
            scaled = word.Value;
        }

        return new(value, at, stop, scaled, NumberKind.Digits);
    }

    private static double Plain(string text, int at, int end, string language, out int stop)
    {
        var continental = language is "de" or "fr" or "es" or "nl" or "it" or "pt";
        var value = 0.0;
        var fraction = 0.0;
        var i = at;
        for (; i < end; i++)
        {
            var c = text[i];
            if (char.IsDigit(c))
            {
                if (fraction > 0)
                {
                    value += char.GetNumericValue(c) * fraction;
                    fraction /= 10;
                }
                else
                {
                    value = (value * 10) + char.GetNumericValue(c);
                }

                continue;
            }

            var digits = DigitsFrom(text, i + 1, end);
            if (digits == 0 || fraction > 0)
            {
                break;
            }

            var groups = digits == 3 && i - at <= 3 + (4 * 3);
            if (c is ' ' or '\u00A0' or '\u202F' or '’' or '\'')
            {
                if (groups && i - at <= 3 && (c != ' ' || continental))
                {
                    continue;
                }

                break;
            }

            if (c is '.' or '．')
            {
                if (continental && groups)
                {
                    continue;
                }

                fraction = 0.1;
            }
            else if (c is ',' or '，')
            {
                if (!continental && groups)
                {
                    continue;
                }

                if (!continental && digits > 2)
                {
                    break;
                }

                fraction = 0.1;
            }
            else
            {
                break;
            }
        }

        stop = i;
        return Math.Round(value, 9);
    }

    private static int DigitsFrom(string text, int at, int end)
    {
        var count = 0;
        while (at + count < end && char.IsDigit(text[at + count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>"triple-digit growth", "à deux chiffres": an order of magnitude, no number.</summary>
    private static bool IsOfDigits(string text, int at, int end)
    {
        if (at < end && text[at] is '-' or ' ' or '\u00A0' or '\u2011')
        {
            at++;
        }

        return NumberWords.Digits.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(at, WordAt(text, at, end)));
    }

    private static NumberFound? Words(string text, int at, int end, string language)
    {
        var first = WordAt(text, at, end);
        var words = text.AsSpan(at, first);
        if (IsOfDigits(text, at + first, end))
        {
            return null;
        }

        if (NumberWords.Factors.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words, out var factor))
        {
            // "changed it twice", "zweimal im Jahr": how often, not how much.
            var behind = Skip(text, at + first, end);
            if (NumberWords.HowOften.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words)
                && !NumberWords.Comparing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(behind, WordAt(text, behind, end))))
            {
                return null;
            }

            return new(factor, at, at + first, 1, NumberKind.Factor);
        }

        if (Share(text, at, end, 1, at) is { } bare && words.Length >= 4 && NumberWords.Shares.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words, out var half) && half == 50)
        {
            return bare;
        }

        var isArticle = words is "a" or "an" or "A" or "An" or "ein" or "un" or "une" or "een" or "the";
        if (!NumberWords.Numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words, out var value) && !isArticle)
        {
            if (language is not ("de" or "nl") || CompoundNumbers.Of(words) is not { } compound)
            {
                return null;
            }

            value = compound;
        }

        if (language == "en" && NumberWords.NoEnglish.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words))
        {
            return null;
        }

        if (isArticle)
        {
            value = 1;
        }

        var stop = at + first;
        var next = Skip(text, stop, end);
        // "a third", "one fifth", "two thirds".
        if (next < end && char.IsLetter(text[next]) && Share(text, next, end, value, at) is { } share)
        {
            return share;
        }

        if (next < end && char.IsLetter(text[next]) && value >= 20 && value < 100
            && NumberWords.Numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(next, WordAt(text, next, end)), out var ones) && ones < 10)
        {
            value += ones;
            stop = next + WordAt(text, next, end);
        }

        var scale = ScaleWord(text, stop, end, language);
        if (isArticle && scale is null)
        {
            // "ein Prozent", "un gigawatt"
            return UnitTable.At(text, next, end) is { Unit: "%" or "GW" or "MW" } ? new(1, at, stop, 1, NumberKind.Words) : null;
        }

        return scale is { } found ? new(value * found.Value, at, found.End, found.Value, NumberKind.Words) : new(value, at, stop, 1, NumberKind.Words);
    }

    private static NumberFound? Share(string text, int at, int end, double times, int start)
    {
        var length = WordAt(text, at, end);
        var word = text.AsSpan(at, length);
        if (word.Length > 4 && word[^1] == 's' && !NumberWords.Shares.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word))
        {
            word = word[..^1];
        }

        return NumberWords.Shares.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var percent) && !(percent == 50 && IsPartOfTime(text, at)) && (times >= 2 || IsHalf(text, at, word) || IsChange(text, start) || IsShareOf(text, at + length, end, percent))
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
        var next = Skip(text, at, end);
        if (next >= end || text[next] is '.' or ',' or ';')
        {
            return true;
        }

        var word = text.AsSpan(next, WordAt(text, next, end));
        return word is "of" or "der" or "des" or "von" or "de" or "du" or "van" or "der" or "del" or "more" or "less" or "mehr" or "höher" || (percent == 50 && word is "the" or "its" or "a" or "to" or "erhöhen");
    }

    private static NumberFound? CjkShare(string text, int at, int end)
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

    private static (double Value, int End)? ScaleWord(string text, int at, int end, string language)
    {
        var next = Skip(text, at, end);
        if (next >= end || !char.IsLetter(text[next]))
        {
            return null;
        }

        var length = WordAt(text, next, end);
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
        return value == 1e3 && ScaleWord(text, stop, end, language) is { } more && more.Value >= 1e6 ? (value * more.Value, more.End) : (value, stop);
    }

    private static (double Value, int End)? CjkScale(string text, int at, int end)
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

    internal static int Skip(string text, int at, int end) => at < end && text[at] is ' ' or '\u00A0' or '-' or '\u202F' or '\u2011' ? at + 1 : at;

    internal static int WordAt(string text, int at, int end)
    {
        var i = at;
        while (i < end && char.IsLetter(text[i]) && !Folding.IsCjk(text[i]))
        {
            i++;
        }

        return i - at;
    }
}
