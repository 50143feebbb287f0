using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Seeding;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Sources;

/// <summary>Keeps the list of sources through EF Core.</summary>
internal sealed class SourceCatalogue(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, NewsCatalogue seeds, LiveCatalogue catalogue, TimeProvider clock) : ISourceCatalogue
{
    /// <summary>A removed source of the starter pack leaves a mark, else the next start would bring it back.</summary>
    private const string RemovedSeed = "source.removed:";
    private const string StarterChosen = "starter.chosen";

    /// <summary>Words that stand in the place of an id in the pages' addresses.</summary>
    private static readonly string[] Reserved = ["add", "import", "starter", "look", "round", "export"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SourceChange>> AddAsync(IReadOnlyList<SourceSettings> sources, bool dryRun, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var known = await KnownAddresses.ReadAsync(db, cancellationToken);
        var ids = await TakenIdsAsync(db, cancellationToken);
        var changes = new List<SourceChange>(sources.Count);
        foreach (var settings in sources)
        {
            changes.Add(Add(settings));
        }

        if (!dryRun)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return changes;

        SourceChange Add(SourceSettings settings)
        {
            if (settings.Fault() is { } fault)
            {
                return fault;
            }

            if (known.Find(settings.Url) is { } same)
            {
                return same;
            }

            var row = NewRow(FreeId(Slug.Of(settings.Name), ids), settings);
            known.Add(row);
            db.Sources.Add(row);
            return new SourceChange.Done(row.Id);
        }
    }

    /// <inheritdoc/>
    public Task<SourceChange> EditAsync(string id, SourceSettings settings, CancellationToken cancellationToken) => ChangeAsync(
        id,
        async (db, source) =>
        {
            if (settings.Fault() is { } fault)
            {
                return fault;
            }

            var isSameAddress = settings.Url == source.Url;
            if (!isSameAddress && (await KnownAddresses.ReadAsync(db, cancellationToken)).Find(settings.Url, except: id) is { } same)
            {
                return same;
            }

            if (!isSameAddress || settings.Kind != source.Kind)
            {
                BeginAnew(source, settings.Url);
            }

            if (settings.Name != source.Name)
            {
                await OutletNaming.RenameAsync(db, catalogue.Current.Outlets, source, settings.Name, cancellationToken);
            }

            Fill(source, settings);
            if (settings.CheckEvery is { } every && clock.GetUtcNow() + every is var soonest && soonest < source.NextCheckAt)
            {
                source.NextCheckAt = soonest;
            }

            return new SourceChange.Done(id);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<SourceChange> CloneAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        async (db, source) =>
        {
            var ids = await TakenIdsAsync(db, cancellationToken);
            var settings = SourceQueries.SettingsOf(source) with { Name = $"{source.Name} (copy)", IsPaused = true };
            var clone = NewRow(FreeId(Slug.Of(settings.Name), ids), settings);
            db.Sources.Add(clone);
            return new SourceChange.Done(clone.Id);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<SourceChange> PauseAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        (_, source) =>
        {
            (source.IsPaused, source.IsPausedByHand) = (true, true);
            return Done(id);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<SourceChange> ResumeAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        (_, source) =>
        {
            (source.IsPaused, source.IsPausedByHand, source.FailuresInARow) = (false, false, 0);
            source.NextCheckAt = clock.GetUtcNow();
            return Done(id);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<SourceChange> RetryAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        (_, source) =>
        {
            source.NextCheckAt = clock.GetUtcNow();
            return Done(id);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<SourceChange> RemoveAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        async (db, source) =>
        {
            db.Sources.Remove(source);
            await MarkRemovedAsync(db, [id], cancellationToken);
            return new SourceChange.Done(id);
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<StarterPack> StarterPackAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var taken = (await db.Sources.Where(s => !s.IsAdded && !s.IsSample).Select(s => s.Id).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return new([.. seeds.Sources.Select(seed => new StarterSource(seed, taken.Contains(seed.Id)))], await db.Settings.AnyAsync(s => s.Key == StarterChosen, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<(int In, int Out)> ChooseStarterAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var known = await db.Sources.Where(s => !s.IsAdded && !s.IsSample).ToListAsync(cancellationToken);
        var taken = known.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        List<SourceRow> added = [.. seeds.Sources.Where(seed => wanted.Contains(seed.Id) && !taken.Contains(seed.Id)).Select(seed => StoreSetup.SourceOf(seed, clock.GetUtcNow()))];
        List<SourceRow> dropped = [.. known.Where(source => !wanted.Contains(source.Id))];
        db.Sources.AddRange(added);
        db.Sources.RemoveRange(dropped);
        await MarkRemovedAsync(db, [.. seeds.Sources.Select(seed => seed.Id).Where(id => !wanted.Contains(id))], cancellationToken);
        var back = added.Select(source => RemovedSeed + source.Id).ToList();
        db.Settings.RemoveRange(await db.Settings.Where(s => back.Contains(s.Key)).ToListAsync(cancellationToken));
        if (!await db.Settings.AnyAsync(s => s.Key == StarterChosen, cancellationToken))
        {
            db.Settings.Add(new SettingRow { Key = StarterChosen, Value = clock.GetUtcNow().ToString("O") });
        }

        await db.SaveChangesAsync(cancellationToken);
        return (added.Count, dropped.Count);
    }

    /// <summary>Sources of the starter pack that a person does not want.</summary>
    internal static async Task<IReadOnlySet<string>> RemovedSeedsAsync(ChipWatchDb db, CancellationToken cancellationToken) =>
        (await db.Settings.Where(s => s.Key.StartsWith(RemovedSeed)).Select(s => s.Key).ToListAsync(cancellationToken))
            .Select(key => key[RemovedSeed.Length..]).ToHashSet(StringComparer.Ordinal);

    private static Task<SourceChange> Done(string id) => Task.FromResult<SourceChange>(new SourceChange.Done(id));

    private async Task<HashSet<string>> TakenIdsAsync(ChipWatchDb db, CancellationToken cancellationToken) =>
        [.. await db.Sources.Select(s => s.Id).ToListAsync(cancellationToken), .. seeds.Sources.Select(s => s.Id), .. Reserved];

    private static string FreeId(string wanted, HashSet<string> ids)
    {
        var id = wanted;
        for (var number = 2; !ids.Add(id); number++)
        {
            id = $"{wanted}-{number}";
        }

        return id;
    }

    private static void Fill(SourceRow source, SourceSettings settings)
    {
        source.Name = settings.Name;
        source.Kind = settings.Kind;
        source.Url = settings.Url;
        source.SiteUrl = settings.SiteUrl ?? settings.Url;
        source.Language = settings.Language;
        source.Folder = settings.Folder;
        source.CheckEvery = settings.CheckEvery;
        source.Rules = settings.Rules is { } rules ? StoredJson.Write(rules) : null;
    }

    /// <summary>Forgets what was learned of the address, or of the way it was read.</summary>
    private void BeginAnew(SourceRow source, string url)
    {
        if (url != source.Url)
        {
            source.FormerUrls = StoredJson.Write(StoredJson.ReadList<string>(source.FormerUrls).Where(former => former != url && former != source.Url).Append(source.Url));
        }

        (source.ETag, source.LastModified, source.MovedTo, source.MovedSeen) = (null, null, null, 0);
        (source.Rhythm, source.Wishes) = (null, null);
        (source.Failure, source.Cause, source.FailuresInARow, source.LastSuccessAt) = (null, null, 0, null);
        (source.IsPaused, source.NextCheckAt) = (source.IsPausedByHand, clock.GetUtcNow());
    }

    private SourceRow NewRow(string id, SourceSettings settings)
    {
        var row = new SourceRow
        {
            Id = id,
            Name = settings.Name,
            OutletId = Slug.Of(settings.Name),
            Kind = settings.Kind,
            Url = settings.Url,
            SiteUrl = "",
            Tier = 2,
            IsAdded = true,
            IsPaused = settings.IsPaused,
            IsPausedByHand = settings.IsPaused,
            NextCheckAt = clock.GetUtcNow(),
        };
        Fill(row, settings);
        return row;
    }

    private async Task MarkRemovedAsync(ChipWatchDb db, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var marked = await RemovedSeedsAsync(db, cancellationToken);
        var ofPack = seeds.Sources.Select(seed => seed.Id).ToHashSet(StringComparer.Ordinal);
        db.Settings.AddRange(ids.Where(id => ofPack.Contains(id) && !marked.Contains(id))
            .Select(id => new SettingRow { Key = RemovedSeed + id, Value = clock.GetUtcNow().ToString("O") }));
    }

    private async Task<SourceChange> ChangeAsync(string id, Func<ChipWatchDb, SourceRow, Task<SourceChange>> change, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Sources.SingleOrDefaultAsync(s => s.Id == id && !s.IsSample, cancellationToken) is not { } source)
        {
            return new SourceChange.Missing();
        }

        var came = await change(db, source);
        if (came is SourceChange.Done)
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return came;
    }
}
