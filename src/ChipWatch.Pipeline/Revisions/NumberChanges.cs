using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Revisions;

/// <summary>Finds numbers that became others: same unit, same words around them, another value. "1.5 billion" and "1,500 million" are one number.</summary>
internal static class NumberChanges
{
    private const double SameSpeech = 0.4;
    private const double Rounding = 1e-6;
    private const int MostPairs = 12;

    /// <summary>The changes, in the order of the older text. Numbers of examples and analogies do not count.</summary>
    public static IEnumerable<RevisionChange> Between(IReadOnlyList<Quantity> old, IReadOnlyList<Quantity> now)
    {
        var gone = old.Where(quantity => !quantity.Hypothetical && !now.Any(other => IsSame(quantity, other))).ToList();
        var come = now.Where(quantity => !quantity.Hypothetical && !old.Any(other => IsSame(quantity, other))).ToList();
        var pairs = gone.SelectMany(_ => come, (from, to) => (From: from, To: to, Likeness: Likeness(from, to)))
            .Where(pair => pair.Likeness >= SameSpeech).OrderByDescending(pair => pair.Likeness);
        var (left, right) = (new HashSet<Quantity>(ReferenceEqualityComparer.Instance), new HashSet<Quantity>(ReferenceEqualityComparer.Instance));
        var changes = new List<(Quantity From, Quantity To)>();
        foreach (var (from, to, _) in pairs)
        {
            if (changes.Count < MostPairs && !left.Contains(from) && !right.Contains(to))
            {
                left.Add(from);
                right.Add(to);
                changes.Add((from, to));
            }
        }

        return changes.OrderBy(pair => gone.IndexOf(pair.From)).Select(pair => new RevisionChange(RevisionMeaning.NumberChanged, Said(pair.From), Said(pair.To)));
    }

    private static bool IsSame(Quantity one, Quantity other) =>
        one.Unit == other.Unit && Math.Abs(one.Value - other.Value) <= Rounding * Math.Max(Math.Abs(one.Value), Math.Abs(other.Value));

    /// <summary>0 where the units differ, else how much the clauses share besides their numbers; nothing but the number counts as alike.</summary>
    private static double Likeness(Quantity from, Quantity to)
    {
        if (!from.Unit.Equals(to.Unit, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var (left, right) = (WordsAround(from), WordsAround(to));
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == right.Count ? 1 : 0;
        }

        return left.Intersect(right).Count() / (double)left.Union(right).Count();
    }

    private static HashSet<string> WordsAround(Quantity quantity) =>
        [.. HeadlineWords.Of(quantity.Clause).Where(word => !word.Any(char.IsDigit)).Select(word => word.ToLowerInvariant())];

    private static string Said(Quantity quantity)
    {
        var words = quantity.Evidence.Count > 0 ? quantity.Evidence[0].Quote : $"{quantity.Value} {quantity.Unit}";
        return quantity.Hedge is { } hedge && !words.StartsWith(hedge, StringComparison.OrdinalIgnoreCase) ? $"{hedge} {words}" : words;
    }
}
