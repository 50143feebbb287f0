namespace ChipWatch.Pipeline.Tagging;

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

        return char.IsLetter(c) ? Folding.IsCjk(c) ? NumberShares.CjkAt(text, at, end) ?? CjkNumerals.At(text, at, end) : Words(text, at, end, language) : null;
    }

    private static NumberFound? Digits(string text, int at, int end, string language)
    {
        var value = Plain(text, at, end, language, out var stop);
        var scaled = 1.0;
        // "1兆2000億", "2억 5000만": parts that add up.
        if (NumberScales.CjkAt(text, stop, end) is { } scale)
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
                if (NumberScales.CjkAt(text, moreStop, end) is not { } smaller)
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
        else if (NumberScales.WordAt(text, stop, end, language) is { } word)
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

        if (NumberShares.At(text, at, end, 1, at) is { } bare && words.Length >= 4 && NumberWords.Shares.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words, out var half) && half == 50)
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
        if (next < end && char.IsLetter(text[next]) && NumberShares.At(text, next, end, value, at) is { } share)
        {
            return share;
        }

        if (next < end && char.IsLetter(text[next]) && value >= 20 && value < 100
            && NumberWords.Numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(next, WordAt(text, next, end)), out var ones) && ones < 10)
        {
            value += ones;
            stop = next + WordAt(text, next, end);
        }

        var scale = NumberScales.WordAt(text, stop, end, language);
        if (isArticle && scale is null)
        {
            // "ein Prozent", "un gigawatt"
            return UnitTable.At(text, next, end) is { Unit: "%" or "GW" or "MW" } ? new(1, at, stop, 1, NumberKind.Words) : null;
        }

        return scale is { } found ? new(value * found.Value, at, found.End, found.Value, NumberKind.Words) : new(value, at, stop, 1, NumberKind.Words);
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
