using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>Reads one story with its articles.</summary>
internal sealed class StoryQueries(IDbContextFactory<ChipWatchDb> databases, StoryCards cards, StoryQuestions questions, StoryAdditions additions, LiveCatalogue catalogue, TagNames names) : IStoryQueries
{
    private const int MostNear = 8;

    private static readonly TimeSpan NearInTime = TimeSpan.FromDays(60);

    /// <inheritdoc/>
    public Task<StoryView?> FindAsync(long id, CancellationToken cancellationToken) => ReadAsync(id, null, cancellationToken);

    /// <inheritdoc/>
    public Task<StoryView?> AsOfAsync(long id, DateOnly day, CancellationToken cancellationToken) => ReadAsync(id, day, cancellationToken);

    private async Task<StoryView?> ReadAsync(long id, DateOnly? asOf, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var story = await db.Stories.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (story is null)
        {
            return null;
        }

        // Where only the day is known, who has it first-hand stands before those who pass it on, as on the ladder.
        var end = asOf is { } day && day < DateOnly.MaxValue ? StoryFiltering.StartOf(day.AddDays(1)) : DateTimeOffset.MaxValue;
        var outlets = catalogue.Current.Outlets;
        var all = await StoryMember.LoadAsync(db, outlets, id, cancellationToken);
        var members = all.Where(m => m.Article.PublishedAt < end).OrderBy(m => m.Article.PublishedAt).ThenBy(m => m.IsRelay).ThenBy(m => m.Article.Id).ToList();
        if (members.Count == 0)
        {
            return null;
        }

        var later = (await StoryMember.LoadLaterAsync(db, outlets, id, cancellationToken)).Where(m => m.Article.PublishedAt < end).ToList();
        var byId = members.Concat(later).ToDictionary(m => m.Article.Id);
        IReadOnlyList<StoryRungRow> rungs;
        if (asOf is null)
        {
            rungs = await db.StoryRungs.AsNoTracking().Where(r => r.StoryId == id).OrderBy(r => r.Ordinal).ToListAsync(cancellationToken);
        }
        else
        {
            // Summed up again, as it was then: by the same rules, from fewer articles.
            var then = StorySummary.Of(id, [.. members.OrderBy(m => m.Article.Id)], later);
            (story, rungs) = (StoryRefresh.RowOf(id, then, members), then.Rungs);
        }

        var tellers = rungs.Where(r => r.FromStoryId is not null).Select(r => r.FromStoryId!.Value).Distinct().ToList();
        var slugs = await db.Stories.Where(s => tellers.Contains(s.Id)).Select(s => new { s.Id, s.Slug }).ToDictionaryAsync(s => s.Id, s => s.Slug, cancellationToken);
        var ids = members.Select(m => m.Article.Id).ToList();
        var quantities = await db.Quantities.AsNoTracking().Where(q => ids.Contains(q.ArticleId))
            .OrderBy(q => q.ArticleId).ThenBy(q => q.Ordinal).ToListAsync(cancellationToken);
        var stated = quantities.Select(q => new StoryQuantity(
            new Quantity(q.Value, q.Unit, q.What, q.Hedge, q.Hypothetical, StoredJson.ReadList<TextSpan>(q.Evidence)),
            q.ArticleId, byId[q.ArticleId].Article.Slug, byId[q.ArticleId].Outlet)).ToList();
        var asked = await questions.OfAsync(db, story.EventType, members, cancellationToken);
        var adds = additions.Of(members, rungs, asked, stated);
        return new(
            cards.Of(story),
            [.. members.Select(member => ArticleOf(member, adds[member.Article.Id]))],
            [.. RungsOf(rungs, byId, slugs)],
            [.. stated.Where(q => !q.Quantity.Hypothetical)])
        {
            Unlifted = [.. ClaimLadder.Unlifted(StoryLadder.StatementsOf(members)).Select(said => UnliftedOf(said, byId[said.Statement.ArticleId]))],
            LeftOut = [.. stated.Where(q => q.Quantity.Hypothetical)],
            Follows = await LinksAsync(db, [.. (await StoryFollowUps.EarlierAsync(db, id, cancellationToken)).OrderDescending()], end, cancellationToken),
            FollowedBy = await LinksAsync(db, [.. (await StoryFollowUps.LaterAsync(db, id, cancellationToken)).Order()], end, cancellationToken),
            Questions = asked,
            Decisions = await DecisionsAsync(db, id, cancellationToken),
            Ground = StoryGround.Of(members, names),
            AsOf = asOf,
            LeftLater = all.Count - members.Count,
            First = DateOnly.FromDateTime(all.Min(m => m.Article.PublishedAt).UtcDateTime),
            Last = DateOnly.FromDateTime(all.Max(m => m.Article.PublishedAt).UtcDateTime),
        };
    }

    private static IEnumerable<StoryRung> RungsOf(IEnumerable<StoryRungRow> stored, Dictionary<long, StoryMember> members, Dictionary<long, string> slugs)
    {
        var rungs = stored.Where(r => members.ContainsKey(r.ArticleId)).ToList();
        var takenBack = TakenBack.Of([.. rungs.Select(r => new LadderRung(r.Status, r.FromStoryId))]);
        return rungs.Select((r, at) => new StoryRung(r.Status, r.At, r.ArticleId, members[r.ArticleId].Article.Slug, members[r.ArticleId].Outlet, r.Quote)
        {
            ReportedBy = members[r.ArticleId].ReportedBy,
            From = r.FromStoryId is { } from && slugs.TryGetValue(from, out var slug) ? new StoryAddress(from, slug) : null,
            TakenBack = takenBack[at] is { } by ? EndOf(rungs[by], members[rungs[by].ArticleId]) : null,
        });
    }

    private static RungEnd EndOf(StoryRungRow rung, StoryMember member) => new(rung.Status, rung.At, rung.ArticleId, member.Article.Slug, member.Outlet);

    private static StoryRung UnliftedOf(UnliftedStatement said, StoryMember member) =>
        new(said.Statement.Status, said.Statement.At, said.Statement.ArticleId, member.Article.Slug, member.Outlet, member.Quote)
        {
            ReportedBy = member.ReportedBy,
            Unlifted = said.Reason,
            Others = said.Others,
        };

    private async Task<IReadOnlyList<StoryLink>> LinksAsync(ChipWatchDb db, IReadOnlyList<long> stories, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var rows = await db.Stories.AsNoTracking().Where(s => stories.Contains(s.Id) && s.FirstAt < end).ToDictionaryAsync(s => s.Id, cancellationToken);
        var reasons = await db.FollowUps.AsNoTracking().Join(db.Articles.Where(a => a.StoryId != null && stories.Contains(a.StoryId.Value)), f => f.ArticleId, a => a.Id, (f, a) => new { a.StoryId, f.Reason })
            .ToListAsync(cancellationToken);
        return [.. stories.Where(rows.ContainsKey).Select(story => new StoryLink(cards.Of(rows[story]), reasons.Find(r => r.StoryId == story)?.Reason ?? ""))];
    }

    /// <summary>Decisions that hold and that moved articles into or out of the story, or pinned them there.</summary>
    private static async Task<IReadOnlyList<StoryDecision>> DecisionsAsync(ChipWatchDb db, long id, CancellationToken cancellationToken)
    {
        var rows = await db.StoryDecisions.AsNoTracking().Where(d => d.UndoneAt == null).OrderByDescending(d => d.Id).ToListAsync(cancellationToken);
        var named = rows.SelectMany(d => new[] { d.StoryId, d.OtherStoryId ?? d.StoryId }).Distinct().ToList();
        var homes = await db.Articles.Where(a => named.Contains(a.Id)).Join(db.Stories, a => a.StoryId, s => s.Id, (a, s) => new { a.Id, Home = new StoryAddress(s.Id, s.Slug) })
            .ToDictionaryAsync(a => a.Id, a => a.Home, cancellationToken);
        var decisions = new List<StoryDecision>();
        foreach (var row in rows)
        {
            var (one, two) = (homes.GetValueOrDefault(row.StoryId), homes.GetValueOrDefault(row.OtherStoryId ?? row.StoryId));
            if (one?.Id != id && two?.Id != id)
            {
                continue;
            }

            var articles = StoredJson.ReadList<long>(row.Articles);
            var titles = await db.Articles.Where(a => articles.Contains(a.Id)).OrderBy(a => a.Id).Select(a => a.Title).ToListAsync(cancellationToken);
            decisions.Add(new(row.Id, row.Kind, row.At, titles, new[] { one, two }.FirstOrDefault(home => home is not null && home.Id != id)));
        }

        return decisions;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryCard>> NearAsync(long id, string? words, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!string.IsNullOrWhiteSpace(words))
        {
            var articles = db.ArticlesMatching(words);
            var found = await db.Stories.AsNoTracking().Where(s => s.Id != id && articles.Any(a => a.StoryId == s.Id))
                .OrderByDescending(s => s.LatestAt).ThenByDescending(s => s.Id).Take(MostNear).ToListAsync(cancellationToken);
            return [.. found.Select(cards.Of)];
        }

        if (await db.Stories.Where(s => s.Id == id).Select(s => (DateTimeOffset?)s.LatestAt).SingleOrDefaultAsync(cancellationToken) is not { } at)
        {
            return [];
        }

        var (from, to) = (at - NearInTime, at + NearInTime);
        var keys = db.StoryKeys.Where(k => k.StoryId == id).Select(k => k.Key);
        var near = await db.StoryKeys.Where(k => k.StoryId != id && keys.Contains(k.Key) && k.LatestAt >= from && k.LatestAt <= to)
            .GroupBy(k => k.StoryId).Select(g => new { g.Key, Shared = g.Count() })
            .OrderByDescending(g => g.Shared).ThenByDescending(g => g.Key).Take(MostNear).Select(g => g.Key).ToListAsync(cancellationToken);
        var rows = await db.Stories.AsNoTracking().Where(s => near.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
        return [.. near.Where(rows.ContainsKey).Select(story => cards.Of(rows[story]))];
    }

    /// <inheritdoc/>
    public async Task<StoryAddress?> MovedToAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Articles.Where(a => a.Id == id && a.StoryId != id).Join(db.Stories, a => a.StoryId, s => s.Id, (_, s) => new StoryAddress(s.Id, s.Slug))
            .SingleOrDefaultAsync(cancellationToken);
    }

    private static StoryArticle ArticleOf(StoryMember member, IReadOnlyList<ArticleAddition> adds) => new(
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
        member.Article.StoryReason ?? "")
    {
        Teller = member.Teller,
        IsComment = member.Article.EventType is EventType.Analysis,
        Adds = adds,
    };
}
