using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>One article of a story with all that the story is summed up from.</summary>
internal sealed record StoryMember(
    ArticleRow Article,
    string Outlet,
    IReadOnlyList<TagRow> Tags,
    IReadOnlyList<string> ReportedBy,
    string? Quote)
{
    /// <summary>Whether a sentence of the text, not only the headline, shows the status.</summary>
    public bool IsProvedInText { get; init; }

    /// <summary>Spans that show the event.</summary>
    public IReadOnlyList<TextSpan> Proofs { get; init; } = [];

    /// <summary>Where this article's report began: the last outlet it credits, else its own.</summary>
    public string Origin => ReportedBy.Count > 0 ? ReportedBy[^1] : Outlet;

    /// <summary>Whether it passes another outlet's report on.</summary>
    public bool IsRelay => ReportedBy.Count > 0;

    /// <summary>The members of a story, oldest first.</summary>
    public static async Task<IReadOnlyList<StoryMember>> LoadAsync(ChipWatchDb db, long storyId, CancellationToken cancellationToken)
    {
        var articles = await db.Articles.AsNoTracking().Where(a => a.StoryId == storyId).OrderBy(a => a.Id)
            .Join(db.Outlets, a => a.OutletId, o => o.Id, (a, o) => new { Article = a, o.Name }).ToListAsync(cancellationToken);
        var ids = articles.Select(a => a.Article.Id).ToList();
        var tags = await db.Tags.AsNoTracking().Where(t => ids.Contains(t.ArticleId)).ToListAsync(cancellationToken);
        var events = await db.Events.AsNoTracking().Where(e => ids.Contains(e.ArticleId)).ToDictionaryAsync(e => e.ArticleId, cancellationToken);
        var byArticle = tags.ToLookup(t => t.ArticleId);
        return [.. articles.Select(a => Of(a.Article, a.Name, [.. byArticle[a.Article.Id]], events.GetValueOrDefault(a.Article.Id)))];
    }

    /// <summary>The articles of the stories that follow a story up, oldest first.</summary>
    public static async Task<IReadOnlyList<StoryMember>> LoadLaterAsync(ChipWatchDb db, long storyId, CancellationToken cancellationToken)
    {
        var later = new List<StoryMember>();
        foreach (var story in await StoryFollowUps.LaterAsync(db, storyId, cancellationToken))
        {
            later.AddRange(await LoadAsync(db, story, cancellationToken));
        }

        return [.. later.OrderBy(m => m.Article.Id)];
    }

    private static StoryMember Of(ArticleRow article, string outlet, IReadOnlyList<TagRow> tags, EventRow? reported)
    {
        var proofs = reported is null ? [] : StoredJson.ReadList<TextSpan>(reported.Evidence);
        return new(article, outlet, tags, reported is null ? [] : StoredJson.ReadList<string>(reported.ReportedBy), Proof(proofs))
        {
            IsProvedInText = proofs.Any(span => span.Field == TextField.Text),
            Proofs = proofs,
        };
    }

    /// <summary>The sentence that shows the status: from the text where there is one, else from the headline.</summary>
    internal static string? Proof(IReadOnlyList<TextSpan> evidence) =>
        evidence.OrderBy(span => span.Field == TextField.Title).FirstOrDefault()?.Quote;
}
