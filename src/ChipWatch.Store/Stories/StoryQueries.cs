using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>Reads one story with its articles.</summary>
internal sealed class StoryQueries(IDbContextFactory<ChipWatchDb> databases, StoryCards cards) : IStoryQueries
{
    /// <inheritdoc/>
    public async Task<StoryView?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var story = await db.Stories.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (story is null)
        {
            return null;
        }

        var members = await StoryMember.LoadAsync(db, id, cancellationToken);
        var byId = members.ToDictionary(m => m.Article.Id);
        var rungs = await db.StoryRungs.AsNoTracking().Where(r => r.StoryId == id).OrderBy(r => r.Ordinal).ToListAsync(cancellationToken);
        var ids = byId.Keys.ToList();
        var quantities = await db.Quantities.AsNoTracking().Where(q => ids.Contains(q.ArticleId) && !q.Hypothetical)
            .OrderBy(q => q.ArticleId).ThenBy(q => q.Ordinal).ToListAsync(cancellationToken);
        return new(
            cards.Of(story),
            [.. members.Select(ArticleOf)],
            [.. rungs.Where(r => byId.ContainsKey(r.ArticleId)).Select(r => new StoryRung(
                r.Status, r.At, r.ArticleId, byId[r.ArticleId].Article.Slug, byId[r.ArticleId].Outlet, r.Quote))],
            [.. quantities.Select(q => new StoryQuantity(
                new Quantity(q.Value, q.Unit, q.What, q.Hedge, q.Hypothetical, StoredJson.ReadList<TextSpan>(q.Evidence)),
                q.ArticleId, byId[q.ArticleId].Article.Slug, byId[q.ArticleId].Outlet))]);
    }

    private static StoryArticle ArticleOf(StoryMember member) => new(
        member.Article.Id,
        member.Article.Slug,
        member.Article.Title,
        member.Outlet,
        member.Article.Url,
        member.Article.PublishedAt,
        member.Article.Language,
        member.Article.Status,
        member.ReportedBy,
        member.Quote,
        member.Article.StoryReason ?? "");
}
