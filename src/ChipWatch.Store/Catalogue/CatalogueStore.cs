using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Catalogue;

/// <summary>Changes and versions as rows. Whoever writes replaces the live state before the turn is passed on, so that no article slips through between.</summary>
internal sealed class CatalogueStore(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, LiveCatalogue live, TimeProvider clock) : ICatalogueStore
{
    /// <inheritdoc/>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using (var look = await databases.CreateDbContextAsync(cancellationToken))
        {
            var newest = await look.CatalogueVersions.MaxAsync(v => (long?)v.Id, cancellationToken);
            if (newest is { } known && known == live.Current.Version)
            {
                return;
            }
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var changes = await HoldingAsync(db, cancellationToken);
        var news = live.Seeds.With(changes.Select(change => change.Edit));
        var hash = CatalogueHash.Of(news);
        var version = await db.CatalogueVersions.AsNoTracking().OrderByDescending(v => v.Id).FirstOrDefaultAsync(cancellationToken);
        if (version?.Hash != hash)
        {
            version = new() { Hash = hash, At = clock.GetUtcNow(), Touched = "[]", SettledAt = clock.GetUtcNow() };
            db.CatalogueVersions.Add(version);
            await db.SaveChangesAsync(cancellationToken);
        }

        live.Replace(new(news, version.Id));
    }

    /// <inheritdoc/>
    public async Task<CatalogueOutcome> SaveAsync(CatalogueEdit edit, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var holding = await HoldingAsync(db, cancellationToken);
        var before = live.Seeds.With(holding.Select(change => change.Edit));
        if (EditRules.Check(edit, before.Find(edit.Kind, edit.EntryId), before) is { } fault)
        {
            return new CatalogueOutcome.Refused(fault);
        }

        var row = new CatalogueChangeRow { Kind = edit.Kind, EntryId = edit.EntryId, Edit = StoredJson.Write(edit), At = clock.GetUtcNow() };
        db.CatalogueChanges.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        var after = live.Seeds.With(holding.Select(change => change.Edit).Append(edit));
        var version = await AddVersionAsync(db, row.Id, edit, before, after, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        live.Replace(new(after, version));
        return new CatalogueOutcome.Done(row.Id, edit, version);
    }

    /// <inheritdoc/>
    public async Task<CatalogueOutcome> UndoAsync(long changeId, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var holding = await HoldingAsync(db, cancellationToken);
        if (await db.CatalogueChanges.SingleOrDefaultAsync(c => c.Id == changeId && c.UndoneAt == null, cancellationToken) is not { } row)
        {
            return new CatalogueOutcome.Missing();
        }

        row.UndoneAt = clock.GetUtcNow();
        var before = live.Seeds.With(holding.Select(change => change.Edit));
        var after = live.Seeds.With(holding.Where(change => change.Id != changeId).Select(change => change.Edit));
        var edit = StoredJson.Read<CatalogueEdit>(row.Edit);
        await db.SaveChangesAsync(cancellationToken);
        var version = await AddVersionAsync(db, changeId, edit, before, after, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        live.Replace(new(after, version));
        return new CatalogueOutcome.Done(changeId, edit, version);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CatalogueChange>> ChangesAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.CatalogueChanges.AsNoTracking().OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
        var news = live.Current.News;
        return [.. rows.Select(row => new CatalogueChange(
            row.Id, StoredJson.Read<CatalogueEdit>(row.Edit), row.At, row.UndoneAt, row.UndoneAt is null && news.Find(row.Kind, row.EntryId) is null))];
    }

    /// <inheritdoc/>
    public async Task<CatalogueStanding> StandingAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var newest = await db.CatalogueVersions.AsNoTracking().OrderByDescending(v => v.Id).FirstOrDefaultAsync(cancellationToken);
        var seeds = await db.CatalogueVersions.Where(v => v.ChangeId == null).MaxAsync(v => (long?)v.Id, cancellationToken) ?? 0;
        return new(
            newest?.Id ?? 0,
            newest?.At,
            // What a change made outdated is tagged again at once: only other seeds leave articles behind.
            await db.Articles.CountAsync(a => a.CatalogueVersion < seeds, cancellationToken),
            await db.CatalogueChanges.CountAsync(c => c.UndoneAt == null, cancellationToken),
            !await db.CatalogueVersions.AnyAsync(v => v.SettledAt == null, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnsettledVersion>> UnsettledAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.CatalogueVersions.AsNoTracking().Where(v => v.SettledAt == null).OrderBy(v => v.Id).ToListAsync(cancellationToken);
        var changes = rows.Select(row => row.ChangeId).ToList();
        var outlets = await db.CatalogueChanges.Where(c => changes.Contains(c.Id) && c.Kind == EntryKind.Outlet).Select(c => (long?)c.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new UnsettledVersion(row.Id, StoredJson.ReadList<string>(row.Touched), outlets.Contains(row.ChangeId)))];
    }

    /// <inheritdoc/>
    public async Task<bool> SettleAsync(long version, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.CatalogueVersions.SingleOrDefaultAsync(v => v.Id == version, cancellationToken) is not { } row)
        {
            return true;
        }

        if (await db.HasOlderNamingAsync(StoredJson.ReadList<string>(row.Touched), version, cancellationToken))
        {
            return false;
        }

        row.SettledAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> NamingAsync(IReadOnlyList<string> spellings, long below, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.IdsNaming(spellings, below, most).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// What an article that is stored now was tagged by. One that was read while the catalogue changed may have been missed by those who tag the
    /// touched articles again: they look once more.
    /// </summary>
    internal static async Task NoteVersionAsync(ChipWatchDb db, ArticleRow article, long version, CancellationToken cancellationToken)
    {
        article.CatalogueVersion = version;
        if (version > 0)
        {
            await db.CatalogueVersions.Where(v => v.Id > version && v.ChangeId != null && v.SettledAt != null)
                .ExecuteUpdateAsync(row => row.SetProperty(v => v.SettledAt, (DateTimeOffset?)null), cancellationToken);
        }
    }

    private static async Task<IReadOnlyList<(long Id, CatalogueEdit Edit)>> HoldingAsync(ChipWatchDb db, CancellationToken cancellationToken)
    {
        var rows = await db.CatalogueChanges.AsNoTracking().Where(c => c.UndoneAt == null).OrderBy(c => c.Id).Select(c => new { c.Id, c.Edit }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Id, StoredJson.Read<CatalogueEdit>(row.Edit)))];
    }

    private async Task<long> AddVersionAsync(
        ChipWatchDb db, long changeId, CatalogueEdit edit, NewsCatalogue before, NewsCatalogue after, CancellationToken cancellationToken)
    {
        var touched = TouchedNames.Of(edit, before.Find(edit.Kind, edit.EntryId), after.Find(edit.Kind, edit.EntryId), after);
        var row = new CatalogueVersionRow { Hash = CatalogueHash.Of(after), At = clock.GetUtcNow(), ChangeId = changeId, Touched = StoredJson.Write(touched) };
        db.CatalogueVersions.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return row.Id;
    }
}
