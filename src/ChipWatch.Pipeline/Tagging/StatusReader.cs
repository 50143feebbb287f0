namespace ChipWatch.Pipeline.Tagging;

/// <summary>Says how firm an article makes its event.</summary>
internal static class StatusReader
{
    private static readonly (Cue Cue, EventStatus Status)[] Order =
    [
        (Cue.Denied, EventStatus.Denied),
        (Cue.Cancelled, EventStatus.Cancelled),
        (Cue.Unnamed, EventStatus.Rumor),
        (Cue.InTalks, EventStatus.Talks),
        (Cue.Announced, EventStatus.Announced),
        (Cue.Done, EventStatus.Confirmed),
        (Cue.Opinion, EventStatus.Hypothetical),
    ];

    /// <summary>The status with the most points.</summary>
    public static EventStatus? Read(IReadOnlyList<(Cue Cue, double Weight, Sentence Sentence)> cues, Func<Sentence, double> place, EventType? type)
    {
        EventStatus? best = null;
        var most = 0.0;
        foreach (var (cue, status) in Order)
        {
            var points = cues.Where(found => found.Cue == cue).Sum(found => found.Weight * place(found.Sentence));
            if (points > most)
            {
                (best, most) = (status, points);
            }
        }

        return best ?? (type == EventType.Analysis ? EventStatus.Hypothetical : EventStatus.Confirmed);
    }
}
