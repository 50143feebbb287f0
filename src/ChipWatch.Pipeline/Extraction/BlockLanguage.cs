using System.Collections.Frozen;
using AngleSharp.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Tells the language of a block where it is another than the article's: as the page states it, else by the block's script and its commonest words.</summary>
internal static class BlockLanguage
{
    private const int FewestWords = 5;
    private const int FewestHits = 3;

    private const int MostWords = 200;
    private const int LongestCommon = 12;

    private static readonly (string Language, string[] Words)[] Common =
    [
        ("en", Words("the of and to in a is that for it was on with as by at from be are this an have not or which will has but they their its")),
        ("de", Words("der die das und ist im in den von zu mit dem des ein eine einer einem einen auf für nicht auch sich als an es werden wird aus bei nach dass oder wie dahinter vor")),
        ("fr", Words("le la les de des du et est un une dans que qui pour en sur pas au aux ce cette il elle par avec plus ne se sont à été ou")),
        ("es", Words("el la los las de del y es un una en que por para con no se su al lo como más pero sus este esta ha son fue o")),
        ("it", Words("il lo la i gli le di del della e è un una in che per con non si da al alla dei nel sono più come ha anche questo")),
        ("pt", Words("o a os as de do da dos das e é um uma em no na que para com não se por mais ao como foi seu sua são")),
        ("nl", Words("de het een van en in is op te dat die voor met niet zijn aan er om ook als bij naar uit door wordt heeft werd")),
        ("pl", Words("i w na z do się nie to jest że o jak po za od przez dla oraz ale są ich")),
        ("sv", Words("och i att det som en på är av för med den till inte om ett har de var från")),
    ];

    /// <summary>For each common word, the places of its languages in <see cref="Common"/>.</summary>
    private static readonly FrozenDictionary<string, int[]> LanguagesOf = Common
        .SelectMany((entry, place) => entry.Words.Distinct().Select(word => (word, place)))
        .GroupBy(pair => pair.word, pair => pair.place, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The language of a block where it differs from the article's; null where it is the same or cannot be told.</summary>
    /// <param name="owner">The element in which the block stands.</param>
    /// <param name="text">The block.</param>
    /// <param name="language">Language of the article, or null.</param>
    public static string? Differs(IElement? owner, string text, string? language)
    {
        var stated = owner?.Closest("[lang]") is { LocalName: not ("html" or "body") } element ? element.GetAttribute("lang") : null;
        var told = string.IsNullOrWhiteSpace(stated) ? null : stated.Trim();
        if (language is not null && (told is null || Primary(told) == Primary(language)))
        {
            // Pages state one language for all and yet carry captions or quotations in another.
            told = Guess(text);
        }

        return told is null || language is null || Primary(told) == Primary(language) ? null : told;
    }

    /// <summary>The language by script and commonest words; null where the text is too short or too close to call.</summary>
    public static string? Guess(string text)
    {
        if (OfScript(text) is { } script)
        {
            return script;
        }

        Span<int> found = stackalloc int[Common.Length];
        var words = CountCommon(text, found);
        if (words < FewestWords)
        {
            return null;
        }

        var (best, hits, second) = ((string?)null, 0, 0);
        for (var i = 0; i < found.Length; i++)
        {
            (best, hits, second) = found[i] > hits ? (Common[i].Language, found[i], hits) : (best, hits, Math.Max(second, found[i]));
        }

        return hits >= FewestHits && hits >= second * 2 && hits * 8 >= words ? best : null;
    }

    /// <summary>Counts the common words of each language among the first words of a text, each word read once for all languages.</summary>
    /// <returns>How many words were read.</returns>
    private static int CountCommon(ReadOnlySpan<char> text, Span<int> found)
    {
        var lookup = LanguagesOf.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[LongestCommon];
        var words = 0;
        for (var at = 0; at < text.Length && words < MostWords;)
        {
            var from = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at == from)
            {
                at++;
                continue;
            }

            words++;
            var word = text[from..at].Trim(".,;:()\"„“”«»");
            if (word.Length is > 0 and <= LongestCommon && lookup.TryGetValue(lower[..word.ToLowerInvariant(lower)], out var languages))
            {
                foreach (var language in languages)
                {
                    found[language]++;
                }
            }
        }

        return words;
    }

    private static string? OfScript(string text)
    {
        var (kana, hangul, han, cyrillic, arabic, letters) = (0, 0, 0, 0, 0, 0);
        foreach (var letter in text)
        {
            letters += char.IsLetter(letter) ? 1 : 0;
            kana += letter is >= '\u3040' and <= '\u30FF' ? 1 : 0;
            hangul += letter is >= '\uAC00' and <= '\uD7AF' ? 1 : 0;
            han += letter is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
            cyrillic += letter is >= '\u0400' and <= '\u04FF' ? 1 : 0;
            arabic += letter is >= '\u0600' and <= '\u06FF' ? 1 : 0;
        }

        return letters < FewestWords ? null
            : kana * 10 > letters ? "ja"
            : hangul * 3 > letters ? "ko"
            : han * 2 > letters ? "zh"
            : cyrillic * 2 > letters ? "ru"
            : arabic * 2 > letters ? "ar"
            : null;
    }

    private static string? Primary(string? language) => language?.Split('-', '_')[0].ToLowerInvariant();

    private static string[] Words(string words) => words.Split(' ');
}
