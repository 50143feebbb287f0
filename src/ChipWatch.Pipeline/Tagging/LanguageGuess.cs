namespace ChipWatch.Pipeline.Tagging;

/// <summary>The language of an article that does not state it, from its script and its commonest small words.</summary>
internal static class LanguageGuess
{
    private const int WordsRead = 300;

    private static readonly (string Language, string[] Words)[] SmallWords =
    [
        ("en", ["the", "and", "of", "to", "in", "is", "that", "for", "with", "its", "has", "was", "by"]),
        ("de", ["der", "die", "das", "und", "ist", "mit", "von", "für", "den", "ein", "eine", "nicht", "auf", "des"]),
        ("fr", ["le", "la", "les", "et", "des", "une", "est", "pour", "dans", "du", "qui", "par", "sur", "aux"]),
        ("es", ["el", "la", "los", "las", "y", "una", "es", "para", "con", "del", "que", "por", "en", "se"]),
        ("nl", ["de", "het", "een", "van", "en", "is", "met", "voor", "niet", "op", "zijn", "dat", "aan"]),
        ("it", ["il", "lo", "gli", "di", "che", "per", "una", "con", "del", "della", "è", "nel", "sono"]),
        ("pt", ["o", "os", "as", "do", "da", "em", "uma", "com", "para", "não", "que", "por", "dos"]),
    ];

    /// <summary>Two letters; "" where nothing tells.</summary>
    public static string Of(ArticleText article)
    {
        if (article.Language is { Length: >= 2 } stated)
        {
            return stated[..2].ToLowerInvariant();
        }

        var text = article.Title + " " + article.Text[..Math.Min(article.Text.Length, 2500)];
        return ByScript(text) ?? ByWords(text);
    }

    private static string? ByScript(string text)
    {
        int han = 0, kana = 0, hangul = 0;
        foreach (var c in text)
        {
            han += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
            kana += c is >= '\u3040' and <= '\u30FF' ? 1 : 0;
            hangul += c is >= '\uAC00' and <= '\uD7AF' ? 1 : 0;
        }

        var all = han + kana + hangul;
        if (all * 5 < text.Length)
        {
            return null;
        }

        return hangul * 2 > all ? "ko" : kana * 8 > all ? "ja" : "zh";
    }

    private static string ByWords(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', '\n', '\t', ',', '.', '\''], WordsRead + 1, StringSplitOptions.RemoveEmptyEntries);
        var (best, most) = ("", 2);
        foreach (var (language, small) in SmallWords)
        {
            var found = words.Count(word => Array.IndexOf(small, word) >= 0);
            if (found > most)
            {
                (best, most) = (language, found);
            }
        }

        return best;
    }
}
