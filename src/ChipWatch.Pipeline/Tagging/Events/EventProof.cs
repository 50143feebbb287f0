using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>Finds the sentence that shows an event: the one that a claim quotes, so it has to stand alone.</summary>
internal static class EventProof
{
    private const double OfKind = 0.5;
    private const double Further = 0.4;
    private const double Named = 1.6;

    private static readonly string[] Cues = Enum.GetNames<Cue>();

    /// <summary>
    /// The sentence of the body whose own cues speak most for the status, then for the kind; the nearer the top the better. Below the lead, one that
    /// names neither an officer nor what the article is about ("the two people asked not to be named") counts for no more than naming does.
    /// </summary>
    /// <returns>Null where the article has no sentence that proves anything.</returns>
    public static Sentence? Of(ArticleReading reading, Vocabulary vocabulary, EventModel model, EventType type, EventStatus status)
    {
        var about = Subjects(reading, vocabulary);
        var found = new double[Cues.Length];
        var (best, most, facts) = ((Sentence?)null, double.NegativeInfinity, 0);
        foreach (var sentence in reading.Proving)
        {
            if (sentence.IsTitle || sentence.Role is not (BlockRole.Fact or BlockRole.Takeaway or BlockRole.Quote))
            {
                continue;
            }

            Array.Clear(found);
            SentenceCues.Find(sentence, reading.Language, vocabulary, found);
            var points = 0.0;
            for (var cue = 0; cue < found.Length; cue++)
            {
                if (found[cue] > 0)
                {
                    points += found[cue] * (Math.Max(0, model.StatusPart(status, Cues[cue], 1)) + (OfKind * Math.Max(0, model.TypePart(type, Cues[cue], 1))));
                }
            }

            var standsAlone = facts == 0 || found[(int)Cue.Officer] > 0 || NamesIn(sentence, vocabulary).Any(about.Contains);
            points = (standsAlone ? Named + points : Math.Min(Named, points)) - (Further * facts++);
            if (points > most)
            {
                (best, most) = (sentence, points);
            }
        }

        return best ?? (reading.Proving.Count > 0 ? reading.Proving[0] : null);
    }

    /// <summary>Names of the first sentence that has any: the headline, else the lead.</summary>
    private static HashSet<(bool IsChip, int Owner)> Subjects(ArticleReading reading, Vocabulary vocabulary)
    {
        foreach (var sentence in reading.Proving)
        {
            if (NamesIn(sentence, vocabulary).ToHashSet() is { Count: > 0 } names)
            {
                return names;
            }
        }

        return [];
    }

    private static IEnumerable<(bool IsChip, int Owner)> NamesIn(Sentence sentence, Vocabulary vocabulary) =>
        sentence.Hits.SelectMany(hit => vocabulary.MeaningsOf(hit.Phrase)).OfType<NameMeaning>().Select(name => (name.IsChip, name.Owner));
}
