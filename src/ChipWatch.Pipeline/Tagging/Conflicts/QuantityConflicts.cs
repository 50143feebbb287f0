namespace ChipWatch.Pipeline.Tagging.Conflicts;

/// <summary>Finds where the articles of one story contradict each other in numbers.</summary>
public static class QuantityConflicts
{
    private const int ShortestWord = 4;
    private const int SharedWords = 3;
    private const double SharedPart = 0.5;
    private const double HedgeRoom = 0.1;

    /// <summary>Conflicts among numbers that are not hypothetical, in the order of their first statement.</summary>
    /// <param name="stated">Numbers of the story's articles, oldest article first.</param>
    public static IReadOnlyList<QuantityConflict> Of(IReadOnlyList<StatedQuantity> stated)
    {
        var conflicts = new List<QuantityConflict>();
        var used = new bool[stated.Count];
        for (var i = 0; i < stated.Count; i++)
        {
            if (used[i] || stated[i].Quantity.Hypothetical)
            {
                continue;
            }

            var words = Words(stated[i].Quantity.What);
            var against = new List<StatedQuantity> { stated[i] };
            var shared = words;
            for (var j = i + 1; j < stated.Count; j++)
            {
                var other = stated[j].Quantity;
                if (used[j] || other.Hypothetical || stated[j].ArticleId == stated[i].ArticleId || other.Unit != stated[i].Quantity.Unit
                    || against.Exists(known => Agree(known.Quantity, other)) || Common(words, other.What) is not { } common)
                {
                    continue;
                }

                used[j] = true;
                shared = common;
                against.Add(stated[j]);
            }

            if (against.Count > 1)
            {
                conflicts.Add(new(string.Join(' ', shared), stated[i].Quantity.Unit, [.. against.OrderBy(one => one.Quantity.Value)]));
            }
        }

        return conflicts;
    }

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

    /// <summary>Words of weight that both clauses hold, in the order of the first; null where they are too few to speak of one thing.</summary>
    private static List<string>? Common(List<string> words, string other)
    {
        var others = Words(other);
        var common = words.FindAll(word => others.Contains(word));
        var shorter = Math.Min(words.Count, others.Count);
        return common.Count >= Math.Min(SharedWords, shorter) && common.Count > 1 && common.Count >= SharedPart * shorter ? common : null;
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
