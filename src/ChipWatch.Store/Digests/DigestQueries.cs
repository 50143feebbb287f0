using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Follows;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Digests;

/// <summary>Reads weeks into issues; a week that ended while the store was there keeps the issue that was made then.</summary>
internal sealed class DigestQueries(IDbContextFactory<ChipWatchDb> databases, StoryCards cards, StoryQuestions questions, LiveCatalogue catalogue, WriteGate gate) : IDigestQueries, IDigestStore
{
    private const string FirstWeek = "digests.first-week";

    /// <inheritdoc/>
    public async Task<DigestIssue> IssueAsync(string week, CancellationToken cancellationToken)
    {
        if (!IsoWeek.TryParse(week, out var asked))
        {
            throw new FormatException($"\"{week}\" is no ISO week such as 2026-W25.");
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var made = await db.Issues.AsNoTracking().SingleOrDefaultAsync(i => i.Week == week, cancellationToken);
        return made is null
            ? await MakeAsync(db, asked, cancellationToken)
            : KeptIssue.Read(made.Model);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DigestWeek>> WeeksAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var articles = await db.Articles.AsNoTracking().Where(a => a.StoryId != null)
            .Select(a => new { a.PublishedAt, a.StoryId }).ToListAsync(cancellationToken);
        return [.. articles.GroupBy(a => IsoWeek.Of(DateOnly.FromDateTime(a.PublishedAt.UtcDateTime)))
            .OrderByDescending(g => g.Key.Monday)
            .Select(g => new DigestWeek(g.Key.ToString(), g.Key.Monday, g.Key.Sunday, g.Select(a => a.StoryId).Distinct().Count(), g.Count()))];
    }

    /// <inheritdoc/>
    public async Task KeepEndedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var current = IsoWeek.Of(DateOnly.FromDateTime(now.UtcDateTime));
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var first = await db.Settings.SingleOrDefaultAsync(s => s.Key == FirstWeek, cancellationToken);
        if (first is null)
        {
            // Weeks before the store began are made anew when asked for: they were never sent.
            db.Settings.Add(new SettingRow { Key = FirstWeek, Value = current.ToString() });
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        for (var monday = IsoWeek.TryParse(first.Value, out var begun) ? begun.Monday : current.Monday; monday < current.Monday; monday = monday.AddDays(7))
        {
            var week = IsoWeek.Of(monday);
            if (!await db.Issues.AnyAsync(i => i.Week == week.ToString(), cancellationToken))
            {
                var issue = await MakeAsync(db, week, cancellationToken);
                db.Issues.Add(new IssueRow { Week = issue.Week, MadeAt = now, Manifest = issue.Manifest, Model = KeptIssue.Write(issue) });
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<DigestIssue> MakeAsync(ChipWatchDb db, IsoWeek week, CancellationToken cancellationToken)
    {
        var (start, end) = (StoryFiltering.StartOf(week.Monday), StoryFiltering.StartOf(week.Sunday.AddDays(1)));
        var ids = await db.Articles.Where(a => a.StoryId != null && a.PublishedAt >= start && a.PublishedAt < end)
            .Select(a => a.StoryId!.Value).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);
        var stories = new List<WeekStory>();
        var affected = new SortedSet<long>(ids);
        foreach (var id in ids)
        {
            affected.UnionWith(await StoryFollowUps.EarlierAsync(db, id, cancellationToken));
        }

        var outlets = catalogue.Current.Outlets;
        var followed = await FollowStore.ReadAsync(db, cancellationToken);
        foreach (var id in affected)
        {
            if (await WeekStory.LoadAsync(db, outlets, cards, questions, followed, id, start, end, cancellationToken) is { } story)
            {
                stories.Add(story);
            }
        }

        var revisions = stories.SelectMany(s => s.Members.Concat(s.Later)).Select(m => m.Article.RevisionId).Distinct().ToList();
        var hashes = await db.Revisions.Where(r => revisions.Contains(r.Id)).ToDictionaryAsync(r => r.ArticleId, r => r.ContentHash, cancellationToken);
        return IssueWriter.Write(week, stories, hashes, followed);
    }
}
