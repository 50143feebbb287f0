namespace ChipWatch.Pipeline.Revisions;

/// <summary>Says whether a headline became less or more sure. Words that both states have decide nothing.</summary>
internal static class HeadlineFirmness
{
    private const int LatestSubject = 5;

    /// <summary>Compares two headlines of one language.</summary>
    /// <returns>Softened, hardened or reversed with the words that show it; null where neither, or where the language has no scale.</returns>
    public static RevisionChange? Compare(string old, string now, string language)
    {
        if (HedgePhrases.For(language) is not { } scale)
        {
            return null;
        }

        var (left, right) = (HeadlineWords.Of(old), HeadlineWords.Of(now));
        if (!left.Intersect(right, StringComparer.OrdinalIgnoreCase).Any(HeadlineWords.IsTelling))
        {
            return null; // another headline altogether
        }

        var before = HedgesOf(old, left, scale, language);
        var after = HedgesOf(now, right, scale, language);
        var gone = Without(before, after);
        var come = Without(after, before);
        var negated = come.FirstOrDefault(hedge => hedge.Firmness == Firmness.Negated);
        var affirmed = gone.FirstOrDefault(hedge => hedge.Firmness == Firmness.Negated);
        if (negated is null != affirmed is null)
        {
            return new(RevisionMeaning.Reversed, affirmed?.Words ?? Weakest(gone)?.Words, negated?.Words ?? Weakest(come)?.Words);
        }

        var (from, to) = (Weakest(gone), Weakest(come));
        var change = (to?.Firmness ?? Firmness.Plain) - (from?.Firmness ?? Firmness.Plain);
        return change == 0 || (from is null && to is null) ? null
            : new(change < 0 ? RevisionMeaning.Softened : RevisionMeaning.Hardened, from?.Words, to?.Words);
    }

    private static IReadOnlyList<Hedge> HedgesOf(string title, IReadOnlyList<string> words, HedgeScale scale, string language)
    {
        var hedges = new List<Hedge>(scale.Find(words));
        if (title.TrimEnd().EndsWith('?') || title.TrimEnd().EndsWith('？'))
        {
            hedges.Add(new("?", Firmness.Possible));
        }

        // "Amazon to sell Trainium": English headlines promise with a bare infinitive behind their subject.
        if (language == "en" && hedges.TrueForAll(hedge => hedge.Firmness is Firmness.Negated or Firmness.Hearsay) && BareInfinitive(words) is { } promise)
        {
            hedges.Add(new(promise, Firmness.Promised));
        }

        return hedges;
    }

    private static string? BareInfinitive(IReadOnlyList<string> words)
    {
        for (var at = 1; at < Math.Min(LatestSubject, words.Count - 1); at++)
        {
            // a subject stands before it, not a verb ("moves to", "returned to", "close to")
            if (words[at].Equals("to", StringComparison.OrdinalIgnoreCase)
                && (char.IsUpper(words[at - 1][^1]) || char.IsDigit(words[at - 1][^1]) || (char.IsUpper(words[at - 1][0]) && !words[at - 1].EndsWith('s') && !words[at - 1].EndsWith("ed", StringComparison.Ordinal)))
                && !char.IsDigit(words[at + 1][0]) && words[at + 1] is not ("the" or "a" or "an" or "The" or "A" or "An"))
            {
                return $"to {words[at + 1]}";
            }
        }

        return null;
    }

    private static List<Hedge> Without(IReadOnlyList<Hedge> hedges, IReadOnlyList<Hedge> others)
    {
        var left = others.Select(hedge => hedge.Words).ToList();
        return [.. hedges.Where(hedge =>
        {
            var shared = left.FindIndex(words => words.Equals(hedge.Words, StringComparison.OrdinalIgnoreCase));
            if (shared >= 0)
            {
                left.RemoveAt(shared);
            }

            return shared < 0;
        })];
    }

    private static Hedge? Weakest(List<Hedge> hedges) => hedges.Where(hedge => hedge.Firmness != Firmness.Negated).MinBy(hedge => hedge.Firmness);
}
