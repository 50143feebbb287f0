using ChipWatch.Pipeline.Tagging.Proposals;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Catalogue;

/// <summary>Keeps the queue of proposed names as articles come, change and go, in the caller's transaction.</summary>
internal static class ProposalWriter
{
    /// <summary>So many articles prove that a name is about; further ones only move its last date.</summary>
    public const int MostMentions = 500;

    /// <summary>Puts what an article proposes now in the place of what it proposed.</summary>
    public static async Task ReplaceAsync(ChipWatchDb db, ArticleRow article, IReadOnlyList<NameProposal> names, CancellationToken cancellationToken)
    {
        var before = await db.ProposalMentions.Where(m => m.ArticleId == article.Id).Select(m => m.ProposalId).ToListAsync(cancellationToken);
        if (before.Count == 0 && names.Count == 0)
        {
            return;
        }

        await db.ProposalMentions.Where(m => m.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        var touched = before.ToHashSet();
        foreach (var name in names.DistinctBy(name => (KeyOf(name.Name), name.IsChip)))
        {
            var (key, isChip) = (KeyOf(name.Name), name.IsChip);
            var proposal = await db.Proposals.SingleOrDefaultAsync(p => p.Key == key && p.IsChip == isChip, cancellationToken);
            if (proposal is null)
            {
                proposal = new() { Key = key, Name = name.Name, IsChip = isChip, FirstAt = article.PublishedAt, LastAt = article.PublishedAt };
                db.Proposals.Add(proposal);
                await db.SaveChangesAsync(cancellationToken);
            }
            else if (proposal.RejectedAt is not null)
            {
                continue;
            }

            if (proposal.Articles >= MostMentions && !before.Contains(proposal.Id))
            {
                proposal.LastAt = article.PublishedAt > proposal.LastAt ? article.PublishedAt : proposal.LastAt;
                continue;
            }

            touched.Add(proposal.Id);
            db.ProposalMentions.Add(new()
            {
                ProposalId = proposal.Id, ArticleId = article.Id, OutletId = article.OutletId, PublishedAt = article.PublishedAt, Evidence = StoredJson.Write(name.Evidence),
            });
        }

        await db.SaveChangesAsync(cancellationToken);
        await RecountAsync(db, touched, cancellationToken);
    }

    /// <summary>Counts proposals again; one that no article makes any more goes, unless a person rejected it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="only">Their ids; null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RecountAsync(ChipWatchDb db, IReadOnlyCollection<long>? only, CancellationToken cancellationToken)
    {
        foreach (var proposal in await db.Proposals.Where(p => p.RejectedAt == null && (only == null || only.Contains(p.Id))).ToListAsync(cancellationToken))
        {
            var mentions = db.ProposalMentions.Where(m => m.ProposalId == proposal.Id);
            proposal.Articles = await mentions.CountAsync(cancellationToken);
            if (proposal.Articles == 0)
            {
                db.Proposals.Remove(proposal);
                continue;
            }

            proposal.Outlets = await mentions.Select(m => m.OutletId).Distinct().CountAsync(cancellationToken);
            proposal.FirstAt = await mentions.MinAsync(m => m.PublishedAt, cancellationToken);
            var last = await mentions.MaxAsync(m => m.PublishedAt, cancellationToken);
            proposal.LastAt = proposal.Articles >= MostMentions && proposal.LastAt > last ? proposal.LastAt : last;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Letters and digits alone, in lower case.</summary>
    public static string KeyOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
