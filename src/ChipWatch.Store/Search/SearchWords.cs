using System.Text;

namespace ChipWatch.Store.Search;

/// <summary>Makes text and queries meet in the full-text index. Chinese, Japanese and Korean have no blanks between words: each character stands alone.</summary>
internal static class SearchWords
{
    /// <summary>The text as it is indexed.</summary>
    public static string ForIndex(string text)
    {
        if (!text.Any(IsIdeograph))
        {
            return text;
        }

        var apart = new StringBuilder(text.Length * 2);
        foreach (var letter in text)
        {
            if (IsIdeograph(letter))
            {
                apart.Append(' ').Append(letter).Append(' ');
            }
            else
            {
                apart.Append(letter);
            }
        }

        return apart.ToString();
    }

    /// <summary>
    /// A query as FTS5 takes it: every word must occur, "quoted words" as a phrase, nothing of the query language itself.
    /// </summary>
    /// <returns>Empty where the query holds no letter and no digit.</returns>
    public static string MatchExpression(string query)
    {
        var phrases = new List<string>();
        var parts = query.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            var isQuoted = i % 2 == 1 && i < parts.Length - 1;
            var words = isQuoted ? [parts[i]] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            phrases.AddRange(words.Where(word => word.Any(char.IsLetterOrDigit)).Select(word => $"\"{ForIndex(word).Replace("\0", "", StringComparison.Ordinal).Trim()}\""));
        }

        return string.Join(' ', phrases.Take(32));
    }

    /// <summary>Names as FTS5 takes them: one must occur, its last word perhaps with an ending.</summary>
    /// <returns>Empty where no name holds a letter or digit.</returns>
    public static string AnyOf(IEnumerable<string> names) => string.Join(" OR ", names
        .Select(name => ForIndex(name.TrimEnd('*').Replace("\0", "", StringComparison.Ordinal).Replace('"', ' ')).Trim())
        .Where(name => name.Any(char.IsLetterOrDigit)).Select(name => $"\"{name}\" *"));

    private static bool IsIdeograph(char letter) => letter is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');
}
