using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Claims;

/// <summary>
/// Which rungs of a ladder do not hold any more: what a later report denied or cancelled, and a denial that was itself overtaken. What is done stays
/// done: a denial does not reach behind a confirmation, a cancellation does.
/// </summary>
public static class TakenBack
{
    /// <summary>For each rung the place of the one that took it back; null for a rung that holds.</summary>
    /// <param name="rungs">The statuses of a ladder, oldest first.</param>
    public static IReadOnlyList<int?> Of(IReadOnlyList<EventStatus> rungs)
    {
        var by = new int?[rungs.Count];
        for (var at = rungs.Count - 1; at >= 0; at--)
        {
            for (var later = at + 1; later < rungs.Count && by[at] is null; later++)
            {
                if (by[later] is null && Undoes(rungs[later], rungs, at, later))
                {
                    by[at] = later;
                }
            }
        }

        return by;
    }

    private static bool Undoes(EventStatus later, IReadOnlyList<EventStatus> rungs, int at, int end) => later switch
    {
        EventStatus.Cancelled => IsOnLadder(rungs[at]),
        EventStatus.Denied => IsOnLadder(rungs[at]) && !rungs.Skip(at).Take(end - at).Contains(EventStatus.Confirmed),
        EventStatus.Announced or EventStatus.Confirmed => rungs[at] is EventStatus.Denied or EventStatus.Cancelled,
        _ => false,
    };

    private static bool IsOnLadder(EventStatus status) => status is EventStatus.Rumor or EventStatus.Talks or EventStatus.Announced or EventStatus.Confirmed;
}
