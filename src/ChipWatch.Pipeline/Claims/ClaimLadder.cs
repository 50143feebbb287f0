using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Claims;

/// <summary>What one article says about how firm its story's claim is.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="At">When it was published.</param>
/// <param name="Status">The status that it supports by itself.</param>
/// <param name="Type">The kind of event; null where unknown.</param>
/// <param name="IsRelay">Whether it passes another outlet's report on.</param>
public sealed record ClaimStatement(long ArticleId, DateTimeOffset At, EventStatus Status, EventType? Type, bool IsRelay)
{
    /// <summary>Whether it tells the claim only in passing (<see cref="ClaimParties"/>): its status is that of something else.</summary>
    public bool IsInPassing { get; init; }
}

/// <summary>How firm a claim is over time: which articles moved it. Pure: the same articles give the same ladder.</summary>
/// <remarks>
/// Within one wave of reports a claim only gets firmer: a first-hand article lifts it, a relay's stronger words do not unless another article says the
/// same. Comment lifts nothing, and what a small minority of a dense wave says lifts nothing. After a week of silence a report is a new step of the
/// affair and is taken at its own firmness, which may be less. A report that tells the claim in passing says nothing of how firm it is.
/// </remarks>
public static class ClaimLadder
{
    /// <summary>A report after so long a silence begins a new step.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromDays(7);

    /// <summary>The reports among which a firmer one must not stand alone.</summary>
    private static readonly TimeSpan Wave = TimeSpan.FromDays(3);

    /// <summary>One in so many reports of the wave must bear a firmer status.</summary>
    private const int Share = 3;

    /// <summary>The statements that moved the claim, oldest first; the first is the one that made it.</summary>
    /// <param name="statements">Those of a story's articles, oldest first.</param>
    public static IReadOnlyList<ClaimStatement> Climb(IReadOnlyList<ClaimStatement> statements)
    {
        var rungs = new List<ClaimStatement>();
        foreach (var step in Steps(statements).Where(step => rungs.Count == 0 || step.Status != rungs[^1].Status))
        {
            rungs.Add(step);
        }

        return rungs;
    }

    /// <summary>The same with the steps that left the claim where it was: an affair goes on though it gets no firmer.</summary>
    /// <param name="statements">Those of a story's articles, oldest first.</param>
    public static IReadOnlyList<ClaimStatement> Steps(IReadOnlyList<ClaimStatement> statements)
    {
        var steps = new List<ClaimStatement>();
        var telling = statements.Where(statement => !statement.IsInPassing).ToList();
        for (var at = 0; at < telling.Count; at++)
        {
            if (steps.Count == 0
                || (telling[at].Status != steps[^1].Status ? Moves(steps[^1].Status, telling, at) : telling[at].Type is not EventType.Analysis && FollowsSilence(telling, at)))
            {
                steps.Add(telling[at]);
            }
        }

        return steps;
    }

    /// <summary>
    /// Reports that word the claim otherwise than it stands, and do not move it: one for each status, the first that said so. A status that the claim
    /// comes to later is none of them.
    /// </summary>
    /// <param name="statements">Those of a story's articles, oldest first.</param>
    public static IReadOnlyList<UnliftedStatement> Unlifted(IReadOnlyList<ClaimStatement> statements)
    {
        var steps = Steps(statements);
        var unlifted = new List<UnliftedStatement>();
        var next = 0;
        for (var at = 0; at < statements.Count; at++)
        {
            if (next < steps.Count && ReferenceEquals(steps[next], statements[at]))
            {
                next++;
            }
            else if (next > 0 && Holding(steps[next - 1].Status, statements, at) is { } reason && !steps.Skip(next).Any(step => Reaches(step.Status, statements[at].Status)))
            {
                var known = unlifted.FindIndex(other => other.Statement.Status == statements[at].Status);
                if (known < 0)
                {
                    unlifted.Add(new(statements[at], reason, 0));
                }
                else
                {
                    unlifted[known] = unlifted[known] with { Others = unlifted[known].Others + 1 };
                }
            }
        }

        return unlifted;
    }

    /// <summary>Why a report that would move the claim does not; null where its status is not other than weaker.</summary>
    private static UnliftedReason? Holding(EventStatus current, IReadOnlyList<ClaimStatement> statements, int at)
    {
        var status = statements[at].Status;
        var wouldMove = status is not EventStatus.Hypothetical && current is not EventStatus.Hypothetical && status != current
            && (IsOff(status) ? !IsOff(current) : !IsOff(current) && status > current);
        return !wouldMove ? null
            : statements[at].Type is EventType.Analysis ? UnliftedReason.Comment
            : statements[at].IsInPassing ? UnliftedReason.InPassing
            : statements[at].IsRelay ? UnliftedReason.RelayAlone : UnliftedReason.Few;
    }

    private static bool IsOff(EventStatus status) => status is EventStatus.Denied or EventStatus.Cancelled;

    private static bool Reaches(EventStatus step, EventStatus status) => step == status || (!IsOff(status) && step is not EventStatus.Hypothetical && !IsOff(step) && step > status);

    private static bool Moves(EventStatus current, IReadOnlyList<ClaimStatement> statements, int at)
    {
        var next = statements[at];
        if (next.Status is EventStatus.Hypothetical || current is EventStatus.Hypothetical)
        {
            return next.Status is not EventStatus.Hypothetical;
        }

        if (next.Type is EventType.Analysis)
        {
            return false;
        }

        if (FollowsSilence(statements, at))
        {
            // Whoever tells a thing done once more as announced tells nothing new.
            return next.Status is not EventStatus.Announced || current is not EventStatus.Confirmed;
        }

        return next.Status switch
        {
            EventStatus.Denied or EventStatus.Cancelled => !next.IsRelay || IsBorne(statements, at),
            _ when current is EventStatus.Denied or EventStatus.Cancelled => next.Status is EventStatus.Announced or EventStatus.Confirmed && IsBorne(statements, at),
            // A party that announces a thing has said that it is so. One report that words the same as done tells no more, whoever wrote it.
            EventStatus.Confirmed when current is EventStatus.Announced => IsBorne(statements, at, bySeveral: true),
            _ => next.Status > current && IsBorne(statements, at),
        };
    }

    private static bool FollowsSilence(IReadOnlyList<ClaimStatement> statements, int at) => at > 0 && statements[at].At - statements[at - 1].At >= Silence;

    /// <summary>Whether the status rests on more than one relay's, or one outlook's, choice of words.</summary>
    /// <param name="statements">All, oldest first.</param>
    /// <param name="at">The one that says so.</param>
    /// <param name="bySeveral">Whether a first-hand report too needs another that says the same, where the days before it say otherwise.</param>
    private static bool IsBorne(IReadOnlyList<ClaimStatement> statements, int at, bool bySeveral = false)
    {
        var (wave, bearing) = (0, 0);
        for (var i = at; i >= 0 && statements[at].At - statements[i].At <= Wave; i--)
        {
            if (statements[i].Status is not EventStatus.Hypothetical)
            {
                wave++;
                bearing += statements[i].Status == statements[at].Status ? 1 : 0;
            }
        }

        var standsByItself = !statements[at].IsRelay && (!bySeveral || wave == 1);
        return (standsByItself || bearing > 1) && bearing * Share >= wave;
    }
}
