namespace ChipWatch.Pipeline.Revisions;

/// <summary>Says whether a page that was read again is a new state of its article, and what the change means. Pure.</summary>
public static class RevisionReader
{
    private const int MostChanges = 24;

    /// <summary>Compares two states, the older first.</summary>
    /// <returns>What changed; null where only dates, counters, advertisements, related links, white space or quotation marks did.</returns>
    public static RevisionReading? Compare(ArticleState old, ArticleState now)
    {
        var (before, after) = (EssentialText.Of(old), EssentialText.Of(now));
        if (before.Equals(after))
        {
            return null;
        }

        var titleChanged = before.Title != after.Title;
        var changes = new List<RevisionChange>();
        if (titleChanged && HeadlineFirmness.Compare(old.Title, now.Title, now.LanguageCode) is { } firmness)
        {
            changes.Add(firmness);
        }

        if (old.Status is { } from && now.Status is { } to && from != to)
        {
            changes.Add(new(RevisionMeaning.StatusMoved, from.ToString().ToLowerInvariant(), to.ToString().ToLowerInvariant()));
        }

        changes.AddRange(NumberChanges.Between(old.Quantities, now.Quantities));
        changes.AddRange(PassageChanges.Between(before, after, now.LanguageCode));
        if (titleChanged && !changes.Exists(c => c.Meaning is RevisionMeaning.Softened or RevisionMeaning.Hardened or RevisionMeaning.Reversed))
        {
            changes.Add(new(RevisionMeaning.HeadlineChanged, old.Title, now.Title));
        }

        if (changes.Count == 0)
        {
            changes.Add(new(RevisionMeaning.WordingChanged, null, null));
        }

        var (removed, added) = TextComparison.CountWords(before, after);
        return new([.. changes.OrderBy(c => c.Meaning).Take(MostChanges)], removed, added);
    }

    /// <summary>Whether two states say the same.</summary>
    public static bool IsSame(ArticleState old, ArticleState now) => EssentialText.Of(old).Equals(EssentialText.Of(now));
}
