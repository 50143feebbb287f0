using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>Tags topics from their weighted terms.</summary>
internal sealed class TopicTagger(Vocabulary vocabulary)
{
    private const double Threshold = 4;
    private const int MostEvidence = 4;

    public List<Tag> Tag(ArticleReading reading)
    {
        var found = new Dictionary<(int Topic, string Term), (TermMeaning Term, Sentence Sentence, bool Title)>();
        foreach (var sentence in reading.Proving)
        {
            foreach (var hit in sentence.Hits)
            {
                foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
                {
                    if (meaning is TermMeaning term && Holds(term, hit, sentence, reading))
                    {
                        var key = (term.Topic, term.Spelling);
                        if (!found.TryGetValue(key, out var known) || (known.Sentence.IsTitle && !sentence.IsTitle))
                        {
                            found[key] = (term, sentence, sentence.IsTitle || known.Title);
                        }
                    }
                }
            }
        }

        var tags = new List<Tag>();
        foreach (var topic in found.Values.GroupBy(entry => entry.Term.Topic).OrderBy(group => group.Key))
        {
            var parts = topic.Select(entry => new ScorePart($"“{entry.Term.Spelling}”", entry.Term.Weight * (entry.Title ? 2 : 1))).ToList();
            var points = parts.Sum(part => part.Points);
            if (points < Threshold)
            {
                continue;
            }

            var sentences = topic.Where(entry => entry.Term.Weight > 0).GroupBy(entry => entry.Sentence)
                .OrderByDescending(group => group.Sum(entry => entry.Term.Weight) + (group.Key.Role == BlockRole.Fact && !group.Key.IsTitle ? 2 : 0))
                .ThenBy(group => group.Key.Index)
                .Select(group => group.Key.Span);
            tags.Add(new(vocabulary.Catalogue.Topics[topic.Key].Id, Salience.Mentioned, Math.Round(Math.Min(1, points / 20), 3), [.. sentences.Take(MostEvidence)])
            {
                Parts = parts,
            });
        }

        return tags;
    }

    private static bool Holds(TermMeaning term, PhraseHit hit, Sentence sentence, ArticleReading reading) =>
        (!term.CaseSensitive || Folding.SameCase(sentence.Source.AsSpan(hit.Start, hit.Length), term.Spelling))
        && (term.Context.Count == 0 || reading.Has(sentence.Section, term.Context));
}
