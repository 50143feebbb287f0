using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>
/// Brings stories to the new name of an outlet. Where no article of a story credits the one name or the other, nothing follows from it but the name
/// itself: those, nearly all of thousands, take a few statements. The others are summed up again.
/// </summary>
internal static class StoryOutlets
{
    private const int AtOnce = 500;

    /// <summary>Renames an outlet in stories, in the caller's transaction; the articles bear the new name already.</summary>
    /// <param name="db">The store.</param>
    /// <param name="outlets">Which names stand for one outlet.</param>
    /// <param name="stories">The stories of those articles.</param>
    /// <param name="before">What the outlet was: its id and how it was written.</param>
    /// <param name="after">What it is now; the same id where only the spelling changed.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task RenameAsync(
        ChipWatchDb db, OutletAliases outlets, IReadOnlyCollection<long> stories, (string Id, string Name) before, (string Id, string Name) after, CancellationToken cancellationToken)
    {
        var touching = new HashSet<string>([OutletAliases.KeyOf(outlets.NameOf(before.Name)), OutletAliases.KeyOf(outlets.NameOf(after.Name))], StringComparer.Ordinal);
        // The same paper may be read under further names: in another script, say.
        var kin = (await db.Outlets.AsNoTracking().Where(o => o.Id != before.Id).ToListAsync(cancellationToken))
            .Where(outlet => touching.Contains(OutletAliases.KeyOf(outlets.NameOf(outlet.Name)))).Select(outlet => outlet.Id).ToHashSet(StringComparer.Ordinal);
        var others = new List<long>();
        var renamed = 0;
        foreach (var some in stories.Order().Chunk(AtOnce))
        {
            var entangled = await EntangledAsync(db, outlets, some, touching, kin, before.Id == after.Id ? null : before.Id, cancellationToken);
            others.AddRange(entangled);
            renamed += await RelabelAsync(
                db, [.. some.Where(story => !entangled.Contains(story))], (before.Id, outlets.NameOf(before.Name)), (after.Id, outlets.NameOf(after.Name)), cancellationToken);
        }

        await MoveCountAsync(db, before.Id, after.Id, renamed, cancellationToken);
        await StoryRefresh.RunAsync(db, outlets, others, cancellationToken);
    }

    /// <summary>Stories in which either name is credited, or in which articles of both names are.</summary>
    private static async Task<HashSet<long>> EntangledAsync(
        ChipWatchDb db, OutletAliases outlets, long[] stories, HashSet<string> touching, HashSet<string> kin, string? left, CancellationToken cancellationToken)
    {
        var credits = await db.Articles.Where(a => a.StoryId != null && stories.Contains(a.StoryId.Value))
            .Join(db.Events.Where(e => e.ReportedBy != "[]"), a => a.Id, e => e.ArticleId, (a, e) => new { StoryId = a.StoryId!.Value, e.ReportedBy }).ToListAsync(cancellationToken);
        var entangled = credits.Where(c => StoredJson.ReadList<string>(c.ReportedBy).Any(name => touching.Contains(OutletAliases.KeyOf(outlets.NameOf(name))))).Select(c => c.StoryId).ToHashSet();
        entangled.UnionWith(await db.StoryFacets.Where(f => stories.Contains(f.StoryId) && f.Facet == Facet.Outlet && kin.Contains(f.Value)).Select(f => f.StoryId).ToListAsync(cancellationToken));
        if (left is not null)
        {
            entangled.UnionWith(await db.Articles.Where(a => a.StoryId != null && stories.Contains(a.StoryId.Value) && a.OutletId == left).Select(a => a.StoryId!.Value).ToListAsync(cancellationToken));
        }

        return entangled;
    }

    private static async Task<int> RelabelAsync(ChipWatchDb db, long[] stories, (string Id, string Name) before, (string Id, string Name) after, CancellationToken cancellationToken)
    {
        await db.Stories.Where(s => stories.Contains(s.Id) && s.Origin == before.Name).ExecuteUpdateAsync(story => story.SetProperty(s => s.Origin, after.Name), cancellationToken);
        return before.Id == after.Id
            ? 0
            : await db.StoryFacets.Where(f => stories.Contains(f.StoryId) && f.Facet == Facet.Outlet && f.Value == before.Id)
                .ExecuteUpdateAsync(facet => facet.SetProperty(f => f.Value, after.Id), cancellationToken);
    }

    private static async Task MoveCountAsync(ChipWatchDb db, string before, string after, int stories, CancellationToken cancellationToken)
    {
        if (stories == 0)
        {
            return;
        }

        await using var counts = new StoryFacetIndex(db);
        counts.Change(new FacetChoice(Facet.Outlet, before), -stories);
        counts.Change(new FacetChoice(Facet.Outlet, after), stories);
        await counts.CountAsync(cancellationToken);
    }
}
