namespace ChipWatch.Pipeline.Revisions;

/// <summary>The words of a headline: letters, digits and inner apostrophes; hyphens part them.</summary>
internal static class HeadlineWords
{
    private const int ShortestTelling = 4;

    /// <summary>The words in order, as they are spelt, apostrophes straight.</summary>
    public static IReadOnlyList<string> Of(string title)
    {
        var even = EssentialText.Even(title);
        var words = new List<string>();
        for (var at = 0; at < even.Length;)
        {
            var end = at;
            while (end < even.Length && (char.IsLetterOrDigit(even[end]) || (even[end] == '\'' && end > at && end + 1 < even.Length && char.IsLetter(even[end + 1]))))
            {
                end++;
            }

            if (end > at)
            {
                words.Add(even[at..end]);
            }

            at = Math.Max(end, at + 1);
        }

        return words;
    }

    /// <summary>Whether a word says what a headline is about: long, or written large.</summary>
    public static bool IsTelling(string word) => word.Length >= ShortestTelling || (word.Length >= 2 && char.IsUpper(word[0]));
}
