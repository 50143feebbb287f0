namespace ChipWatch.Pipeline.Tagging;

/// <summary>Numbers that German and Dutch write as one word: "zweihundertfünfzig", "honderdtwintig", "vijfentwintig".</summary>
internal static class CompoundNumbers
{
    private const int MostParts = 12;

    private static readonly string[] Hundreds = ["hundert", "honderd"];
    private static readonly string[] Thousands = ["tausend", "duizend"];
    private static readonly string[] Links = ["und", "en", "ën"];
    private static readonly (string Text, double Value)[] Short = [("ein", 1), ("een", 1), ("eine", 1), ("zwo", 2)];

    /// <summary>The value of such a word; null where it is none.</summary>
    public static double? Of(ReadOnlySpan<char> word)
    {
        if (word.Length < 6)
        {
            return null;
        }

        // From left to right: parts add up, hundreds and thousands multiply what stands before them.
        var (total, group, part, parts) = (0.0, 0.0, 0.0, 0);
        var rest = word;
        while (rest.Length > 0)
        {
            if (++parts > MostParts)
            {
                return null;
            }

            if (Starts(rest, Thousands) is var thousand and > 0)
            {
                total += 1000 * Math.Max(1, group + part);
                (group, part) = (0, 0);
                rest = rest[thousand..];
            }
            else if (Starts(rest, Hundreds) is var hundred and > 0)
            {
                group += 100 * Math.Max(1, part);
                part = 0;
                rest = rest[hundred..];
            }
            else if (parts > 1 && part is > 0 and < 10 && Starts(rest, Links) is var link and > 0 && Longest(rest[link..]) is { Value: >= 20 } tens)
            {
                part += tens.Value;
                rest = rest[(link + tens.Length)..];
            }
            else if (Longest(rest) is { } number && part == 0)
            {
                part = number.Value;
                rest = rest[number.Length..];
            }
            else
            {
                return null;
            }
        }

        return parts > 1 ? total + group + part : null;
    }

    private static int Starts(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private static (double Value, int Length)? Longest(ReadOnlySpan<char> text)
    {
        var numbers = NumberWords.Numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(text.Length, 10); length >= 3; length--)
        {
            if (numbers.TryGetValue(text[..length], out var value) && value is < 100)
            {
                return (value, length);
            }
        }

        foreach (var (word, value) in Short)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return (value, word.Length);
            }
        }

        return null;
    }
}
