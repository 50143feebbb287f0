namespace ChipWatch.Pipeline.Tagging.Topics;

/// <summary>The terms of each topic that an article's proving sentences hold. A longer term hides those inside it.</summary>
internal sealed class TopicTerms
{
    private readonly List<TermHit>?[] hits;

    private TopicTerms(int topics) => hits = new List<TermHit>?[topics];

    /// <summary>The hits of one topic in the order of the text; null for none.</summary>
    public List<TermHit>? Of(int topic) => hits[topic];

    public static TopicTerms Read(ArticleReading reading, Vocabulary vocabulary)
    {
        var terms = new TopicTerms(vocabulary.Catalogue.Topics.Count);
        foreach (var sentence in reading.Proving)
        {
            foreach (var hit in sentence.Hits)
            {
                foreach (var term in vocabulary.TermsOf(hit.Phrase))
                {
                    if (Holds(term, hit, sentence, reading))
                    {
                        terms.Add(new(term, sentence, hit.Start, hit.End));
                    }
                }
            }
        }

        return terms;
    }

    private void Add(TermHit hit)
    {
        var list = hits[hit.Term.Topic] ??= [];
        // Hits come by start, then by length: what this one covers stands at the end of the list.
        while (list.Count > 0 && list[^1].Sentence == hit.Sentence && list[^1].Start >= hit.Start && list[^1].End <= hit.End)
        {
            list.RemoveAt(list.Count - 1);
        }

        if (list.Count > 0 && list[^1].Sentence == hit.Sentence && list[^1].End >= hit.End)
        {
            return;
        }

        list.Add(hit);
    }

    private static bool Holds(TermMeaning term, PhraseHit hit, Sentence sentence, ArticleReading reading) =>
        term.Is(hit, sentence, reading.Language)
        && (term.Context.Count == 0 || reading.Has(sentence.Section, term.Context));
}
