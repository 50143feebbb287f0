using System.Globalization;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Articles;

/// <summary>Keeps the schedule of readings through EF Core.</summary>
internal sealed class RereadingStore(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, StoreOptions options, TimeProvider clock) : IRereadingStore
{
    private const string ForgottenBefore = "originals.forgotten-before";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueRereading>> DueAsync(int limit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due = await db.Rereadings.AsNoTracking().Where(r => r.NextAt != null && r.NextAt <= now).OrderBy(r => r.NextAt).Take(limit)
            .Join(db.Articles, r => r.ArticleId, a => a.Id, (Reading, Article) => new { Reading, Article })
            .Join(db.Sources, x => x.Article.SourceId, s => s.Id, (x, Source) => new { x.Reading, x.Article, Source })
            .Join(db.Outlets, x => x.Article.OutletId, o => o.Id, (x, o) => new { x.Reading, x.Article, x.Source.Url, Outlet = o.Name })
            .ToListAsync(cancellationToken);
        return [.. due.OrderBy(d => d.Reading.NextAt).Select(d => new DueRereading(
            d.Article.Id,
            d.Article.SourceId,
            d.Outlet,
            new Uri(d.Url),
            d.Article.Language,
            d.Article.Title,
            d.Article.PublishedAt,
            d.Article.FirstSeenAt,
            new Uri(d.Reading.Url),
            new Validators(d.Reading.ETag, d.Reading.LastModified)))];
    }

    /// <inheritdoc/>
    public async Task<StoredState?> NewestAsync(long articleId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var article = await db.Articles.AsNoTracking().SingleOrDefaultAsync(a => a.Id == articleId, cancellationToken);
        if (article is null)
        {
            return null;
        }

        var newest = await db.Revisions.AsNoTracking().Include(r => r.Body).SingleAsync(r => r.Id == article.RevisionId, cancellationToken);
        var original = newest.Body.Original is { } packed ? Originals.Unpack(packed) : null;
        return new(
            await ArticleFacts.StateAsync(db, article, newest, cancellationToken),
            original is null ? null : (ReadOnlyMemory<byte>?)original,
            newest.Body.OriginalType);
    }

    /// <inheritdoc/>
    public async Task StoreCheckAsync(RereadingCheck check, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Rereadings.Where(r => r.ArticleId == check.ArticleId).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.Url, check.Url.AbsoluteUri)
                .SetProperty(r => r.ETag, check.Validators.ETag).SetProperty(r => r.LastModified, check.Validators.LastModified)
                .SetProperty(r => r.NextAt, check.NextAt).SetProperty(r => r.Cause, check.Cause)
                .SetProperty(r => r.LastAt, r => check.Cause == null ? now : r.LastAt)
                .SetProperty(r => r.Times, r => check.Cause == null ? r.Times + 1 : r.Times),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<int> ForgetOriginalsAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-options.KeepOriginals);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var setting = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Key == ForgottenBefore, cancellationToken);
        var from = setting is not null && DateTimeOffset.TryParse(setting.Value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var last)
            ? last : DateTimeOffset.UnixEpoch;
        var old = db.Revisions.Where(r => r.SeenAt >= from && r.SeenAt < before).Select(r => r.Id);
        if (!await db.RevisionBodies.AnyAsync(b => b.Original != null && old.Contains(b.RevisionId), cancellationToken))
        {
            return 0;
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var gone = await db.RevisionBodies.Where(b => b.Original != null && old.Contains(b.RevisionId))
            .ExecuteUpdateAsync(body => body.SetProperty(b => b.Original, (byte[]?)null), cancellationToken);
        await db.Settings.Where(s => s.Key == ForgottenBefore).ExecuteDeleteAsync(cancellationToken);
        db.Settings.Add(new SettingRow { Key = ForgottenBefore, Value = before.ToString("O", CultureInfo.InvariantCulture) });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return gone;
    }
}
