namespace ChipWatch.Pipeline.Tagging;

/// <summary>A number with its unit, in place.</summary>
internal sealed record QuantityFound(double Value, string? Unit, int Start, int End, NumberFound Number)
{
    public string? Hedge { get; init; }
}

/// <summary>Finds what a number counts: the unit before or behind it, the counted noun, or the unit that it shares with its neighbour.</summary>
internal static class QuantityUnits
{
    private const int MostWordsBetween = 4;

    /// <summary>The quantity of a number: its unit, or null where none stands by it.</summary>
    public static QuantityFound Measure(Sentence sentence, NumberFound number)
    {
        var (text, end) = (sentence.Source, sentence.End);
        if (number.Kind == NumberKind.Share)
        {
            return new(number.Value, "%", number.Start, number.End, number);
        }

        if (number.Kind == NumberKind.Factor)
        {
            return new(number.Value, "times", number.Start, number.End, number);
        }

        if (UnitTable.Before(text, number.Start, sentence.Start) is { } sign)
        {
            return new(number.Value, sign.Unit, sign.Start, number.End, number);
        }

        if (Multiplies(sentence, number.Start))
        {
            return new(number.Value, "times", number.Start, number.End, number);
        }

        var at = NumberReader.Skip(text, number.End, end);
        if (number.Value <= 10 && CjkNumerals.IsTenth(text, at, end))
        {
            return new(number.Value * 10, "%", number.Start, at + 1, number);
        }

        if (UnitTable.At(text, at, end) is { } unit)
        {
            return new(number.Value, Precise(unit.Unit, sentence, number.Start, at), number.Start, unit.End, number);
        }

        // "millions de dollars", "d'euros", "миллиардов" aside: one small word may part number and unit.
        foreach (var link in (ReadOnlySpan<string>)["de ", "d'", "d’", "of "])
        {
            if (number.Scaled && string.CompareOrdinal(text, at, link, 0, link.Length) == 0 && at + link.Length < end && UnitTable.At(text, at + link.Length, end) is { } linked)
            {
                return new(number.Value, linked.Unit, number.Start, linked.End, number);
            }
        }

        if (at < end && text[at] is '×' or 'x' or 'X' && (at + 1 == end || !Folding.IsWord(text[at + 1])))
        {
            return new(number.Value, "times", number.Start, at + 1, number);
        }

        return !IsBoth(sentence, number) && CountedNoun(text, at, end, number) is { } noun
            ? new(number.Value, text[noun.Start..noun.End], number.Start, noun.End, number)
            : new(number.Value, null, number.Start, number.End, number);
    }

    /// <summary>"초당 3.2TB" is a rate; a bare 元 in a text of traditional characters is Taiwan's.</summary>
    private static string Precise(string unit, Sentence sentence, int start, int at)
    {
        if (unit is "TB" or "GB")
        {
            var before = sentence.Source.AsSpan(sentence.Start, start - sentence.Start).TrimEnd();
            return before.EndsWith("초당", StringComparison.Ordinal) || before.EndsWith("每秒", StringComparison.Ordinal) || before.EndsWith("毎秒", StringComparison.Ordinal) || before.EndsWith("秒間", StringComparison.Ordinal) ? unit + "/s" : unit;
        }

        return unit == "CNY" && sentence.Source[at] == '元' && IsTraditional(sentence.Source) ? "TWD" : unit;
    }

    private static bool IsTraditional(string text)
    {
        var isTraditional = false;
        if (text.Contains("人民幣", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c is >= '\u3040' and <= '\u30FF')
            {
                return false;
            }

            isTraditional |= "億萬產業務員與為這說將國際電腦單營訂報導對臺灣".Contains(c, StringComparison.Ordinal);
        }

        return isTraditional;
    }

    /// <summary>"the two companies": known from before, not counted.</summary>
    private static bool IsBoth(Sentence sentence, NumberFound number)
    {
        if (number.Kind != NumberKind.Words || number.Value != 2)
        {
            return false;
        }

        var before = sentence.Source.AsSpan(sentence.Start, number.Start - sentence.Start).TrimEnd();
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return word is "the" or "The" or "these" or "its" or "their" or "die" or "Die" or "den" or "les" or "Les" or "ces" or "los" or "Los" or "las" or "Las" or "de" or "De" or "deze";
    }

    /// <summary>A day, a year, a time, the number of a section: no quantity.</summary>
    public static bool IsDate(Sentence sentence, NumberFound number, string? unit)
    {
        if (number.Kind != NumberKind.Digits || number.Scaled)
        {
            // "one day", "the one": one in words is mostly an article, but for a measure.
            return number.Kind == NumberKind.Words && number.Value <= 1 && !number.Scaled
                && !(unit is "%" or "quarter" or "GW" or "MW" || (unit?.Contains("flop", StringComparison.OrdinalIgnoreCase) ?? false));
        }

        var text = sentence.Source;
        var plain = text.AsSpan(number.Start, number.End - number.Start);
        var isWhole = plain.IndexOfAnyExceptInRange('0', '9') < 0;
        var hard = unit is not null && (UnitTable.IsMoney(unit) || unit is "%" or "GW" or "MW" or "kW" or "W" or "kV" or "nm" or "GB" or "TB" or "TB/s" or "GB/s");
        if (!hard && isWhole && plain.Length == 4 && number.Value is >= 1950 and <= 2100)
        {
            return true;
        }

        if (number.End < sentence.End && text[number.End] is '年' or '月' or '日' or '년' or '월' or '일' or '時' or '时' or '号' or '號' or '시' or ':')
        {
            var after = text.AsSpan(number.End + 1, sentence.End - number.End - 1);
            var isSpan = after.Length > 0 && (after[0] is '間' or '间' or '간' || after.StartsWith("ほど", StringComparison.Ordinal) || after.StartsWith("以内", StringComparison.Ordinal) || after.StartsWith("前後", StringComparison.Ordinal) || after.StartsWith("余り", StringComparison.Ordinal));
            return !isSpan && !(text[number.End] is '年' or '년' && number.Value < 100);
        }

        if (hard || !isWhole || number.Value > 31)
        {
            return false;
        }

        var behind = text.AsSpan(number.End, Math.Min(18, sentence.End - number.End)).TrimStart(". ");
        if (behind.StartsWith("de ", StringComparison.Ordinal))
        {
            behind = behind[3..];
        }

        var before = text.AsSpan(sentence.Start, number.Start - sentence.Start).TrimEnd();
        foreach (var month in WordsBesideNumbers.Months)
        {
            if ((behind.StartsWith(month, StringComparison.OrdinalIgnoreCase) && (behind.Length == month.Length || !char.IsLetter(behind[month.Length])))
                || (before.EndsWith(month, StringComparison.OrdinalIgnoreCase) && (before.Length == month.Length || !char.IsLetter(before[before.Length - month.Length - 1]))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Gives numbers without a unit that of their neighbour: the parts of a range ("25 to 30 percent", "eight to ten billion dollars"), and
    /// a sum of which the currency was named before ("a valuation of 14.6 billion").
    /// </summary>
    public static void Share(List<QuantityFound> found, Sentence sentence, string? unitBefore)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (one, next) = (found[i], found[i + 1]);
            if (next.Unit is null || !Joined(sentence.Source.AsSpan(one.End, Math.Max(0, next.Start - one.End))))
            {
                continue;
            }

            if (one.Unit is null || (UnitTable.IsMoney(one.Unit) && UnitTable.IsMoney(next.Unit) && !one.Number.Scaled && next.Number.Scaled))
            {
                var scale = !one.Number.Scaled && next.Number.Scaled ? next.Number.Scale : 1;
                found[i] = one with { Unit = next.Unit, Value = one.Value * scale };
            }
        }

        var money = unitBefore is not null && UnitTable.IsMoney(unitBefore) ? unitBefore : null;
        string? last = null;
        for (var i = 0; i < found.Count; i++)
        {
            var one = found[i];
            if (one.Unit is { } unit)
            {
                (money, last) = (UnitTable.IsMoney(unit) ? unit : money, unit is "%" || UnitTable.IsMoney(unit) ? unit : last);
                // "11.6 billion in grants" counts no noun; "3 billion parameters" does.
                continue;
            }

            if (one.Number.Scaled && one.Value >= 1e5)
            {
                found[i] = one with { Unit = money ?? found.Find(other => other.Unit is { } later && UnitTable.IsMoney(later))?.Unit ?? "USD" };
            }
            else if (one.Number.Kind == NumberKind.Digits && !FollowsName(sentence, one.Start))
            {
                found[i] = one with { Unit = last ?? (i > 0 ? found[i - 1].Unit : null) };
            }
        }
    }

    /// <summary>"Section 206", "Article 5": the number belongs to a name.</summary>
    private static bool FollowsName(Sentence sentence, int start)
    {
        var text = sentence.Source;
        var from = start - 1;
        while (from > sentence.Start && char.IsLetter(text[from - 1]))
        {
            from--;
        }

        return from >= sentence.Start && from < start - 1 && char.IsUpper(text[from]);
    }

    /// <summary>"multiply by ten", "multiplier par dix".</summary>
    private static bool Multiplies(Sentence sentence, int start)
    {
        var before = sentence.Source.AsSpan(sentence.Start, start - sentence.Start).TrimEnd();
        return (before.EndsWith(" par", StringComparison.Ordinal) || before.EndsWith(" by", StringComparison.Ordinal) || before.EndsWith(" por", StringComparison.Ordinal) || before.EndsWith(" mit", StringComparison.Ordinal) || before.EndsWith(" met", StringComparison.Ordinal))
            && before.Contains("multipl", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Joined(ReadOnlySpan<char> between)
    {
        var link = between.Trim();
        return link is "to" or "and" or "or" or "-" or "–" or "—" or "bis" or "und" or "à" or "et" or "a" or "y" or "ou" or "tot" or "en" or "of" or "~" or "～" or "至" or "到" or "から" or "에서" or "、" or "to about" or "and about"
            or "to around" or "oder" or "o" or "bis zu" or "%" or "bis etwa";
    }

    /// <summary>"1万枚供給", "3만 개를": a word that counts pieces, and then the verb or a particle.</summary>
    private static bool IsCounter(string text, int at, int end) =>
        text[at] is '枚' or '颗' or '顆' or '張' or '张' or '台'
        || (text[at] is '개' or '장' or '대' && (at + 1 == end || text[at + 1] is '를' or '을' or '가' or '이' or '의' or '는' or '은' or '로' or '와' or '도' or '씩' or '나' or ' ' or '.' or ','));

    private static (int Start, int End)? CountedNoun(string text, int at, int end, NumberFound number)
    {
        if (at < end && Folding.IsCjk(text[at]))
        {
            if (IsCounter(text, at, end))
            {
                return (at, at + 1);
            }

            var stop = at;
            while (stop < end && stop - at < 3 && Folding.IsCjk(text[stop]))
            {
                stop++;
            }

            return text[at] is 'の' or 'を' or 'は' or 'が' or 'に' or 'で' or 'と' or '에' or '의' or '을' or '를' or '은' or '는' or '으' or '로' or '、' ? null : (at, stop);
        }

        // "144 of the chips", "4.000 seiner LPUs".
        foreach (var link in (ReadOnlySpan<string>)["of the ", "of its ", "of their ", "of these ", "der ", "seiner ", "ihrer ", "dieser ", "de ses ", "de ces ", "de sus ", "de los ", "de las ", "van de ", "van hun ", "van zijn ", "de ", "d'", "d’"])
        {
            if (at + link.Length < end && string.CompareOrdinal(text, at, link, 0, link.Length) == 0)
            {
                at += link.Length;
                break;
            }
        }

        (int Start, int End)? plural = null;
        for (var words = 0; words < MostWordsBetween && at < end && char.IsLetterOrDigit(text[at]); words++)
        {
            var stop = at;
            while (stop < end && (Folding.IsWord(text[stop]) || (text[stop] is '-' or '\'' or '’' && stop + 1 < end && char.IsLetter(text[stop + 1]))))
            {
                stop++;
            }

            // Chinese, Japanese and Korean letters are no words here: "8장".
            if (stop == at)
            {
                break;
            }

            var word = text.AsSpan(at, stop - at);
            if (WordsBesideNumbers.Stops.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                break;
            }

            // "950PR" is part of a name, "24" is the next number.
            if (char.IsDigit(word[0]) && word.IndexOfAnyInRange('A', 'Z') < 0)
            {
                break;
            }

            if (CountedNouns.Has(word))
            {
                return (at, stop);
            }

            if (CountedNouns.MayBeCounted(word))
            {
                plural ??= (at, stop);
            }

            if (stop >= end || text[stop] != ' ')
            {
                break;
            }

            at = stop + 1;
        }

        return number.Value > CountedNouns.Small ? plural : null;
    }
}
