using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Rows;

namespace ChipWatch.Store.Stories;

/// <summary>How firm a story is over time: its own articles by <see cref="ClaimLadder"/>, and each later step of the affair that a follow-up tells.</summary>
internal static class StoryLadder
{
    /// <summary>The rungs, oldest first: each is the first article that moved the status, or that told of the affair again after a week without a word.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="members">Its articles, oldest first.</param>
    /// <param name="later">The articles of the stories that follow it up, oldest first.</param>
    public static IReadOnlyList<StoryRungRow> Of(long storyId, IReadOnlyList<StoryMember> members, IReadOnlyList<StoryMember> later)
    {
        var byId = members.Concat(later).ToDictionary(m => m.Article.Id);
        var told = StatementsOf([.. members, .. later]).FindAll(statement => !statement.IsInPassing);
        var own = ClaimLadder.Steps(StatementsOf(members)).Select(statement => (Statement: statement, From: (long?)null)).ToList();
        // A comment is a story of its own, but no step of the affair.
        var steps = later.Where(m => m.Article.StoryId is not null).GroupBy(m => m.Article.StoryId!.Value).SelectMany(story => ClaimLadder
            .Steps(StatementsOf([.. story])).Where(statement => statement.Type is not EventType.Analysis && statement.Status is not EventStatus.Hypothetical)
            .Select(statement => (Statement: statement, From: (long?)story.Key)));
        var rungs = new List<(ClaimStatement Statement, long? From)>();
        foreach (var rung in own.Concat(steps.Where(step => own.Count == 0 || step.Statement.At > own[0].Statement.At)).OrderBy(rung => rung.Statement.At))
        {
            // What repeats how the affair stands is a step after a week without a word, and an echo before; it makes no odds whose story tells it.
            if (rungs.Count == 0 || rung.Statement.Status != rungs[^1].Statement.Status || FollowsSilence(rung.Statement, told))
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

    private static bool FollowsSilence(ClaimStatement statement, List<ClaimStatement> told)
    {
        var before = told.FindLastIndex(other => other.At < statement.At);
        return before >= 0 && statement.At - told[before].At >= ClaimLadder.Silence;
    }

    /// <summary>Where only the day is known, all of a day stand at one instant: who has it first-hand then speaks first.</summary>
    public static List<ClaimStatement> StatementsOf(IReadOnlyList<StoryMember> members)
    {
        var told = members.Where(m => m.Article.Status is not null).OrderBy(m => m.Article.PublishedAt).ThenBy(m => m.IsRelay).ThenBy(m => m.Article.Id).ToList();
        var inPassing = ClaimParties.ToldInPassing(told.ConvertAll(m => new ToldParties(m.Article.PublishedAt, Companies(m, Salience.Primary), Companies(m, Salience.Mentioned), m.Article.EventType)));
        return [.. told.Select((m, at) => new ClaimStatement(m.Article.Id, m.Article.PublishedAt, m.Article.Status!.Value, m.Article.EventType, m.IsRelay) { IsInPassing = inPassing[at] })];
    }

    private static List<string> Companies(StoryMember member, Salience salience) =>
        [.. member.Tags.Where(tag => tag.Facet == TagFacet.Company && tag.Salience == salience).Select(tag => tag.TagId)];
}
