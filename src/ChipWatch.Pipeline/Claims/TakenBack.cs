using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Claims;

/// <summary>A rung, for finding out whether it still holds.</summary>
/// <param name="Status">How firm it made the claim.</param>
/// <param name="Story">The later story that tells it; null where the story itself does.</param>
public sealed record LadderRung(EventStatus Status, long? Story = null);

/// <summary>
/// Which rungs of a ladder do not hold any more: what a later report denied or cancelled, and a denial that was itself overtaken. What is done stays
/// done: a denial does not reach behind a confirmation, a cancellation does. Only the story that told a denial can overtake it: the next step of an
/// affair may be another thing than the one called off.
/// </summary>
public static class TakenBack
{
    /// <summary>For each rung the place of the one that took it back; null for a rung that holds.</summary>
    /// <param name="rungs">A ladder, oldest first.</param>
    public static IReadOnlyList<int?> Of(IReadOnlyList<LadderRung> rungs)
    {
        var by = new int?[rungs.Count];
        for (var at = rungs.Count - 1; at >= 0; at--)
        {
            for (var later = at + 1; later < rungs.Count && by[at] is null; later++)
            {
                if (by[later] is null && Undoes(rungs, later, at))
                {
                    by[at] = later;
                }
            }
        }

        return by;
    }

    private static bool Undoes(IReadOnlyList<LadderRung> rungs, int later, int at) => rungs[later].Status switch
    {
        EventStatus.Cancelled => IsOnLadder(rungs[at]),
        EventStatus.Denied => IsOnLadder(rungs[at]) && !rungs.Skip(at).Take(later - at).Any(rung => rung.Status is EventStatus.Confirmed),
        EventStatus.Announced or EventStatus.Confirmed => rungs[at].Status is EventStatus.Denied or EventStatus.Cancelled && rungs[at].Story == rungs[later].Story,
        _ => false,
    };

    private static bool IsOnLadder(LadderRung rung) => rung.Status is EventStatus.Rumor or EventStatus.Talks or EventStatus.Announced or EventStatus.Confirmed;
}
