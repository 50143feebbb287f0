namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>Tells which of the phrases found in a sentence are cues of its event.</summary>
internal static class SentenceCues
{
    /// <summary>The cues of a sentence; one inside a longer phrase ("comment" in "declined to comment") or a name ("Labs") does not count.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="language">Two letters; phrases of other languages do not count.</param>
    /// <param name="vocabulary">What its phrases mean.</param>
    /// <param name="found">By cue: raised to the weight of its strongest phrase.</param>
    public static void Find(Sentence sentence, string language, Vocabulary vocabulary, double[] found)
    {
        var (coveredFrom, coveredTo) = (0, 0);
        var (nameFrom, nameTo) = (0, 0);
        for (var i = 0; i < sentence.Hits.Count; i++)
        {
            var hit = sentence.Hits[i];
            if (i + 1 < sentence.Hits.Count && sentence.Hits[i + 1].Start == hit.Start && IsCue(sentence.Hits, i, language, vocabulary))
            {
                continue;
            }

            var inside = hit.Start >= coveredFrom && hit.End <= coveredTo && hit.Length < coveredTo - coveredFrom;
            foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
            {
                if (meaning is NameMeaning && hit.End > nameTo)
                {
                    (nameFrom, nameTo) = (hit.Start, hit.End);
                }
                else if (meaning is CueMeaning cue && cue.Language == language)
                {
                    if (!inside && !IsOfName(hit, sentence, i, vocabulary, nameFrom, nameTo))
                    {
                        found[(int)cue.Cue] = Math.Max(found[(int)cue.Cue], cue.Weight);
                    }

                    if (hit.End > coveredTo && hit.Start >= coveredTo)
                    {
                        (coveredFrom, coveredTo) = (hit.Start, hit.End);
                    }
                }
            }
        }
    }

    /// <summary>Whether a hit is a part of a longer name, which began before it or begins with it.</summary>
    private static bool IsOfName(PhraseHit hit, Sentence sentence, int at, Vocabulary vocabulary, int nameFrom, int nameTo)
    {
        if (hit.Start >= nameFrom && hit.End <= nameTo && hit.Length < nameTo - nameFrom)
        {
            return true;
        }

        for (var i = at + 1; i < sentence.Hits.Count && sentence.Hits[i].Start == hit.Start; i++)
        {
            foreach (var meaning in vocabulary.MeaningsOf(sentence.Hits[i].Phrase))
            {
                if (meaning is NameMeaning && sentence.Hits[i].Length > hit.Length)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a longer cue of the same language begins at the same place.</summary>
    private static bool IsCue(IReadOnlyList<PhraseHit> hits, int shorter, string language, Vocabulary vocabulary)
    {
        for (var i = shorter + 1; i < hits.Count && hits[i].Start == hits[shorter].Start; i++)
        {
            foreach (var meaning in vocabulary.MeaningsOf(hits[i].Phrase))
            {
                if (meaning is CueMeaning cue && cue.Language == language)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
