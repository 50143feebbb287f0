using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Stories;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Sources;

/// <summary>A source's name is the name of its outlet. A source that is renamed takes its articles along, so that an outlet's news stay one line.</summary>
internal static class OutletNaming
{
    /// <summary>Brings outlet, articles and stories to a source's new name, in the caller's transaction. Articles of other sources under the old name stay there.</summary>
    public static async Task RenameAsync(ChipWatchDb db, OutletAliases outlets, SourceRow source, string name, CancellationToken cancellationToken)
    {
        var (before, after) = (source.OutletId, Slug.Of(name));
        var called = await db.Outlets.Where(o => o.Id == before).Select(o => o.Name).SingleOrDefaultAsync(cancellationToken) ?? source.Name;
        source.OutletId = after;
        if (before == after)
        {
            // Another spelling of the same name
            await db.Outlets.Where(o => o.Id == after).ExecuteUpdateAsync(outlet => outlet.SetProperty(o => o.Name, name), cancellationToken);
        }

        var articles = db.Articles.Where(a => a.SourceId == source.Id && a.OutletId == before);
        if (!await articles.AnyAsync(cancellationToken))
        {
            return;
        }

        await EnsureAsync(db, after, name, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var stories = await articles.Where(a => a.StoryId != null).Select(a => a.StoryId!.Value).Distinct().ToListAsync(cancellationToken);
        await articles.ExecuteUpdateAsync(article => article.SetProperty(a => a.OutletId, after), cancellationToken);
        await StoryOutlets.RenameAsync(db, outlets, stories, (before, called), (after, name), cancellationToken);
        await db.Outlets.Where(o => o.Id == before && !db.Articles.Any(a => a.OutletId == before)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Adds an outlet that is not there yet.</summary>
    public static async Task EnsureAsync(ChipWatchDb db, string id, string name, CancellationToken cancellationToken)
    {
        if (!await db.Outlets.AnyAsync(o => o.Id == id, cancellationToken))
        {
            db.Outlets.Add(new OutletRow { Id = id, Name = name });
        }
    }
}
