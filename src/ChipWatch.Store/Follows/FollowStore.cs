using System.Globalization;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Follows;

/// <summary>Keeps each vendor and topic that is followed as a setting ("follow.vendor.amazon"), with the instant since when.</summary>
internal sealed class FollowStore(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, TagNames names, TimeProvider clock) : IFollows
{
    private const string Prefix = "follow.";

    /// <inheritdoc/>
    public async Task<FollowList> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, cancellationToken);
    }

    /// <summary>The list within a query that is under way.</summary>
    public static async Task<FollowList> ReadAsync(ChipWatchDb db, CancellationToken cancellationToken)
    {
        var keys = await db.Settings.Where(s => s.Key.StartsWith(Prefix)).Select(s => s.Key).ToListAsync(cancellationToken);
        return keys.Count == 0 ? FollowList.None : new(Of(Facet.Vendor), Of(Facet.Topic));

        List<string> Of(Facet facet) => [.. keys.Where(key => key.StartsWith(Key(facet, ""), StringComparison.Ordinal)).Select(key => key[Key(facet, "").Length..]).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<bool> SetAsync(Facet facet, string id, bool isFollowed, CancellationToken cancellationToken)
    {
        if (!(facet is Facet.Vendor ? names.HasCompany(id) : facet is Facet.Topic && names.HasTopic(id)))
        {
            return false;
        }

        var key = Key(facet, id);
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.Settings.SingleOrDefaultAsync(s => s.Key == key, cancellationToken);
        if (isFollowed && row is null)
        {
            db.Settings.Add(new SettingRow { Key = key, Value = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) });
        }
        else if (!isFollowed && row is not null)
        {
            db.Settings.Remove(row);
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static string Key(Facet facet, string id) => $"{Prefix}{facet.ToString().ToLowerInvariant()}.{id}";
}
