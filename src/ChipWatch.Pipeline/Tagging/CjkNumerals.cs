namespace ChipWatch.Pipeline.Tagging;

/// <summary>Small numbers written as characters before a counter: "十一家", "两成", "두 달". Without a counter they are parts of words.</summary>
internal static class CjkNumerals
{
    private const string Digits = "一二三四五六七八九";

    /// <summary>What such numbers count in Chinese and Japanese.</summary>
    private const string Counters = "家座年个個名颗顆片张張台臺项項款倍层層枚块塊週周天季人社基棟栋套間间";

    /// <summary>"成" behind a number is a tenth, unless it begins a word.</summary>
    private const string WordsWithTenth = "为為立功本长長員员果交熟就份分型品都";

    /// <summary>Before a number: it says which, not how many.</summary>
    private const string Ordinals = "第周週期月拜初十一二三四五六七八九";

    private static readonly (string Text, double Value)[] Korean =
        [("한", 1), ("두", 2), ("세", 3), ("네", 4), ("다섯", 5), ("여섯", 6), ("일곱", 7), ("여덟", 8), ("아홉", 9), ("열", 10)];

    private static readonly string[] KoreanCounters = ["곳", "개", "명", "대", "배", "달", "분기", "가지", "종", "장", "사", "업체", "회사", "기업", "해", "주"];

    /// <summary>The number that begins at a place; null where none does.</summary>
    public static NumberFound? At(string text, int at, int end)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        if (text[at] is >= '\uAC00' and <= '\uD7A3')
        {
            return before is >= '\uAC00' and <= '\uD7A3' ? null : KoreanAt(text, at, end);
        }

        var (value, stop) = Value(text, at, end);
        if (Ordinals.Contains(before, StringComparison.Ordinal) || stop == at || stop >= end)
        {
            return null;
        }

        if (text[stop] == '成' && value < 10 && (stop + 1 >= end || !WordsWithTenth.Contains(text[stop + 1], StringComparison.Ordinal)))
        {
            // "五成五"
            var ones = stop + 1 < end ? Digits.IndexOf(text[stop + 1], StringComparison.Ordinal) + 1 : 0;
            return new((value * 10) + ones, at, stop + (ones > 0 ? 2 : 1), 1, NumberKind.Share);
        }

        if (text[stop] == '割' && value < 10)
        {
            return new(value * 10, at, stop + 1, 1, NumberKind.Share);
        }

        var isCounted = Counters.Contains(text[stop], StringComparison.Ordinal)
            || (text[stop] is 'カ' or 'か' or 'ヶ' && stop + 1 < end && text[stop + 1] is '月' or '所' or '国');
        return isCounted && value > 1 ? new(value, at, stop, 1, NumberKind.Words) : null;
    }

    /// <summary>Tenths in digits: "3割", "2成".</summary>
    public static bool IsTenth(string text, int at, int end) =>
        at < end && (text[at] == '割' || (text[at] == '成' && (at + 1 >= end || !WordsWithTenth.Contains(text[at + 1], StringComparison.Ordinal))));

    private static (double Value, int Stop) Value(string text, int at, int end)
    {
        var (value, ones, stop) = (0.0, 0, at);
        for (; stop < end && stop - at < 5; stop++)
        {
            var digit = text[stop] is '两' or '兩' ? 2 : Digits.IndexOf(text[stop], StringComparison.Ordinal) + 1;
            if (digit > 0)
            {
                // "两三家" is a guess.
                if (ones > 0)
                {
                    return (0, at);
                }

                ones = digit;
            }
            else if (text[stop] is '十' or '百')
            {
                value += (ones == 0 ? 1 : ones) * (text[stop] == '十' ? 10 : 100);
                ones = 0;
            }
            else
            {
                break;
            }
        }

        return (value + ones, stop);
    }

    private static NumberFound? KoreanAt(string text, int at, int end)
    {
        foreach (var (word, value) in Korean)
        {
            var stop = at + word.Length;
            if (value <= 1 || stop + 1 >= end || string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
            {
                continue;
            }

            var next = text[stop] == ' ' ? stop + 1 : stop;
            // One syllable that touches what follows is mostly part of a word ("세계", "대세").
            if ((next > stop || word.Length > 1)
                && Array.Exists(KoreanCounters, counter => next + counter.Length <= end && string.CompareOrdinal(text, next, counter, 0, counter.Length) == 0))
            {
                return new(value, at, stop, 1, NumberKind.Words);
            }
        }

        return null;
    }
}
