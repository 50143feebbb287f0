namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>Hearsay that lies in a word's form, where a list of phrases cannot hold it: the conditional of the press, the question at a headline's end.</summary>
internal static class HearsayForms
{
    private const int ShortestVerb = 5;

    /// <summary>Whether such a form stands in a sentence of that language.</summary>
    public static bool Stand(Sentence sentence, string language) => language switch
    {
        // "habría encargado", "frenaría": nouns end so too ("mayoría"), but not after a consonant and a stressed stem vowel alone.
        "es" => AnyWord(sentence, static word => (word.EndsWith("ría", StringComparison.Ordinal) || word.EndsWith("rían", StringComparison.Ordinal)) && !IsSpanishNoun(word)),
        "fr" => AnyWord(sentence, static word => word.EndsWith("rait", StringComparison.Ordinal) || word.EndsWith("raient", StringComparison.Ordinal)),
        "ja" => sentence.IsTitle && EndsInQuestion(sentence.Text),
        "zh" => sentence.IsTitle && sentence.Text.TrimStart("「“《 ") is ['传' or '傳', ..],
        "ko" => sentence.IsTitle && AnyWord(sentence, static word => word.Length >= 3 && word[^1] == '설' && word is not "건설" and not "시설" and not "증설" and not "신설"),
        _ => false,
    };

    private static bool IsSpanishNoun(ReadOnlySpan<char> word) =>
        word.EndsWith("oría", StringComparison.Ordinal) || word.EndsWith("tería", StringComparison.Ordinal) || word.EndsWith("niería", StringComparison.Ordinal)
        || word.EndsWith("auría", StringComparison.Ordinal) || word.EndsWith("sería", StringComparison.Ordinal) || word.EndsWith("dería", StringComparison.Ordinal);

    /// <summary>「統合か」, also before the name of an agency; not 「誰が負けるのか」, which asks and reports nothing.</summary>
    private static bool EndsInQuestion(ReadOnlySpan<char> title)
    {
        var space = title.LastIndexOf('\u3000');
        var end = space > title.Length / 2 ? title[..space].TrimEnd() : title.TrimEnd();
        if (end.EndsWith("のか", StringComparison.Ordinal) || end.EndsWith("のか？", StringComparison.Ordinal) || end.IndexOfAny("誰何") >= 0 || end.Contains("なぜ", StringComparison.Ordinal))
        {
            return false;
        }

        return end.EndsWith("か", StringComparison.Ordinal) || end.EndsWith("か？", StringComparison.Ordinal) || end.EndsWith("も", StringComparison.Ordinal);
    }

    private delegate bool WordTest(ReadOnlySpan<char> word);

    private static bool AnyWord(Sentence sentence, WordTest test)
    {
        var text = sentence.Text;
        for (var from = 0; from < text.Length;)
        {
            var to = from;
            while (to < text.Length && char.IsLetter(text[to]))
            {
                to++;
            }

            if (to - from >= ShortestVerb || (to - from >= 3 && to > from && Folding.IsCjk(text[from])))
            {
                if (test(text[from..to]))
                {
                    return true;
                }
            }

            from = to + 1;
        }

        return false;
    }
}
