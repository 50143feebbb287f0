using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Articles;

/// <summary>Reads one article whole.</summary>
internal sealed class ArticleQueries(IDbContextFactory<ChipWatchDb> databases, StoryCards cards, TagNames names) : IArticleQueries
{
    /// <inheritdoc/>
    public async Task<ArticleView?> FindAsync(long id, int? revision, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var article = await db.Articles.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        var shown = article is null ? null : await db.Revisions.AsNoTracking().Include(r => r.Body)
            .SingleOrDefaultAsync(r => r.ArticleId == id && (revision == null ? r.Id == article.RevisionId : r.Number == revision), cancellationToken);
        if (article is null || shown is null)
        {
            return null;
        }

        var outlet = await db.Outlets.Where(o => o.Id == article.OutletId).Select(o => o.Name).SingleAsync(cancellationToken);
        var revisions = await db.Revisions.AsNoTracking().Where(r => r.ArticleId == id).OrderBy(r => r.Number).ToListAsync(cancellationToken);
        var reading = await db.Rereadings.AsNoTracking().SingleOrDefaultAsync(r => r.ArticleId == id, cancellationToken);
        var story = await db.Stories.AsNoTracking().SingleOrDefaultAsync(s => s.Id == article.StoryId, cancellationToken);
        // Spans hold for the newest revision only: an older one is shown as it was, without them.
        var isNewest = shown.Id == article.RevisionId;
        var tags = isNewest ? await db.Tags.AsNoTracking().Where(t => t.ArticleId == id).ToListAsync(cancellationToken) : [];
        var reported = isNewest ? await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.ArticleId == id, cancellationToken) : null;
        var quantities = isNewest
            ? await db.Quantities.AsNoTracking().Where(q => q.ArticleId == id).OrderBy(q => q.Ordinal).ToListAsync(cancellationToken)
            : [];
        return new(
            article.Id,
            article.Slug,
            outlet,
            article.Url,
            article.PublishedAt,
            article.Language,
            shown.Byline,
            shown.Title,
            shown.Body.Text,
            StoredJson.ReadList<Block>(shown.Body.Blocks),
            Views(tags, TagFacet.Company, names.Company),
            Views(tags, TagFacet.Chip, names.Chip),
            Views(tags, TagFacet.Topic, names.Topic),
            reported is null ? null : EventOf(reported),
            [.. quantities.Select(ArticleFacts.Quantity)],
            [.. revisions.Select(Line)],
            shown.Number,
            story is null ? null : cards.Of(story),
            article.IsSample)
        {
            LastReadAt = reading is { Times: > 0 } ? reading.LastAt : null,
            ReadingCause = reading?.Cause,
        };
    }

    /// <inheritdoc/>
    public async Task<RevisionComparison?> CompareAsync(long id, int? revision, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var two = await db.Revisions.AsNoTracking().Include(r => r.Body).Where(r => r.ArticleId == id && (revision == null || r.Number <= revision))
            .OrderByDescending(r => r.Number).Take(2).ToListAsync(cancellationToken);
        return two is [var now, var old] && (revision is null || now.Number == revision)
            ? new(Line(old), Line(now), WordDiff.Between(old.Title, now.Title), TextComparison.Between(old.Body.Text, now.Body.Text))
            : null;
    }

    private static RevisionLine Line(RevisionRow row) => new(row.Number, row.SeenAt, row.Title)
    {
        Changes = StoredJson.ReadList<RevisionChange>(row.Changes),
        WordsRemoved = row.WordsRemoved,
        WordsAdded = row.WordsAdded,
    };

    private static List<ArticleTagView> Views(List<TagRow> tags, TagFacet facet, Func<string, TagName> name) =>
        [.. tags.Where(t => t.Facet == facet)
            .OrderByDescending(t => t.Salience).ThenByDescending(t => t.Score).ThenBy(t => t.TagId, StringComparer.Ordinal)
            .Select(t => new ArticleTagView(
                name(t.TagId), t.Salience, t.Score, StoredJson.ReadList<TextSpan>(t.Evidence), StoredJson.ReadList<ScorePart>(t.Parts)))];

    private static ArticleEvent EventOf(EventRow reported) => new(
        reported.Type, reported.Status, StoredJson.ReadList<string>(reported.ReportedBy), StoredJson.ReadList<TextSpan>(reported.Evidence))
    {
        CreditEvidence = StoredJson.ReadList<TextSpan>(reported.CreditEvidence),
    };
}
