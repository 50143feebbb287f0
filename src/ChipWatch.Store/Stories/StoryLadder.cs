using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Rows;

namespace ChipWatch.Store.Stories;

/// <summary>
/// How firm a story is over time. A first-hand article moves it, a relay's stronger wording does not unless an earlier article said the same,
/// and a third of the articles so far must bear the new status: one outlook among ten reports of talks lifts nothing.
/// </summary>
internal static class StoryLadder
{
    /// <summary>The rungs, oldest first: each is the first article that moved the status.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="members">Its articles, oldest first.</param>
    public static IReadOnlyList<StoryRungRow> Of(long storyId, IReadOnlyList<StoryMember> members)
    {
        var rungs = new List<StoryRungRow>();
        foreach (var member in members.Where(m => m.Article.Status is not null))
        {
            var status = member.Article.Status!.Value;
            var current = rungs.Count > 0 ? rungs[^1].Status : (EventStatus?)null;
            if (current is null || (Moves(current.Value, status) && IsBorne(member, members)))
            {
                rungs.Add(new StoryRungRow
                {
                    StoryId = storyId,
                    Ordinal = rungs.Count,
                    Status = status,
                    At = member.Article.PublishedAt,
                    ArticleId = member.Article.Id,
                    Quote = member.Quote,
                });
            }
        }

        return rungs;
    }

    private static bool Moves(EventStatus current, EventStatus next) => next switch
    {
        EventStatus.Hypothetical => false,
        EventStatus.Denied or EventStatus.Cancelled => current != next,
        _ => current is EventStatus.Hypothetical || (current <= EventStatus.Confirmed && next > current)
            || (current is EventStatus.Denied or EventStatus.Cancelled && next is EventStatus.Announced or EventStatus.Confirmed),
    };

    /// <summary>Whether the status rests on more than one relay's, or one commentator's, choice of words.</summary>
    private static bool IsBorne(StoryMember member, IReadOnlyList<StoryMember> members)
    {
        var soFar = members.Where(other => other.Article.Id <= member.Article.Id && other.Article.Status is not null).ToList();
        var bearing = soFar.Count(other => other.Article.Status == member.Article.Status);
        return (!member.IsRelay || bearing > 1) && bearing * 3 >= soFar.Count;
    }
}
