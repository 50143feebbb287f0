namespace ChipWatch.Pipeline.Tagging.Proposals;

/// <summary>
/// Finds unknown names in Chinese, Japanese and Korean sentences. No blank parts a name from the words around it, so only such count as
/// show their ends: letters of another script, a run of katakana, quotation marks, a legal form, a word that says what kind of company
/// follows. Rather too few than too many.
/// </summary>
internal static class EastAsianNames
{
    private const int LongestLatin = 24;
    private const int ShortestLatin = 3;
    private const int ShortestKatakana = 3;
    private const int LongestKatakana = 14;
    private const int ReachOfKind = 10;
    private const int LongestHan = 6;
    private const int LongestHangul = 8;

    /// <summary>The names of a sentence with whether each is a chip.</summary>
    public static IEnumerable<(string Name, bool IsChip)> Of(Sentence sentence, EastAsianWords words, Vocabulary vocabulary)
    {
        for (var from = sentence.Start; from < sentence.End;)
        {
            var kind = KindOf(sentence.Source[from]);
            var to = EndOf(sentence, from, kind);
            if (kind != Script.Other && Judge(sentence, from, to, kind, words) is { } found && !IsListed(sentence, found.From, found.To, vocabulary))
            {
                yield return (sentence.Source[found.From..found.To], found.IsChip);
            }

            from = to;
        }
    }

    private static (int From, int To, bool IsChip)? Judge(Sentence sentence, int from, int to, Script kind, EastAsianWords words)
    {
        var before = sentence.Source.AsSpan(sentence.Start, from - sentence.Start).TrimEnd("「『“‘《 '\"");
        var behind = sentence.Source.AsSpan(to, sentence.End - to).TrimStart("」』”’》'\"");
        var isBlank = behind.Length > 0 && behind[0] == ' ';
        behind = behind.TrimStart();
        if (Begins(BehindBrackets(behind), words.Persons) || (kind == Script.Latin && to < sentence.End && IsGlued(sentence.Source[to])))
        {
            return null;
        }

        switch (kind)
        {
            case Script.Latin:
                var name = sentence.Source.AsSpan(from, to - from);
                if (to - from is < ShortestLatin or > LongestLatin || !char.IsUpper(name[0]) || ProposalWords.NoNames.Has(name) || HasStandard(name) || HasOffice(name))
                {
                    return null;
                }

                var hasDigit = name.IndexOfAnyInRange('0', '9') >= 0;
                return hasDigit && name.IndexOfAnyInRange('A', 'Z') >= 0 && Begins(behind, words.Chips) ? (from, to, true)
                    : !hasDigit && (Ends(before, words.Roles) || Ends(before, words.Legal) || (!isBlank && Begins(behind, words.Behind)) || Begins(behind, words.Legal)) ? (from, to, false)
                    : null;
            case Script.Katakana:
                return SpelledAgain(sentence, from, to, before, words) ? (from, to, false) : to - from is >= ShortestKatakana and <= LongestKatakana
                    && (Ends(before, words.Roles) || Ends(before, words.Legal) || Begins(behind, words.Behind) || Begins(behind, words.Legal)) ? (from, to, false) : null;
            case Script.Hangul:
                return SpelledAgain(sentence, from, to, before, words) ? (from, to, false)
                    : (Ends(before, words.Roles) || Ends(before, words.Legal)) && WithoutParticle(sentence.Source.AsSpan(from, to - from)) is > 1 and <= LongestHangul and var length
                    && (length < to - from || Ends(before, words.Legal)) && !EastAsianWords.NoNames.Has(sentence.Source.AsSpan(from, length)) && !Is(sentence.Source.AsSpan(from, length), words.Roles) ? (from, from + length, false) : null;
            default:
                return Han(sentence, from, to, words);
        }
    }

    /// <summary>"Fenwick인터내셔널": the Latin letters are half a name; particles are no part of it.</summary>
    private static bool IsGlued(char next) =>
        KindOf(next) == Script.Katakana || (KindOf(next) == Script.Hangul && next is not ('은' or '는' or '이' or '가' or '을' or '를' or '와' or '과' or '의' or '도' or '에' or '로' or '사' or '측'));

    /// <summary>What stands behind a name and what brackets add to it: "（John Fenwick）氏".</summary>
    private static ReadOnlySpan<char> BehindBrackets(ReadOnlySpan<char> behind) =>
        behind.Length > 0 && behind[0] is '(' or '（' && behind.IndexOfAny(')', '）') is > 0 and < LongestLatin + 2 and var close ? behind[(close + 1)..].TrimStart() : behind;

    /// <summary>"리벨리온(Rebellions)" not far behind a word for a company: who is little known is spelled twice.</summary>
    private static bool SpelledAgain(Sentence sentence, int from, int to, ReadOnlySpan<char> before, EastAsianWords words)
    {
        if (to - from is < ShortestKatakana or > LongestKatakana || to + ShortestLatin >= sentence.End || sentence.Source[to] is not ('(' or '（') || !char.IsAsciiLetterUpper(sentence.Source[to + 1]))
        {
            return false;
        }

        var rest = sentence.Source.AsSpan(to + 1, sentence.End - to - 1);
        var close = rest.IndexOfAny(')', '）');
        if (close is < ShortestLatin or > LongestLatin || Begins(rest[(close + 1)..].TrimStart(), words.Persons) || Begins(rest[(close + 1)..].TrimStart(), ["CEO", "CFO", "CTO"]))
        {
            return false;
        }

        var near = before[Math.Max(0, before.Length - ReachOfKind)..];
        foreach (var kind in words.Kinds)
        {
            if (near.Contains(kind, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Only behind a role or at a beginning, and only up to a suffix of companies: 初创公司清微智芯.</summary>
    private static (int From, int To, bool IsChip)? Han(Sentence sentence, int from, int to, EastAsianWords words)
    {
        var run = sentence.Source.AsSpan(from, to - from);
        foreach (var role in words.Roles)
        {
            if (run.StartsWith(role, StringComparison.Ordinal))
            {
                run = run[role.Length..];
                from += role.Length;
                foreach (var suffix in words.Suffixes)
                {
                    var at = run.IndexOf(suffix, StringComparison.Ordinal);
                    if (at is >= 2 && at + suffix.Length <= LongestHan)
                    {
                        return (from, from + at + suffix.Length, false);
                    }
                }

                return null;
            }
        }

        return null;
    }

    /// <summary>Length without the particle that agrees with the syllable before it: 은 behind a consonant, 는 behind a vowel.</summary>
    private static int WithoutParticle(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return word.Length;
        }

        var closed = (word[^2] - '가') % 28 != 0;
        return word[^1] switch
        {
            '은' or '이' or '을' or '과' when closed => word.Length - 1,
            '는' or '가' or '를' or '와' when !closed => word.Length - 1,
            '의' or '도' or '에' => word.Length - 1,
            _ => word.Length,
        };
    }

    private static bool IsListed(Sentence sentence, int from, int to, Vocabulary vocabulary)
    {
        foreach (var hit in sentence.Hits)
        {
            if (hit.Start < to && hit.End > from
                && vocabulary.MeaningsOf(hit.Phrase).Any(meaning => meaning is NameMeaning or OutletMeaning || (meaning is TermMeaning or TradeMeaning && hit.Length * 2 > to - from)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasStandard(ReadOnlySpan<char> name)
    {
        foreach (var standard in ProposalWords.Standards)
        {
            if (name.StartsWith(standard, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOffice(ReadOnlySpan<char> name)
    {
        foreach (var part in name.Split(' '))
        {
            if (ProposalWords.Offices.Has(name[part]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Ends(ReadOnlySpan<char> text, string[] parts)
    {
        text = text.TrimEnd();
        foreach (var part in parts)
        {
            if (text.EndsWith(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<char> text, string[] parts)
    {
        foreach (var part in parts)
        {
            if (text.StartsWith(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(ReadOnlySpan<char> text, string[] parts)
    {
        foreach (var part in parts)
        {
            if (text.SequenceEqual(part))
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOf(Sentence sentence, int from, Script kind)
    {
        var to = from + 1;
        while (to < sentence.End && (KindOf(sentence.Source[to]) == kind || (kind == Script.Latin && to + 1 < sentence.End
            && sentence.Source[to] is ' ' or '-' or '.' or '&' && KindOf(sentence.Source[to + 1]) == Script.Latin)))
        {
            to++;
        }

        return kind == Script.Other ? from + 1 : to;
    }

    private static Script KindOf(char c) => c switch
    {
        _ when char.IsAsciiLetterOrDigit(c) => Script.Latin,
        >= 'ァ' and <= 'ヺ' or 'ー' or '・' => Script.Katakana,
        >= '가' and <= '힣' => Script.Hangul,
        >= '一' and <= '鿿' => Script.Han,
        _ => Script.Other,
    };

    private enum Script
    {
        Other,
        Latin,
        Katakana,
        Hangul,
        Han,
    }
}
