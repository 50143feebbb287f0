using ChipWatch.Pipeline.Catalogue;
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

    /// <summary>The one name of its outlet, by which credits are compared with it; what the source is called may be another spelling.</summary>
    public string Teller { get; init; } = Outlet;

    /// <summary>Where this article's report began: the last outlet it credits, else its own.</summary>
    public string Origin => ReportedBy.Count > 0 ? ReportedBy[^1] : Teller;

    /// <summary>Whether it passes another outlet's report on.</summary>
    public bool IsRelay => ReportedBy.Count > 0;

    /// <summary>The members of a story, oldest first. Credits bear the one name of each outlet.</summary>
    public static async Task<IReadOnlyList<StoryMember>> LoadAsync(ChipWatchDb db, OutletAliases outlets, long storyId, CancellationToken cancellationToken) =>
        [.. (await LoadAsync(db, outlets, [storyId], db.Tags, cancellationToken))[storyId]];

    /// <summary>The members of some stories by story, oldest first, with tags that lack their evidence: it is the most of them, and no sum needs it.</summary>
    public static Task<ILookup<long, StoryMember>> LoadForSumAsync(ChipWatchDb db, OutletAliases outlets, IReadOnlyCollection<long> stories, CancellationToken cancellationToken) => LoadAsync(
        db,
        outlets,
        stories,
        db.Tags.Select(t => new TagRow { ArticleId = t.ArticleId, Facet = t.Facet, TagId = t.TagId, PublishedAt = t.PublishedAt, Salience = t.Salience, Score = t.Score, Evidence = "[]", Parts = "[]" }),
        cancellationToken);

    /// <summary>The articles of the stories that follow a story up, oldest first. They bear no tags: all they tell the story is how firm it became.</summary>
    public static async Task<IReadOnlyList<StoryMember>> LoadLaterAsync(ChipWatchDb db, OutletAliases outlets, long storyId, CancellationToken cancellationToken)
    {
        var stories = await StoryFollowUps.LaterAsync(db, storyId, cancellationToken);
        var later = stories.Count > 0 ? await LoadAsync(db, outlets, stories, tags: null, cancellationToken) : null;
        return later is null ? [] : [.. later.SelectMany(story => story).OrderBy(m => m.Article.Id)];
    }

    private static async Task<ILookup<long, StoryMember>> LoadAsync(ChipWatchDb db, OutletAliases outlets, IReadOnlyCollection<long> stories, IQueryable<TagRow>? tags, CancellationToken cancellationToken)
    {
        var members = db.Articles.Where(a => a.StoryId != null && stories.Contains(a.StoryId.Value));
        var articles = await members.AsNoTracking().OrderBy(a => a.Id)
            .Join(db.Outlets, a => a.OutletId, o => o.Id, (a, o) => new { Article = a, o.Name }).ToListAsync(cancellationToken);
        var told = await db.Events.Join(members, e => e.ArticleId, a => a.Id, (e, _) => new { e.ArticleId, e.ReportedBy, e.Evidence }).ToDictionaryAsync(e => e.ArticleId, cancellationToken);
        var byArticle = (tags is null ? [] : await tags.AsNoTracking().Join(members, t => t.ArticleId, a => a.Id, (t, _) => t).ToListAsync(cancellationToken)).ToLookup(t => t.ArticleId);
        return articles.Select(a => told.TryGetValue(a.Article.Id, out var e)
                ? Of(a.Article, a.Name, [.. byArticle[a.Article.Id]], Credits(StoredJson.ReadList<string>(e.ReportedBy), outlets.NameOf(a.Name), outlets), StoredJson.ReadList<TextSpan>(e.Evidence), outlets)
                : Of(a.Article, a.Name, [.. byArticle[a.Article.Id]], [], [], outlets))
            .ToLookup(member => member.Article.StoryId!.Value);
    }

    /// <summary>An outlet that is credited in two spellings counts where it stands first; one that names itself in another than its own credits nobody.</summary>
    private static IReadOnlyList<string> Credits(IReadOnlyList<string> written, string teller, OutletAliases outlets) =>
        [.. written.Select(outlets.NameOf).Where(name => OutletAliases.KeyOf(name) != OutletAliases.KeyOf(teller)).DistinctBy(OutletAliases.KeyOf, StringComparer.Ordinal)];

    private static StoryMember Of(
        ArticleRow article, string outlet, IReadOnlyList<TagRow> tags, IReadOnlyList<string> reportedBy, IReadOnlyList<TextSpan> proofs, OutletAliases outlets) =>
        new(article, outlet, tags, reportedBy, Proof(proofs))
        {
            Teller = outlets.NameOf(outlet),
            IsProvedInText = proofs.Any(span => span.Field == TextField.Text),
            Proofs = proofs,
        };

    /// <summary>The sentence that shows the status: from the text where there is one, else from the headline.</summary>
    internal static string? Proof(IReadOnlyList<TextSpan> evidence) =>
        evidence.OrderBy(span => span.Field == TextField.Title).FirstOrDefault()?.Quote;
}
