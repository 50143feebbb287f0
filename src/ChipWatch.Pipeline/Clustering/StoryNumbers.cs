using System.Collections.Frozen;
using System.Globalization;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>Reads the numbers of a text in base size, whatever the language's marks and scale words.</summary>
internal static class StoryNumbers
{
    private static readonly FrozenDictionary<string, double> Scales = new Dictionary<string, double>
    {
        ["thousand"] = 1e3, ["tausend"] = 1e3, ["mille"] = 1e3, ["mil"] = 1e3, ["mila"] = 1e3, ["k"] = 1e3,
        ["million"] = 1e6, ["millions"] = 1e6, ["millionen"] = 1e6, ["millones"] = 1e6, ["milioni"] = 1e6, ["milhoes"] = 1e6, ["miljoen"] = 1e6, ["mio"] = 1e6, ["mn"] = 1e6, ["m"] = 1e6,
        ["billion"] = 1e9, ["billions"] = 1e9, ["bn"] = 1e9, ["b"] = 1e9, ["milliarde"] = 1e9, ["milliarden"] = 1e9, ["mrd"] = 1e9, ["milliard"] = 1e9, ["milliards"] = 1e9, ["md"] = 1e9, ["mds"] = 1e9,
        ["miliardi"] = 1e9, ["bilhoes"] = 1e9, ["miljard"] = 1e9, ["milmillones"] = 1e9,
        ["trillion"] = 1e12, ["tn"] = 1e12, ["billionen"] = 1e12, ["billones"] = 1e12,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> DecimalCommas = new[] { "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "nb", "no", "fi", "ru", "tr" }.ToFrozenSet();

    /// <summary>The value of a number in a text, with the scale word behind it; null for years, days and other small counts that tell nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="written">The number as written.</param>
    /// <param name="end">Code unit behind the number.</param>
    /// <param name="language">Two letters, or empty.</param>
    public static StoryNumber? Read(string text, string written, int end, string language)
    {
        if (Parse(written, DecimalCommas.Contains(language)) is not { } value)
        {
            return null;
        }

        var scale = Scale(text, end, language);
        var percent = end < text.Length && text[end] == '%' || (end + 1 < text.Length && text[end] is ' ' or '\u00a0' && text[end + 1] == '%');
        if (scale == 1 && !percent && value == Math.Floor(value) && (value < 32 || (value is >= 1990 and <= 2040 && written.Length == 4)))
        {
            return null;
        }

        var digits = SignificantDigits(value);
        return value <= 0 || (percent && digits == 1) ? null : new(value * scale, Math.Clamp(scale > 1 && digits == 1 ? 1 : digits, 1, 3));
    }

    /// <summary>Whether two numbers may be one: figures of one event are rounded differently by different outlets.</summary>
    public static bool Agree(StoryNumber one, StoryNumber other) =>
        Math.Abs(one.Value - other.Value) <= 0.006 * Math.Max(one.Value, other.Value);

    private static double? Parse(string written, bool decimalComma)
    {
        Span<char> digits = stackalloc char[32];
        var length = 0;
        var groups = written.Split('.', ',', ' ', '\u00a0', '\u202f', '’');
        var decimalAt = -1;
        if (groups.Length > 1)
        {
            var lastMark = written[^(groups[^1].Length + 1)];
            var marks = written.Count(c => c is '.' or ',');
            var sameMark = written.Count(c => c == lastMark) > 1;
            var decimals = lastMark is '.' or ',' && !sameMark
                && (groups[^1].Length != 3 || lastMark == (decimalComma ? ',' : '.') || (marks == 1 && groups[0] == "0"));
            decimalAt = decimals ? groups.Length - 1 : -1;
        }

        for (var group = 0; group < groups.Length; group++)
        {
            if (group == decimalAt)
            {
                digits[length++] = '.';
            }

            if (length + groups[group].Length > 30)
            {
                return null;
            }

            groups[group].CopyTo(digits[length..]);
            length += groups[group].Length;
        }

        return double.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static double Scale(string text, int end, string language)
    {
        var at = end;
        while (at < text.Length && at - end < 2 && text[at] is ' ' or '\u00a0' or '\u202f' or '-')
        {
            at++;
        }

        if (at >= text.Length)
        {
            return 1;
        }

        switch (text[at])
        {
            case '万' or '萬' or '만':
                return at + 1 < text.Length && text[at + 1] is '亿' or '億' ? 1e12 : 1e4;
            case '亿' or '億' or '억':
                return 1e8;
            case '兆' or '조':
                return 1e12;
            case '千' or '천':
                return 1e3;
        }

        var stop = at;
        while (stop < text.Length && stop - at < 12 && char.IsLetter(text[stop]) && text[stop] < '\u0250')
        {
            stop++;
        }

        var word = StoryWords.Plain(text[at..stop]);
        if (word == "mil" && text.AsSpan(stop).StartsWith(" millones", StringComparison.Ordinal))
        {
            return 1e9;
        }

        // A lone letter is a scale only where it touches the number ("3.5B"), and M may be metres in other scripts.
        return Scales.TryGetValue(word, out var scale) && (word.Length > 1 || at == end) && !(language == "de" && word == "billion") ? scale : 1;
    }

    private static int SignificantDigits(double value)
    {
        var text = value.ToString("0.####", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0');
        return text.Length;
    }
}
