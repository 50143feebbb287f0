using System.Globalization;
using System.Text;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>
/// Dates in no standard's form: takes the time and its zone out of the text first; what is left is a day, a month and a year in some order.
/// </summary>
internal static class LooseFeedDate
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
        if (LooseFeedTime.Find(text) is not { } time)
        {
            return Day(text) is var (y, m, d) ? FeedDate.At(y, m, d, 0, 0, 0, 0) : null;
        }

        if (FeedTimeZone.Minutes(time.Zone) is not { } zone)
        {
            return null;
        }

        text = string.Concat(text.AsSpan(0, time.Start), " ", text.AsSpan(time.End));
        return Day(text) is var (year, month, day) ? FeedDate.At(year, month, day, time.Hour, time.Minute, time.Second, zone) : null;
    }

    private static (int Year, int Month, int Day)? Day(string text)
    {
        var numbers = Numbers(text);
        var (month, monthAt) = Month(text);
        return month > 0 ? WithMonth(numbers, month, monthAt) : OfNumbers(numbers, text);
    }

    private static List<Number> Numbers(string text)
    {
        var numbers = new List<Number>();
        var form = new FormReader(text);
        while (!form.IsAtEnd)
        {
            var start = form.At;
            if (form.TakeDigits(most: 4) is { Length: > 0 } digits)
            {
                numbers.Add(new Number(start, digits.ToString()));
            }
            else
            {
                form.At++;
            }
        }

        return numbers;
    }

    private static (int Year, int Month, int Day)? WithMonth(List<Number> numbers, int month, int monthAt)
    {
        if (numbers.Count == 0)
        {
            return null;
        }

        // The year has four digits, or an apostrophe's worth of two and comes last.
        var year = numbers.FirstOrDefault(number => number.Digits.Length == 4) ?? (numbers.Count > 1 ? numbers[^1] : null);
        if (year is null)
        {
            return null;
        }

        var day = numbers.Where(number => number != year && number.Digits.Length <= 2).OrderBy(number => Math.Abs(number.Index - monthAt)).FirstOrDefault();
        return (FeedDate.FullYear(year.Digits), month, day is null ? 1 : Value(day));
    }

    private static (int Year, int Month, int Day)? OfNumbers(List<Number> numbers, string text)
    {
        if (numbers.Count < 3)
        {
            return null;
        }

        var (first, second, third) = (numbers[0], numbers[1], numbers[2]);
        if (first.Digits.Length == 4)
        {
            return (Value(first), Value(second), Value(third));
        }

        if (third.Digits.Length is not (2 or 4))
        {
            return null;
        }

        if (first.Digits.Length == 2 && third.Digits.Length == 2 && text[first.Index + first.Digits.Length] == '-')
        {
            // ISO 8601 without the century, or a European day: news lies in the past, so of the two years the earlier one.
            var (start, end) = (FeedDate.FullYear(first.Digits), FeedDate.FullYear(third.Digits));
            return start <= end ? (start, Value(second), Value(third)) : (end, Value(second), Value(first));
        }

        // Slashes are American unless that makes no month; points and hyphens are European.
        var (a, b) = (Value(first), Value(second));
        var isMonthFirst = text[first.Index + first.Digits.Length] == '/' ? a <= 12 : b > 12;
        return (FeedDate.FullYear(third.Digits), isMonthFirst ? a : b, isMonthFirst ? b : a);
    }

    private static (int Month, int At) Month(string text)
    {
        // Of two words that could be months, the first is a day of the week ("mar" is a Tuesday to a Spaniard).
        var found = (Month: 0, At: 0);
        var form = new FormReader(text);
        while (!form.IsAtEnd)
        {
            var start = form.At;
            var word = form.TakeLetters();
            if (word.Length >= 3 && MonthOf(word) is > 0 and var month)
            {
                found = (month, start);
            }

            form.At += word.Length == 0 ? 1 : 0;
        }

        return found;
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        var (best, month) = (0, 0);
        for (var i = 0; i < Months.Length; i++)
        {
            foreach (var start in Months[i])
            {
                if (start.Length > best && word.StartsWith(start, StringComparison.Ordinal))
                {
                    (best, month) = (start.Length, i + 1);
                }
            }
        }

        return month;
    }

    private static int Value(Number number) => FormReader.Value(number.Digits);

    /// <summary>Lower case without accents, and the counting words of Chinese, Japanese and Korean as the signs they stand for.</summary>
    private static string InLatin(string date)
    {
        var latin = new StringBuilder(date.Length);
        var text = WithoutComments(PlainText.Clean(date))
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

    private static string WithoutComments(string text)
    {
        for (var start = text.IndexOf('(', StringComparison.Ordinal); start >= 0; start = text.IndexOf('(', start))
        {
            var end = text.IndexOf(')', start);
            if (end < 0)
            {
                break;
            }

            text = string.Concat(text.AsSpan(0, start), " ", text.AsSpan(end + 1));
        }

        return text;
    }

    private sealed record Number(int Index, string Digits);
}
