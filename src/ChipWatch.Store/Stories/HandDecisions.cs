using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>
/// What people decided about stories, as the one thing that grouping must obey: which article belongs to which story. A later decision goes before an
/// earlier one; an undone one counts for nothing.
/// </summary>
internal sealed class HandDecisions
{
    private readonly Dictionary<long, long> storyByArticle = [];

    private HandDecisions(IEnumerable<StoryDecisionRow> decisions)
    {
        foreach (var decision in decisions.Where(d => d.UndoneAt is null).OrderBy(d => d.Id))
        {
            var target = decision.OtherStoryId ?? decision.StoryId;
            // The article that gave the story its address holds it, else the others would have nowhere to go.
            storyByArticle.TryAdd(target, target);
            foreach (var article in StoredJson.ReadList<long>(decision.Articles))
            {
                storyByArticle[article] = target;
            }

            foreach (var article in StoredJson.ReadList<long>(decision.Stays))
            {
                storyByArticle[article] = decision.StoryId;
            }
        }
    }

    /// <summary>All decisions of the store.</summary>
    public static async Task<HandDecisions> LoadAsync(ChipWatchDb db, CancellationToken cancellationToken) =>
        new(await db.StoryDecisions.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>The story that an article was put into by hand; null where nobody decided.</summary>
    public long? StoryOf(long articleId) => storyByArticle.TryGetValue(articleId, out var story) ? story : null;
}
