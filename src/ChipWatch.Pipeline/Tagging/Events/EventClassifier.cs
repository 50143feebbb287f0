using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging.Attribution;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>Says what kind of event an article reports, how firm the article itself makes it, and whom it credits.</summary>
internal sealed class EventClassifier(Vocabulary vocabulary)
{
    private const int MostParts = 6;
    private const double LeastPart = 0.1;

    private readonly EventModel model = EventModel.Load();

    /// <summary>The event; type and status null where the language has no rules; null where it credits nobody besides.</summary>
    public ArticleEvent? Classify(ArticleReading reading)
    {
        var credits = AttributionReader.Read(reading, vocabulary);
        if (!EventCues.Languages.Contains(reading.Language))
        {
            return credits.Count == 0 ? null : Event(null, null, credits, [], []);
        }

        var features = EventFeatures.Of(reading, vocabulary, credits.Count);
        var (types, statuses) = model.Read(features);
        var type = Array.IndexOf(types, types.Max());
        var status = Array.IndexOf(statuses, statuses.Max());
        var proof = Proof(reading, type, status);
        return Event((EventType)type, (EventStatus)status, credits, proof is null ? [] : [proof.Span], Parts(features, type, status));
    }

    /// <summary>The features of an article, for training.</summary>
    internal static EventFeatures FeaturesOf(ArticleText article, Vocabulary vocabulary)
    {
        var reading = ArticleReading.Of(article, vocabulary.Phrases);
        return EventFeatures.Of(reading, vocabulary, AttributionReader.Read(reading, vocabulary).Count);
    }

    private static ArticleEvent Event(EventType? type, EventStatus? status, List<Credit> credits, IReadOnlyList<TextSpan> proof, IReadOnlyList<ScorePart> parts) =>
        new(type, status, [.. credits.Select(credit => credit.Name)], proof) { CreditEvidence = [.. credits.Select(credit => credit.Span)], Parts = parts };

    /// <summary>The sentence of the body whose own cues speak most for the status, then for the kind; the nearer the top the better.</summary>
    private Sentence? Proof(ArticleReading reading, int type, int status)
    {
        var found = new double[(int)Cue.Percent + 1];
        var (best, most, facts) = ((Sentence?)null, double.NegativeInfinity, 0);
        foreach (var sentence in reading.Proving)
        {
            if (sentence.IsTitle || sentence.Role is not (BlockRole.Fact or BlockRole.Takeaway or BlockRole.Quote))
            {
                continue;
            }

            Array.Clear(found);
            EventFeatures.CuesOf(sentence, reading.Language, vocabulary, found);
            var points = -0.4 * facts++;
            for (var cue = 0; cue < found.Length; cue++)
            {
                if (found[cue] > 0)
                {
                    points += found[cue] * (Math.Max(0, model.StatusPart(status, cue, 1)) + (0.5 * Math.Max(0, model.TypePart(type, cue, 1))));
                }
            }

            if (points > most)
            {
                (best, most) = (sentence, points);
            }
        }

        return best ?? (reading.Proving.Count > 0 ? reading.Proving[0] : null);
    }

    /// <summary>What decided: the cues that add most, in words.</summary>
    private List<ScorePart> Parts(EventFeatures features, int type, int status)
    {
        var parts = new List<ScorePart>();
        for (var feature = 0; feature < features.Values.Count; feature++)
        {
            var value = features.Values[feature];
            if (value != 0)
            {
                var name = EventFeatures.Names[feature];
                Add($"{(EventType)type}: {name}", model.TypePart(type, feature, value));
                Add($"{(EventStatus)status}: {name}", model.StatusPart(status, feature, value));
            }
        }

        return [.. parts.OrderByDescending(part => part.Points).ThenBy(part => part.What, StringComparer.Ordinal).Take(MostParts)];

        void Add(string what, double points)
        {
            if (points >= LeastPart)
            {
                parts.Add(new(what, Math.Round(points, 2)));
            }
        }
    }
}
