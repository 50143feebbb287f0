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
                Add(EventFeatures.Names[feature], features.Values[feature], EventFeatures.Names[feature]);
            }
        }

        foreach (var (word, value) in features.Words)
        {
            Add(word, value, $"“{word[(word.IndexOf(':', StringComparison.Ordinal) + 1)..]}…”");
        }

        return [.. parts.OrderByDescending(part => part.Points).ThenBy(part => part.What, StringComparer.Ordinal).Take(MostParts)];

        void Add(string name, double value, string what)
        {
            if (model.TypePart(type, name, value) is >= LeastPart and var kind)
            {
                parts.Add(new($"{type}: {what}", Math.Round(kind, 2)));
            }

            if (model.StatusPart(status, name, value) is >= LeastPart and var firmness)
            {
                parts.Add(new($"{status}: {what}", Math.Round(firmness, 2)));
            }
        }
    }
}
