using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Upkeep;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Seeding;

/// <summary>Migrates, seeds, and takes the samples out again.</summary>
internal sealed class StoreSetup(IDbContextFactory<ChipWatchDb> databases, StoreFiles files, IStoreBackup backup, ICatalogueStore changes, LiveCatalogue live, WriteGate gate, TimeProvider clock) : IStoreSetup
{
    /// <summary>Larger files are checked before migrations and by `doctor`: quick_check reads every page, and a start must not take minutes.</summary>
    private const long QuicklyChecked = 256L * 1024 * 1024;

    private const string SamplesRemoved = "samples.removed";

    // What earlier versions wrote on sources that they could not read.
    private const string NotReadYet = "It has no feed, and pages without one are not read yet.";

    /// <inheritdoc/>
    public async Task PrepareAsync(NewsCatalogue catalogue, SampleWeb? samples, CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken);
        try
        {
            await SeedAsync(catalogue, samples, cancellationToken);
            await changes.RefreshAsync(cancellationToken);
        }
        catch (SqliteException cause) when (SqliteFile.IsLocked(cause) || SqliteFile.IsFull(cause))
        {
            // Reading goes on; the round says what hinders it, and the next start adds what lacks.
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        StoreRestore.EndInterrupted(files);
        var size = File.Exists(files.Database) ? new FileInfo(files.Database).Length : 0;
        if (size is > 0 and <= QuicklyChecked && await SqliteFile.CheckAsync(files.Database, isThorough: false, cancellationToken) is [var finding, ..])
        {
            throw StoreDamagedException.Of(files, finding);
        }

        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            if (pending.Count == 0)
            {
                return [];
            }

            if (size > 0)
            {
                if (size > QuicklyChecked && await SqliteFile.CheckAsync(files.Database, isThorough: false, cancellationToken) is [var damage, ..])
                {
                    throw StoreDamagedException.Of(files, damage);
                }

                await backup.BackupBeforeAsync("before-" + pending[0].Split('_')[^1], cancellationToken);
            }

            using var turn = await gate.EnterAsync(cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            return pending;
        }
        catch (SqliteException cause) when (SqliteFile.IsDamage(cause))
        {
            throw StoreDamagedException.Of(files, cause.Message, cause);
        }
    }

    /// <inheritdoc/>
    public async Task<int> SeedAsync(NewsCatalogue catalogue, SampleWeb? samples, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var known = (await db.Sources.Select(s => s.Id).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var removed = await SourceCatalogue.RemovedSeedsAsync(db, cancellationToken);
        var wanted = catalogue.Sources.Where(seed => !removed.Contains(seed.Id)).Select(seed => SourceOf(seed, clock.GetUtcNow()));
        if (samples is not null && !await db.Settings.AnyAsync(s => s.Key == SamplesRemoved, cancellationToken))
        {
            wanted = wanted.Concat(samples.Outlets.Select(SourceOf));
        }

        var lacking = wanted.Where(source => known.Add(source.Id)).ToList();
        if (lacking.Count == 0 && !await db.Sources.AnyAsync(s => s.Cause == NotReadYet, cancellationToken))
        {
            return 0; // the usual start writes nothing
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Sources.AddRange(lacking);
        await db.SaveChangesAsync(cancellationToken);
        await WakeAsync(db, catalogue, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return lacking.Count;
    }

    /// <inheritdoc/>
    public async Task<int> RemoveSamplesAsync(CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.Settings.AnyAsync(s => s.Key == SamplesRemoved, cancellationToken))
        {
            db.Settings.Add(new SettingRow { Key = SamplesRemoved, Value = clock.GetUtcNow().ToString("O") });
        }

        var stories = await db.Articles.Where(a => a.IsSample && a.StoryId != null).Select(a => a.StoryId!.Value).Distinct().ToListAsync(cancellationToken);
        await db.UnindexSamplesAsync(cancellationToken);
        var removed = await db.Articles.Where(a => a.IsSample).ExecuteDeleteAsync(cancellationToken);
        // Kept issues may quote samples; they are made again without them.
        await db.Issues.ExecuteDeleteAsync(cancellationToken);
        await db.Sources.Where(s => s.IsSample).ExecuteDeleteAsync(cancellationToken);
        await db.Stories.Where(s => !db.Articles.Any(a => a.StoryId == s.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Outlets.Where(o => !db.Articles.Any(a => a.OutletId == o.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await StoryRefresh.RunAsync(db, live.Current.Outlets, await db.Stories.Where(s => stories.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellationToken), cancellationToken);
        await RecountAsync(db, cancellationToken);
        await ProposalWriter.RecountAsync(db, only: null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return removed;
    }

    /// <inheritdoc/>
    public async Task<bool> HasSamplesAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Articles.AnyAsync(a => a.IsSample, cancellationToken);
    }

    /// <summary>Sources that an earlier version could not read are read from now on, unless a person paused them.</summary>
    private async Task WakeAsync(ChipWatchDb db, NewsCatalogue catalogue, CancellationToken cancellationToken)
    {
        var sleeping = await db.Sources.Where(s => s.IsPaused && !s.IsPausedByHand && s.Cause == NotReadYet).ToListAsync(cancellationToken);
        foreach (var (row, seed) in sleeping.Join(catalogue.Sources, row => row.Id, seed => seed.Id, (row, seed) => (row, seed)))
        {
            (row.Kind, row.Url, row.Rules) = (seed.Kind, seed.FeedUrl ?? seed.SiteUrl, RulesOf(seed));
            (row.IsPaused, row.Cause, row.NextCheckAt) = (false, null, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static string? RulesOf(SeedSource seed) => seed.Rules is { } rules ? StoredJson.Write(rules) : null;

    /// <summary>Counts the stories of every facet again, in the caller's transaction.</summary>
    internal static async Task RecountAsync(ChipWatchDb db, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await db.FacetCounts.ExecuteDeleteAsync(cancellationToken);
        var counts = await db.StoryFacets.GroupBy(f => new { f.Facet, f.Value })
            .Select(g => new { g.Key.Facet, g.Key.Value, Stories = g.Count() }).ToListAsync(cancellationToken);
        db.FacetCounts.AddRange(counts.Select(c => new FacetCountRow { Facet = c.Facet, Value = c.Value, Stories = c.Stories }));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A source of the starter pack as it begins.</summary>
    internal static SourceRow SourceOf(SeedSource seed, DateTimeOffset now) => new()
    {
        Id = seed.Id,
        Name = seed.Name,
        OutletId = Slug.Of(seed.Name),
        Kind = seed.Kind,
        Url = seed.FeedUrl ?? seed.SiteUrl,
        SiteUrl = seed.SiteUrl,
        Language = seed.Language,
        Tier = seed.Tier,
        Rules = RulesOf(seed),
        NextCheckAt = now,
    };

    private SourceRow SourceOf(SampleOutlet outlet) => new()
    {
        Id = "sample-" + outlet.Id,
        Name = outlet.Name,
        OutletId = Slug.Of(outlet.Name),
        Kind = "sample",
        Url = outlet.FeedUrl,
        SiteUrl = outlet.SiteUrl,
        Language = outlet.Language,
        Tier = 2,
        IsSample = true,
        NextCheckAt = clock.GetUtcNow(),
    };
}
