using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging.Attribution;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>Says what kind of event an article reports, how firm the article itself makes it, and whom it credits.</summary>
internal sealed class EventClassifier(Vocabulary vocabulary)
{
    private const int MostParts = 6;
    private const double LeastPart = 0.1;

    private readonly EventModel model = EventModel.Shipped;

    /// <summary>The event; type and status null where the language has no rules; null where it credits nobody besides.</summary>
    public ArticleEvent? Classify(ArticleReading reading)
    {
        var credits = AttributionReader.Read(reading, vocabulary);
        if (!EventCues.Languages.Contains(reading.Language))
        {
            return credits.Count == 0 ? null : Event(null, null, credits, [], []);
        }

        var features = EventFeatures.Of(reading, vocabulary, credits.Count, model.Wording);
        var (types, statuses) = model.Read(features);
        var type = (EventType)Array.IndexOf(types, types.Max());
        var status = (EventStatus)Array.IndexOf(statuses, statuses.Max());
        var proof = EventProof.Of(reading, vocabulary, model, type, status);
        return Event(type, status, credits, proof is null ? [] : [proof.Span], Parts(features, type, status));
    }

    /// <summary>The features of an article, for training.</summary>
    internal static EventFeatures FeaturesOf(ArticleText article, Vocabulary vocabulary)
    {
        var reading = ArticleReading.Of(article, vocabulary.Phrases);
        return EventFeatures.Of(reading, vocabulary, AttributionReader.Read(reading, vocabulary).Count);
    }

    private static ArticleEvent Event(EventType? type, EventStatus? status, List<Credit> credits, IReadOnlyList<TextSpan> proof, IReadOnlyList<ScorePart> parts) =>
        new(type, status, [.. credits.Select(credit => credit.Name)], proof) { CreditEvidence = [.. credits.Select(credit => credit.Span)], Parts = parts };

    /// <summary>What decided: the cues and words that add most.</summary>
    private List<ScorePart> Parts(EventFeatures features, EventType type, EventStatus status)
    {
        var parts = new List<ScorePart>();
        for (var feature = 0; feature < features.Values.Count; feature++)
        {
            if (features.Values[feature] != 0)
            {
                var (name, value) = (EventFeatures.Names[feature], features.Values[feature]);
                AddPart(model.TypePart(type, name, value), model.StatusPart(status, name, value), name);
            }
        }

        foreach (var (term, ofType, ofStatus) in model.WordingParts(features, type, status))
        {
            AddPart(ofType, ofStatus, $"“{term[(term.IndexOf(':', StringComparison.Ordinal) + 1)..].Replace('_', ' ')}…”");
        }

        return [.. parts.OrderByDescending(part => part.Points).ThenBy(part => part.What, StringComparer.Ordinal).Take(MostParts)];

        void AddPart(double ofType, double ofStatus, string what)
        {
            if (ofType >= LeastPart)
            {
                parts.Add(new($"{type}: {what}", Math.Round(ofType, 2)));
            }

            if (ofStatus >= LeastPart)
            {
                parts.Add(new($"{status}: {what}", Math.Round(ofStatus, 2)));
            }
        }
    }
}
