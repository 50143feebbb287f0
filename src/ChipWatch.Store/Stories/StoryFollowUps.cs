using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>Walks the links between stories that tell the steps of one affair.</summary>
internal static class StoryFollowUps
{
    /// <summary>More steps than this belong to no affair that a person could follow; it also ends rings.</summary>
    private const int MostSteps = 24;

    /// <summary>The stories that a story follows up, and those that these follow, nearest first.</summary>
    public static Task<IReadOnlyList<long>> EarlierAsync(ChipWatchDb db, long storyId, CancellationToken cancellationToken) => WalkAsync(
        storyId,
        near => db.Articles.Where(a => a.StoryId == near)
            .Join(db.FollowUps, a => a.Id, f => f.ArticleId, (_, f) => f.FollowsId)
            .Join(db.Articles, id => id, a => a.Id, (_, a) => a.StoryId),
        cancellationToken);

    /// <summary>The stories that follow a story up, and those that follow these, nearest first.</summary>
    public static Task<IReadOnlyList<long>> LaterAsync(ChipWatchDb db, long storyId, CancellationToken cancellationToken) => WalkAsync(
        storyId,
        near => db.Articles.Where(a => a.StoryId == near)
            .Join(db.FollowUps, a => a.Id, f => f.FollowsId, (_, f) => f.ArticleId)
            .Join(db.Articles, id => id, a => a.Id, (_, a) => a.StoryId),
        cancellationToken);

    /// <summary>Those of some stories that follow another one up.</summary>
    public static Task<List<long>> ThatFollowAsync(ChipWatchDb db, IReadOnlyCollection<long> stories, CancellationToken cancellationToken) =>
        db.Articles.Where(a => a.StoryId != null && stories.Contains(a.StoryId.Value)).Join(db.FollowUps, a => a.Id, f => f.ArticleId, (a, _) => a.StoryId!.Value)
            .Distinct().ToListAsync(cancellationToken);

    /// <summary>Those of some stories that another one follows up.</summary>
    public static Task<HashSet<long>> ThatAreFollowedAsync(ChipWatchDb db, IReadOnlyCollection<long> stories, CancellationToken cancellationToken) =>
        db.Articles.Where(a => a.StoryId != null && stories.Contains(a.StoryId.Value)).Join(db.FollowUps, a => a.Id, f => f.FollowsId, (a, _) => a.StoryId!.Value)
            .ToHashSetAsync(cancellationToken);

    private static async Task<IReadOnlyList<long>> WalkAsync(long from, Func<long, IQueryable<long?>> step, CancellationToken cancellationToken)
    {
        var found = new List<long> { from };
        for (var at = 0; at < found.Count && found.Count <= MostSteps; at++)
        {
            var next = await step(found[at]).Where(id => id != null).Select(id => id!.Value).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);
            found.AddRange(next.Where(id => !found.Contains(id)));
        }

        return found.GetRange(1, found.Count - 1);
    }
}
