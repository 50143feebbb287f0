using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging.Attribution;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>Says what kind of event an article reports and how firm it is, by phrases of the headline and the first sentences.</summary>
internal sealed class EventClassifier(Vocabulary vocabulary)
{
    private const int Types = (int)Cue.Analysis + 1;

    /// <summary>The event; type and status null where the language has no rules; null where nothing hints at an event.</summary>
    public ArticleEvent? Classify(ArticleReading reading)
    {
        var credits = AttributionReader.Read(reading, vocabulary);
        if (!EventPhrases.Languages.Contains(reading.Language))
        {
            return credits.Count == 0 ? null : Event(null, null, credits, []);
        }

        var cues = Cues(reading);
        if (cues.Count == 0)
        {
            return credits.Count == 0 ? null : Event(null, null, credits, []);
        }

        var points = new double[Types];
        foreach (var (cue, weight, sentence) in cues)
        {
            if ((int)cue < Types)
            {
                points[(int)cue] += weight * Place(sentence, reading);
            }
        }

        var best = Array.IndexOf(points, points.Max());
        var type = points[best] > 0 ? (EventType?)best : null;
        var status = StatusReader.Read(cues, sentence => Place(sentence, reading), type);
        var proof = cues.Where(cue => (int)cue.Cue == best && !cue.Sentence.IsTitle).Select(cue => cue.Sentence).FirstOrDefault()
            ?? reading.Proving.FirstOrDefault(sentence => !sentence.IsTitle && sentence.Role == BlockRole.Fact)
            ?? reading.Proving[0];
        return Event(type, status, credits, [proof.Span]);
    }

    private static ArticleEvent Event(EventType? type, EventStatus? status, List<Credit> credits, IReadOnlyList<TextSpan> proof) =>
        new(type, status, [.. credits.Select(credit => credit.Name)], proof) { CreditEvidence = [.. credits.Select(credit => credit.Span)] };

    private List<(Cue Cue, double Weight, Sentence Sentence)> Cues(ArticleReading reading)
    {
        var cues = new List<(Cue, double, Sentence)>();
        var seen = new HashSet<(int, int, Cue)>();
        foreach (var sentence in reading.Proving)
        {
            foreach (var hit in sentence.Hits)
            {
                foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
                {
                    if (meaning is CueMeaning cue && cue.Language == reading.Language && seen.Add((sentence.Index, hit.Phrase, cue.Cue)))
                    {
                        cues.Add((cue.Cue, cue.Weight, sentence));
                    }
                }
            }
        }

        return cues;
    }

    private static double Place(Sentence sentence, ArticleReading reading)
    {
        if (sentence.IsTitle)
        {
            return 2;
        }

        var first = reading.Proving.Find(other => !other.IsTitle && other.Role == BlockRole.Fact);
        return first is null ? 0.2 : sentence.Index == first.Index ? 1.5 : sentence.Index == first.Index + 1 ? 0.6 : 0.2;
    }
}
