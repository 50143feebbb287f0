using ChipWatch.Store.Rows;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>Keeps the values under which stories are found, and how many stories each has, within one transaction. Counts are written by <see cref="CountAsync"/>.</summary>
internal sealed class StoryFacetIndex(ChipWatchDb db) : IAsyncDisposable
{
    private readonly RowInserter<StoryFacetRow> facets = new(db);
    private readonly RowInserter<FacetCountRow> counts = new(db, "(\"Facet\", \"Value\") DO UPDATE SET \"Stories\" = \"FacetCounts\".\"Stories\" + excluded.\"Stories\"");
    private readonly Dictionary<FacetChoice, int> changes = [];

    /// <summary>The values of some stories as they are.</summary>
    public async Task<ILookup<long, StoryFacetRow>> LoadAsync(IReadOnlyCollection<long> stories, CancellationToken cancellationToken) =>
        (await db.StoryFacets.AsNoTracking().Where(f => stories.Contains(f.StoryId)).ToListAsync(cancellationToken)).ToLookup(f => f.StoryId);

    /// <summary>Brings a story's values to what they are now; most are there already.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="now">Its values as they are.</param>
    /// <param name="latestAt">When its latest article came.</param>
    /// <param name="wanted">Its values as they shall be.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ReplaceAsync(long storyId, IEnumerable<StoryFacetRow> now, DateTimeOffset latestAt, IReadOnlySet<FacetChoice> wanted, CancellationToken cancellationToken)
    {
        var rows = now.ToList();
        var known = rows.Select(row => new FacetChoice(row.Facet, row.Value)).ToHashSet();
        foreach (var gone in known.Where(choice => !wanted.Contains(choice)))
        {
            await db.StoryFacets.Where(f => f.StoryId == storyId && f.Facet == gone.Facet && f.Value == gone.Value).ExecuteDeleteAsync(cancellationToken);
            Change(gone, -1);
        }

        if (rows.Exists(row => row.LatestAt != latestAt))
        {
            await db.StoryFacets.Where(f => f.StoryId == storyId).ExecuteUpdateAsync(facet => facet.SetProperty(f => f.LatestAt, latestAt), cancellationToken);
        }

        foreach (var fresh in wanted.Where(choice => !known.Contains(choice)))
        {
            await facets.InsertAsync(new StoryFacetRow { StoryId = storyId, Facet = fresh.Facet, Value = fresh.Value, LatestAt = latestAt }, cancellationToken);
            Change(fresh, 1);
        }
    }

    /// <summary>Notes that so many more stories have a value.</summary>
    public void Change(FacetChoice choice, int by) => changes[choice] = changes.GetValueOrDefault(choice) + by;

    /// <summary>Writes how the counts changed since this was asked last.</summary>
    public async Task CountAsync(CancellationToken cancellationToken)
    {
        foreach (var (choice, change) in changes.Where(change => change.Value != 0))
        {
            await counts.InsertAsync(new FacetCountRow { Facet = choice.Facet, Value = choice.Value, Stories = change }, cancellationToken);
        }

        changes.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await facets.DisposeAsync();
        await counts.DisposeAsync();
    }
}
