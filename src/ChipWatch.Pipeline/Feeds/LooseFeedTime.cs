using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>The time of day somewhere in the text of a date, in small letters: `8:05`, `8:05:30.25 p.m.`, `08h05 utc+2`, `8:05 cest`.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where the text goes on behind it.</param>
/// <param name="Hour">The hour, 0 to 23 where the half of the day was said.</param>
/// <param name="Minute">The minute.</param>
/// <param name="Second">The second.</param>
/// <param name="Zone">The zone as written; empty for none.</param>
internal sealed record LooseFeedTime(int Start, int End, int Hour, int Minute, int Second, string Zone)
{
    /// <summary>The first time in the text; null where there is none.</summary>
    public static LooseFeedTime? Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && (i == 0 || !(char.IsAsciiDigit(text[i - 1]) || text[i - 1] == ':')) && At(text, i) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    private static LooseFeedTime? At(string text, int start)
    {
        var form = new FormReader(text) { At = start };
        if (!form.TakeNumber(1, 2, out var hour))
        {
            return null;
        }

        form.TakeBlanks();
        if (!form.TakeAny(":h"))
        {
            return null;
        }

        form.TakeBlanks();
        var minutes = form.TakeDigits(most: 2);
        if (minutes.IsEmpty)
        {
            return null;
        }

        var second = TakeSecond(ref form);
        form.Take(':');
        form.TakeBlanks();
        hour = (TakeHalf(ref form) ?? HalfOf(text)) switch
        {
            'a' => hour % 12,
            'p' => (hour % 12) + 12,
            _ => hour,
        };
        var end = form.At;
        form.TakeBlanks();
        // A word behind the time that is no zone may be the month.
        var zone = TakeZone(ref form);
        var isZone = zone.Length > 0 && (!char.IsAsciiLetter(zone[^1]) || FeedTimeZone.IsName(zone));
        return new(start, isZone ? form.At : end, hour, FormReader.Value(minutes), second, isZone ? zone : "");
    }

    private static int TakeSecond(ref FormReader form)
    {
        var start = form.At;
        form.TakeBlanks();
        if (form.Take(':') && (form.TakeBlanks() >= 0) && form.TakeDigits(most: 2) is { Length: > 0 } digits)
        {
            var point = form.At;
            form.At = form.TakeAny(".,") && form.TakeDigits(most: 9).Length > 0 ? form.At : point;
            return FormReader.Value(digits);
        }

        form.At = start;
        return 0;
    }

    private static char? TakeHalf(ref FormReader form)
    {
        var (start, half) = (form.At, form.Next);
        if (form.TakeAny("ap"))
        {
            form.Take('.');
            form.At += char.IsWhiteSpace(form.Next) ? 1 : 0;
            if (form.Take('m'))
            {
                var behind = form.At;
                if (form.Take('.') && char.IsAsciiLetter(form.Next))
                {
                    form.At = behind;
                }

                if (!char.IsAsciiLetter(form.Next))
                {
                    return half;
                }
            }
        }

        form.At = start;
        return null;
    }

    /// <summary>The half of the day that stands elsewhere in the text.</summary>
    private static char HalfOf(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == 'm' && text[i - 1] is 'a' or 'p' && !(i > 1 && FormReader.IsOfWord(text[i - 2])) && !(i + 1 < text.Length && FormReader.IsOfWord(text[i + 1])))
            {
                return text[i - 1];
            }
        }

        return ' ';
    }

    private static string TakeZone(ref FormReader form)
    {
        var start = form.At;
        if (form.Take("gmt") || form.Take("utc") || form.Take("ut"))
        {
            form.At += char.IsWhiteSpace(form.Next) ? 1 : 0;
        }

        if (form.TakeAny("+-"))
        {
            if (form.TakeNumber(3, 4, out _))
            {
                return form.Since(start).ToString();
            }

            if (form.TakeNumber(1, 2, out _))
            {
                var colon = form.At;
                form.At = form.Take(':') && form.TakeNumber(2, 2, out _) ? form.At : colon;
                return form.Since(start).ToString();
            }
        }

        form.At = start;
        if (!form.IsWithinWord && form.TakeLatin() is { Length: >= 1 and <= 5 } name)
        {
            return name.ToString();
        }

        form.At = start;
        return "";
    }
}
