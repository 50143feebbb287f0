using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>
/// Dates in no standard's form: takes the time and its zone out of the text first; what is left is a day, a month and a year in some order.
/// </summary>
internal static partial class LooseFeedDate
{
    // First letters of the names of months, without accents; the longest that fits decides. English first, then what else European,
    // Turkish and Indonesian feeds write where it differs.
    private static readonly string[][] Months =
    [
        ["jan", "ene", "gen", "sty", "led", "oca", "tam", "янв", "січ", "ιαν"],
        ["feb", "fev", "lut", "uno", "sub", "hel", "фев", "лют", "φεβ"],
        ["mar", "maa", "mrt", "brez", "bre", "мар", "бер", "μαρ"],
        ["apr", "abr", "avr", "kwi", "dub", "nis", "huh", "апр", "кві", "απρ"],
        ["may", "mai", "mag", "maj", "mei", "kve", "tou", "май", "мая", "тра", "μαι"],
        ["jun", "juin", "giu", "cze", "cer", "haz", "kes", "июн", "чер", "ιουν"],
        ["jul", "juil", "lug", "lip", "cervenec", "cervence", "tem", "hei", "июл", "лип", "ιουλ"],
        ["aug", "aou", "ago", "sie", "srp", "agu", "elo", "авг", "сер", "αυγ"],
        ["sep", "set", "wrz", "zar", "sze", "eyl", "syy", "сен", "вер", "σεπ"],
        ["oct", "okt", "ott", "out", "paz", "rij", "eki", "lok", "окт", "жов", "οκτ"],
        ["nov", "lis", "kas", "marr", "ноя", "лис", "νοε"],
        ["dec", "dez", "dic", "des", "gru", "pro", "ara", "jou", "дек", "гру", "δεκ"],
    ];

    /// <summary>The instant; null where there is none to be read.</summary>
    public static DateTimeOffset? Parse(string date)
    {
        var text = InLatin(date);
        var (hour, minute, second, zone) = (0, 0, 0, 0);
        var time = TimeForm().Match(text);
        if (time.Success)
        {
            // A word behind the time that is no zone may be the month.
            var isZone = time.Groups["zone"] is { Success: true } written && (!char.IsAsciiLetter(written.ValueSpan[^1]) || FeedTimeZone.IsName(written.ValueSpan));
            if (FeedTimeZone.Minutes(isZone ? time.Groups["zone"].Value : "") is not { } named)
            {
                return null;
            }

            (hour, minute, second, zone) = (FeedDate.Number(time, "h"), FeedDate.Number(time, "min"), FeedDate.Number(time, "s"), named);
            hour = (time.Groups["half"].Success ? time.Groups["half"].Value[0] : Half(text)) switch
            {
                'a' => hour % 12,
                'p' => (hour % 12) + 12,
                _ => hour,
            };
            text = string.Concat(text.AsSpan(0, time.Index), " ", text.AsSpan(isZone ? time.Index + time.Length : time.Groups["end"].Index));
        }

        return Day(text) is var (year, month, day) ? FeedDate.At(year, month, day, hour, minute, second, zone) : null;
    }

    private static char Half(string text) => HalfOfDay().Match(text) is { Success: true } half ? half.Value[0] : ' ';

    private static (int Year, int Month, int Day)? Day(string text)
    {
        var numbers = NumberForm().Matches(text);
        var (month, monthAt) = Month(text);
        return month > 0 ? WithMonth(numbers, month, monthAt) : OfNumbers(numbers, text);
    }

    private static (int Year, int Month, int Day)? WithMonth(MatchCollection numbers, int month, int monthAt)
    {
        if (numbers.Count == 0)
        {
            return null;
        }

        // The year has four digits, or an apostrophe's worth of two and comes last.
        var year = numbers.FirstOrDefault(number => number.Length == 4) ?? (numbers.Count > 1 ? numbers[^1] : null);
        if (year is null)
        {
            return null;
        }

        var day = numbers.Where(number => number != year && number.Length <= 2).OrderBy(number => Math.Abs(number.Index - monthAt)).FirstOrDefault();
        return (FeedDate.FullYear(year.ValueSpan), month, day is null ? 1 : Value(day));
    }

    private static (int Year, int Month, int Day)? OfNumbers(MatchCollection numbers, string text)
    {
        if (numbers.Count < 3)
        {
            return null;
        }

        var (first, second, third) = (numbers[0], numbers[1], numbers[2]);
        if (first.Length == 4)
        {
            return (Value(first), Value(second), Value(third));
        }

        if (third.Length is not (2 or 4))
        {
            return null;
        }

        if (first.Length == 2 && third.Length == 2 && text[first.Index + first.Length] == '-')
        {
            // ISO 8601 without the century, or a European day: news lies in the past, so of the two years the earlier one.
            var (start, end) = (FeedDate.FullYear(first.ValueSpan), FeedDate.FullYear(third.ValueSpan));
            return start <= end ? (start, Value(second), Value(third)) : (end, Value(second), Value(first));
        }

        // Slashes are American unless that makes no month; points and hyphens are European.
        var (a, b) = (Value(first), Value(second));
        var isMonthFirst = text[first.Index + first.Length] == '/' ? a <= 12 : b > 12;
        return (FeedDate.FullYear(third.ValueSpan), isMonthFirst ? a : b, isMonthFirst ? b : a);
    }

    private static (int Month, int At) Month(string text)
    {
        // Of two words that could be months, the first is a day of the week ("mar" is a Tuesday to a Spaniard).
        var found = (Month: 0, At: 0);
        foreach (Match word in Word().Matches(text))
        {
            var (best, month) = (0, 0);
            for (var i = 0; i < Months.Length; i++)
            {
                foreach (var start in Months[i])
                {
                    if (start.Length > best && word.ValueSpan.StartsWith(start, StringComparison.Ordinal))
                    {
                        (best, month) = (start.Length, i + 1);
                    }
                }
            }

            found = month > 0 ? (month, word.Index) : found;
        }

        return found;
    }

    private static int Value(Match number) => int.Parse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Lower case without accents, and the counting words of Chinese, Japanese and Korean as the signs they stand for.</summary>
    private static string InLatin(string date)
    {
        var latin = new StringBuilder(date.Length);
        var text = Comment().Replace(PlainText.Clean(date), " ")
            .Replace("오전", "am ", StringComparison.Ordinal).Replace("오후", "pm ", StringComparison.Ordinal)
            .Replace("上午", "am ", StringComparison.Ordinal).Replace("下午", "pm ", StringComparison.Ordinal)
            .Replace("午前", "am ", StringComparison.Ordinal).Replace("午後", "pm ", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormKC);
        foreach (var c in text)
        {
            switch (c)
            {
                case '年' or '년' or '月' or '월':
                    latin.Append('-');
                    break;
                case '時' or '时' or '시' or '點' or '点':
                    latin.Append(':');
                    break;
                case '分' or '분':
                    latin.Append(':');
                    break;
                case '日' or '일' or '秒' or '초':
                    latin.Append(' ');
                    break;
                default:
                    latin.Append(c);
                    break;
            }
        }

        var plain = new StringBuilder(latin.Length);
        foreach (var c in latin.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }

    [GeneratedRegex(
        @"(?<![\d:])(?<h>\d\d?)\s*(?::|h)\s*(?<min>\d\d?)(?:\s*:\s*(?<s>\d\d?)(?:[.,]\d{1,9})?)?:?\s*(?:(?<half>[ap])\.?\s?m\.?(?![a-z]))?(?<end>)"
        + @"\s*(?<zone>(?:(?:gmt|utc?)\s?)?[+-]\d\d?(?::?\d\d)?(?!\d)|\b[a-z]{1,5}(?![a-z]))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex TimeForm();

    [GeneratedRegex(@"\b[ap]m\b", RegexOptions.CultureInvariant)]
    private static partial Regex HalfOfDay();

    [GeneratedRegex(@"\d{1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
