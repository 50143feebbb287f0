using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>
/// How headline and beginning put it: their words and neighbouring pairs of words, as far as no name is among them ("en:&lt;company&gt;_buys").
/// What cues do not name, a model of labelled articles may still have learnt.
/// </summary>
internal static class EventWording
{
    private const int NearSentences = 3;
    private const int Letters = 7;
    private const int Syllables = 3;
    private const int LongestTerm = 96;
    private const string Company = "<company>";
    private const string Chip = "<chip>";
    private const string Number = "#";
    private const string Beginning = "^";

    /// <summary>Each term with how often it stands there; a headline counts thrice, the lead twice.</summary>
    /// <param name="reading">The article after the one pass.</param>
    /// <param name="vocabulary">Whose names are masked: which company it is says nothing about the event.</param>
    /// <param name="known">Whose terms alone are wanted: most pairs are met once and told to nobody. Null for all.</param>
    public static Dictionary<string, int> Of(ArticleReading reading, Vocabulary vocabulary, WordingModel? known = null)
    {
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new List<string>();
        Span<char> term = stackalloc char[LongestTerm];
        var body = 0;
        foreach (var sentence in reading.Proving)
        {
            if (sentence.Role is BlockRole.Faq or BlockRole.Caption)
            {
                continue;
            }

            if (!sentence.IsTitle && ++body > NearSentences + 1)
            {
                break;
            }

            words.Clear();
            words.Add(Beginning);
            AddWords(words, sentence, reading.Language, vocabulary);
            var counts = sentence.IsTitle ? 3 : body == 1 ? 2 : 1;
            for (var i = 0; i < words.Count; i++)
            {
                Count(terms, Joined(term, reading.Language, words[i], null), counts, known);
                if (i > 0)
                {
                    Count(terms, Joined(term, reading.Language, words[i - 1], words[i]), counts, known);
                }
            }
        }

        return terms;
    }

    /// <summary>"en:buys", "en:&lt;company&gt;_buys"; empty where a run of letters without end does not fit.</summary>
    private static ReadOnlySpan<char> Joined(Span<char> term, string language, string word, string? next) =>
        next is null
            ? term.TryWrite($"{language}:{word}", out var length) ? term[..length] : []
            : term.TryWrite($"{language}:{word}_{next}", out length) ? term[..length] : [];

    private static void Count(Dictionary<string, int> terms, ReadOnlySpan<char> term, int counts, WordingModel? known)
    {
        if (!term.IsEmpty && (known is null ? term.ToString() : known.TextOf(term)) is { } text)
        {
            terms[text] = terms.GetValueOrDefault(text) + counts;
        }
    }

    /// <summary>The words of a sentence, names as one word each.</summary>
    private static void AddWords(List<string> words, Sentence sentence, string language, Vocabulary vocabulary)
    {
        var at = sentence.Start;
        foreach (var hit in sentence.Hits)
        {
            if (hit.End <= at || NameOf(hit, vocabulary) is not { } name)
            {
                continue;
            }

            if (hit.Start >= at)
            {
                AddPlain(words, sentence.Source.AsSpan(at, hit.Start - at), language);
                words.Add(name);
            }

            at = hit.End;
        }

        if (at < sentence.End)
        {
            AddPlain(words, sentence.Source.AsSpan(at, sentence.End - at), language);
        }
    }

    private static string? NameOf(PhraseHit hit, Vocabulary vocabulary)
    {
        foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
        {
            if (meaning is NameMeaning name)
            {
                return name.IsChip ? Chip : Company;
            }
        }

        return null;
    }

    private static void AddPlain(List<string> words, ReadOnlySpan<char> text, string language)
    {
        Span<char> lower = stackalloc char[Letters];
        for (var at = 0; at < text.Length;)
        {
            var script = ScriptOf(text[at]);
            if (script == Script.None)
            {
                if (text[at] is ':' or ';' or '?' or '!')
                {
                    words.Add(text[at].ToString());
                }

                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && Continues(script, text, end))
            {
                end++;
            }

            var run = text[at..end];
            switch (script)
            {
                case Script.Number:
                    words.Add(Number);
                    break;
                case Script.Han when run.Length > 1:
                    for (var pair = 0; pair + 1 < run.Length; pair++)
                    {
                        words.Add(run.Slice(pair, 2).ToString());
                    }

                    break;
                case Script.Letters:
                    var kept = run[..Math.Min(run.Length, language == "ko" ? Syllables : Letters)];
                    kept.ToLowerInvariant(lower);
                    words.Add(lower[..kept.Length].ToString());
                    break;
                default:
                    words.Add(run.ToString());
                    break;
            }

            at = end;
        }
    }

    private static bool Continues(Script script, ReadOnlySpan<char> text, int at) => script switch
    {
        Script.Number => char.IsAsciiDigit(text[at]) || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])),
        Script.Letters => ScriptOf(text[at]) == Script.Letters || (text[at] is '\'' or '’' && at + 1 < text.Length && ScriptOf(text[at + 1]) == Script.Letters),
        _ => ScriptOf(text[at]) == script,
    };

    private static Script ScriptOf(char c) => c switch
    {
        >= '\u3041' and <= '\u309f' => Script.Hiragana,
        >= '\u30a1' and <= '\u30ff' => Script.Katakana,
        >= '\u3400' and <= '\u9fff' => Script.Han,
        _ when char.IsAsciiDigit(c) => Script.Number,
        _ when char.IsLetter(c) => Script.Letters,
        _ => Script.None,
    };

    /// <summary>What a run of characters is cut as.</summary>
    private enum Script
    {
        None,
        Letters,
        Number,
        Han,
        Hiragana,
        Katakana,
    }
}
