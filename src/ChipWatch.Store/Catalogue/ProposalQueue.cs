using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Catalogue;

/// <summary>Reads and decides proposals. What is accepted needs no mark: once the catalogue knows the name, its articles stop proposing it.</summary>
internal sealed class ProposalQueue(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, TimeProvider clock) : IProposals
{
    private const int MostExamples = 3;
    private const int MostRejected = 100;

    /// <inheritdoc/>
    public async Task<ProposalList> ListAsync(int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var open = db.Proposals.AsNoTracking().Where(p => p.RejectedAt == null);
        var rows = await open.Where(p => p.Articles >= IProposals.Threshold)
            .OrderByDescending(p => p.Outlets).ThenByDescending(p => p.Articles).ThenByDescending(p => p.LastAt).ThenBy(p => p.Id).Take(most).ToListAsync(cancellationToken);
        var shown = new List<Proposal>(rows.Count);
        foreach (var row in rows)
        {
            shown.Add(await WithExamplesAsync(db, row, cancellationToken));
        }

        var rejected = await db.Proposals.AsNoTracking().Where(p => p.RejectedAt != null).OrderByDescending(p => p.RejectedAt).Take(MostRejected).ToListAsync(cancellationToken);
        return new(
            shown,
            await open.CountAsync(p => p.Articles >= IProposals.Threshold, cancellationToken),
            await open.CountAsync(p => p.Articles < IProposals.Threshold, cancellationToken),
            [.. rejected.Select(row => new RejectedName(row.Id, row.Name, row.IsChip, row.RejectedAt!.Value))]);
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Proposals.CountAsync(p => p.RejectedAt == null && p.Articles >= IProposals.Threshold, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Proposal?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.RejectedAt == null, cancellationToken) is { } row
            ? await WithExamplesAsync(db, row, cancellationToken) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> RejectAsync(long id, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Proposals.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } proposal)
        {
            return false;
        }

        proposal.RejectedAt ??= clock.GetUtcNow();
        await db.ProposalMentions.Where(m => m.ProposalId == id).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> AllowAsync(long id, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Proposals.Where(p => p.Id == id && p.RejectedAt != null).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static async Task<Proposal> WithExamplesAsync(ChipWatchDb db, ProposalRow row, CancellationToken cancellationToken)
    {
        var examples = await db.ProposalMentions.AsNoTracking().Where(m => m.ProposalId == row.Id).OrderByDescending(m => m.ArticleId).Take(MostExamples)
            .Join(db.Articles, m => m.ArticleId, a => a.Id, (m, a) => new { m.Evidence, Article = a })
            .Join(db.Outlets, m => m.Article.OutletId, o => o.Id, (m, o) => new { m.Evidence, m.Article.Id, m.Article.Slug, m.Article.PublishedAt, Outlet = o.Name })
            .ToListAsync(cancellationToken);
        return new(
            row.Id, row.Name, row.IsChip, row.Articles, row.Outlets, row.FirstAt, row.LastAt,
            [.. examples.OrderByDescending(e => e.Id).Select(e => new ProposalExample(e.Id, e.Slug, e.Outlet, e.PublishedAt, StoredJson.Read<TextSpan>(e.Evidence)))]);
    }
}
