using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Rows;

namespace ChipWatch.Store.Stories;

/// <summary>How firm a story is over time: its own articles by <see cref="ClaimLadder"/>, and each later step of the affair that a follow-up tells.</summary>
internal static class StoryLadder
{
    /// <summary>The rungs, oldest first: each is the first article that moved the status, or with which a follow-up began or moved.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="members">Its articles, oldest first.</param>
    /// <param name="later">The articles of the stories that follow it up, oldest first.</param>
    public static IReadOnlyList<StoryRungRow> Of(long storyId, IReadOnlyList<StoryMember> members, IReadOnlyList<StoryMember> later)
    {
        var byId = members.Concat(later).ToDictionary(m => m.Article.Id);
        var own = ClaimLadder.Steps(StatementsOf(members)).Select(statement => (Statement: statement, From: (long?)null)).ToList();
        // A comment is a story of its own, but no step of the affair.
        var steps = later.Where(m => m.Article.StoryId is not null).GroupBy(m => m.Article.StoryId!.Value).SelectMany(story => ClaimLadder
            .Climb(StatementsOf([.. story])).Where(statement => statement.Type is not EventType.Analysis && statement.Status is not EventStatus.Hypothetical)
            .Select(statement => (Statement: statement, From: (long?)story.Key)));
        var rungs = new List<(ClaimStatement Statement, long? From)>();
        foreach (var rung in own.Concat(steps.Where(step => own.Count == 0 || step.Statement.At > own[0].Statement.At)).OrderBy(rung => rung.Statement.At))
        {
            // The story's own articles say nothing new where they repeat how it stands; a follow-up is a step even then.
            if (rungs.Count == 0 || rung.From is not null || rung.Statement.Status != rungs[^1].Statement.Status)
            {
                rungs.Add(rung);
            }
        }

        return [.. rungs.Select((rung, ordinal) => new StoryRungRow
        {
            StoryId = storyId,
            Ordinal = ordinal,
            Status = rung.Statement.Status,
            At = rung.Statement.At,
            ArticleId = rung.Statement.ArticleId,
            Quote = byId[rung.Statement.ArticleId].Quote,
            FromStoryId = rung.From,
        })];
    }

    /// <summary>Where only the day is known, all of a day stand at one instant: who has it first-hand then speaks first.</summary>
    public static List<ClaimStatement> StatementsOf(IReadOnlyList<StoryMember> members) =>
        [.. members.Where(m => m.Article.Status is not null).OrderBy(m => m.Article.PublishedAt).ThenBy(m => m.IsRelay).ThenBy(m => m.Article.Id).Select(m => new ClaimStatement(m.Article.Id, m.Article.PublishedAt, m.Article.Status!.Value, m.Article.EventType, m.IsRelay))];
}
