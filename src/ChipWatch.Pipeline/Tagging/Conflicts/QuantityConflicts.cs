namespace ChipWatch.Pipeline.Tagging.Conflicts;

/// <summary>Groups the numbers of one story by what they count, and finds where its articles contradict each other.</summary>
public static class QuantityConflicts
{
    private const int ShortestWord = 4;
    private const int SharedWords = 3;
    private const double SharedPart = 0.5;
    private const double HedgeRoom = 0.1;
    private const int LengthOfYear = 4;

    /// <summary>Conflicts among numbers that are not hypothetical, in the order of their first statement.</summary>
    /// <param name="stated">Numbers of the story's articles, oldest article first.</param>
    public static IReadOnlyList<QuantityGroup> Of(IReadOnlyList<StatedQuantity> stated) => [.. Groups(stated).Where(group => group.IsConflict)];

    /// <summary>Numbers that are not hypothetical by what they count, in the order of their first statement.</summary>
    /// <param name="stated">Numbers of the story's articles, oldest article first.</param>
    public static IReadOnlyList<QuantityGroup> Groups(IReadOnlyList<StatedQuantity> stated)
    {
        var groups = new List<QuantityGroup>();
        var used = new bool[stated.Count];
        for (var i = 0; i < stated.Count; i++)
        {
            var first = stated[i];
            if (used[i] || first.Quantity.Hypothetical)
            {
                continue;
            }

            var words = Words(first.Quantity.Clause);
            var readings = new List<List<StatedQuantity>> { new() { first } };
            for (var j = i + 1; j < stated.Count; j++)
            {
                var other = stated[j];
                if (used[j] || other.Quantity.Hypothetical || other.ArticleId == first.ArticleId || other.Quantity.Unit != first.Quantity.Unit
                    || !SpeaksOf(words, Words(other.Quantity.Clause)) || AreOfOtherYears(first.Quantity.Clause, other.Quantity.Clause)
                    || (!readings.Exists(reading => Agree(reading[0].Quantity, other.Quantity)) && IsAnotherNumber(stated, first, other)))
                {
                    continue;
                }

                used[j] = true;
                if (readings.Find(reading => Agree(reading[0].Quantity, other.Quantity)) is { } agreeing)
                {
                    agreeing.Add(other);
                }
                else
                {
                    readings.Add([other]);
                }
            }

            groups.Add(new(first.Quantity.What, first.Quantity.Unit, [.. readings.OrderBy(reading => reading[0].Quantity.Value).Select(reading => new QuantityReading(reading))]));
        }

        return groups;
    }

    /// <summary>
    /// Whether one of two articles states the other's number too: who says that a target went from 22 to 40 billion and who says that it is 40 billion agree.
    /// </summary>
    private static bool IsAnotherNumber(IReadOnlyList<StatedQuantity> stated, StatedQuantity one, StatedQuantity other) =>
        States(stated, one.ArticleId, other.Quantity) || States(stated, other.ArticleId, one.Quantity);

    private static bool States(IReadOnlyList<StatedQuantity> stated, long article, Quantity number) =>
        stated.Any(own => own.ArticleId == article && !own.Quantity.Hypothetical && own.Quantity.Unit == number.Unit && Agree(own.Quantity, number));

    /// <summary>Whether both clauses name years, and none in common: the revenue of two years is no contradiction.</summary>
    private static bool AreOfOtherYears(string one, string other)
    {
        var years = Years(one);
        return years.Count > 0 && Years(other) is { Count: > 0 } others && !years.Overlaps(others);
    }

    private static HashSet<string> Years(string clause)
    {
        var years = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + LengthOfYear <= clause.Length; at++)
        {
            var year = clause.AsSpan(at, LengthOfYear);
            if (year.StartsWith("20", StringComparison.Ordinal) && char.IsAsciiDigit(year[2]) && char.IsAsciiDigit(year[3])
                && (at == 0 || !IsOfNumber(clause[at - 1])) && (at + LengthOfYear == clause.Length || !IsOfNumber(clause[at + LengthOfYear])))
            {
                years.Add(year.ToString());
            }
        }

        return years;
    }

    private static bool IsOfNumber(char letter) => char.IsAsciiDigit(letter) || letter is '.' or ',';

    /// <summary>Whether one may be the other, rounded to the digits that it shows ("41.46" and "41.5"), or hedged ("about", "up to").</summary>
    internal static bool Agree(Quantity one, Quantity other)
    {
        var apart = Math.Abs(one.Value - other.Value);
        var room = Math.Max(LastDigit(one.Value), LastDigit(other.Value)) / 2;
        if (one.Hedge is not null || other.Hedge is not null)
        {
            room = Math.Max(room, HedgeRoom * Math.Max(Math.Abs(one.Value), Math.Abs(other.Value)));
        }

        return apart <= room * (1 + 1e-9);
    }

    /// <summary>The place value of the last digit that is not zero: 41,460,000,000 → 10,000,000; 1.5 → 0.1. A whole number below ten is exact.</summary>
    private static double LastDigit(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        var digits = Math.Abs(value).ToString("E14", System.Globalization.CultureInfo.InvariantCulture);
        var exponent = int.Parse(digits[(digits.IndexOf('E', StringComparison.Ordinal) + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        var shown = digits[..digits.IndexOf('E', StringComparison.Ordinal)].Replace(".", "", StringComparison.Ordinal).TrimEnd('0').Length;
        var place = exponent - shown + 1;
        return place == 0 && Math.Abs(value) < 10 ? 0 : Math.Pow(10, place);
    }

    /// <summary>Whether two clauses share enough words of weight to speak of one thing.</summary>
    private static bool SpeaksOf(List<string> words, List<string> others)
    {
        var common = words.Count(others.Contains);
        var shorter = Math.Min(words.Count, others.Count);
        return common >= Math.Min(SharedWords, shorter) && common > 1 && common >= SharedPart * shorter;
    }

    private static List<string> Words(string what)
    {
        var words = new List<string>();
        foreach (var word in what.Split([' ', ',', '.', ';', ':', '-', '(', ')', '“', '”', '"', '’', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = Folding.Fold(word);
            if (folded.Length >= ShortestWord && !char.IsDigit(folded[0]) && !words.Contains(folded) && !NumberWords.Scales.ContainsKey(folded))
            {
                words.Add(folded);
            }
        }

        return words;
    }
}
