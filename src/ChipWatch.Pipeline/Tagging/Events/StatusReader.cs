namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>Says how firm an article makes its event: what a party denies or calls off, who speaks, and only then what tense it stands in.</summary>
internal static class StatusReader
{
    /// <summary>A denial or an end must stand in the headline or the lead; further down it belongs to the history.</summary>
    private const double InFront = 5;

    /// <summary>Unnamed sources in the lead outweigh the firm words of what they say.</summary>
    private const double Hearsay = 6;

    /// <summary>Talks, agreements and purchases are spoken of as done long before they are.</summary>
    private const double PromiseBonus = 1.3;

    /// <summary>The status that the article itself supports.</summary>
    /// <param name="cues">Phrases found, with their sentences.</param>
    /// <param name="place">How much a sentence's place counts.</param>
    /// <param name="type">Kind of the event.</param>
    public static EventStatus Read(IReadOnlyList<(Cue Cue, double Weight, Sentence Sentence)> cues, Func<Sentence, double> place, EventType? type)
    {
        // A sentence says a thing once, however many words it takes.
        double Points(Cue cue) => cues.Where(found => found.Cue == cue).GroupBy(found => found.Sentence)
            .Sum(sentence => sentence.Max(found => found.Weight) * place(sentence.Key));

        var (denied, cancelled, unnamed, named) = (Points(Cue.Denied), Points(Cue.Cancelled), Points(Cue.Unnamed), Points(Cue.PartySays));
        if (Math.Max(denied, cancelled) >= InFront)
        {
            return denied >= cancelled ? EventStatus.Denied : EventStatus.Cancelled;
        }

        if (type == EventType.Analysis)
        {
            return EventStatus.Hypothetical;
        }

        var (talks, announced, done) = (Points(Cue.InTalks), Points(Cue.Announced), Points(Cue.Done));
        if (type == EventType.Talks || talks > announced + done)
        {
            return unnamed > talks && unnamed > named ? EventStatus.Rumor : EventStatus.Talks;
        }

        if (unnamed >= Hearsay && unnamed > named)
        {
            return EventStatus.Rumor;
        }

        var promised = announced * (type is EventType.Acquisition or EventType.Roadmap or EventType.Partnership or EventType.Regulation ? PromiseBonus : 1);
        return promised > done ? EventStatus.Announced : EventStatus.Confirmed;
    }
}
