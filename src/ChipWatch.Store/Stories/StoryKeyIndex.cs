using System.Data.Common;
using System.Globalization;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChipWatch.Store.Stories;

/// <summary>The keys under which stories are found as candidates, within one transaction.</summary>
/// <remarks>Every article asks for some forty keys: two prepared commands take a twentieth of what a query of the context takes.</remarks>
internal sealed class StoryKeyIndex : IAsyncDisposable
{
    private readonly ChipWatchDb db;
    private readonly SignatureReader signatures;
    private readonly Search byName;
    private readonly Search byWord;
    private readonly RowInserter<StoryKeyRow> rows;
    private readonly RelationalTypeMapping instants;

    private readonly List<(long Story, long LatestAt)> found = [];
    private DateTimeOffset? newest;

    /// <param name="db">A context whose transaction is open.</param>
    /// <param name="signatures">Reads signatures.</param>
    public StoryKeyIndex(ChipWatchDb db, SignatureReader signatures)
    {
        (this.db, this.signatures) = (db, signatures);
        instants = db.Model.FindEntityType(typeof(StoryKeyRow))!.FindProperty(nameof(StoryKeyRow.LatestAt))!.GetRelationalTypeMapping();
        (byName, byWord) = (new(db, StoryKeys.MostOfName), new(db, StoryKeys.MostOfWord));
        rows = new(db, "(\"StoryId\", \"Key\") DO UPDATE SET \"LatestAt\" = excluded.\"LatestAt\" WHERE excluded.\"LatestAt\" > \"StoryKeys\".\"LatestAt\"");
    }

    /// <summary>How many rows were read to find candidates.</summary>
    public int RowsRead { get; private set; }

    /// <summary>The stories worth comparing with an article: they share telling keys with it and are near enough in time for that.</summary>
    /// <param name="keys">The article's keys.</param>
    /// <param name="at">When it was published.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<long>> FindAsync(IReadOnlyList<string> keys, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var candidates = new StoryCandidates<long>();
        // Most articles are the newest there are: then nothing is to be found after them, and half of the searches are saved.
        newest ??= await db.Stories.MaxAsync(s => (DateTimeOffset?)s.LatestAt, cancellationToken) ?? DateTimeOffset.MinValue;
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
        {
            found.Clear();
            var reach = StoryKeys.Reach(key);
            var search = StoryKeys.TellsAlone(key) ? byName : byWord;
            await ReadAsync(search.Before, key, at, at - reach, cancellationToken);
            if (newest > at)
            {
                await ReadAsync(search.After, key, at, at + reach, cancellationToken);
            }

            candidates.Add(key, found);
        }

        return candidates.Choose();
    }

    /// <summary>Adds an article's keys to those of its story, whose row is there.</summary>
    public async Task AddAsync(long storyId, DateTimeOffset publishedAt, StorySignature signature, CancellationToken cancellationToken)
    {
        newest = newest is null || newest > publishedAt ? newest : publishedAt;
        foreach (var key in signature.Keys.Distinct(StringComparer.Ordinal))
        {
            await rows.InsertAsync(new StoryKeyRow { Key = key, StoryId = storyId, LatestAt = publishedAt }, cancellationToken);
        }
    }

    /// <summary>Makes a story's keys anew from the articles that it has now: needed where one has left.</summary>
    public async Task RebuildAsync(long storyId, CancellationToken cancellationToken)
    {
        await db.StoryKeys.Where(k => k.StoryId == storyId).ExecuteDeleteAsync(cancellationToken);
        var members = db.Articles.Where(a => a.StoryId == storyId).Join(db.Signatures, a => a.Id, s => s.ArticleId, (a, s) => new { a.PublishedAt, s.Packed, s.Signature });
        var keys = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (var member in members.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var key in signatures.Read(member.Packed, member.Signature).Keys)
            {
                keys[key] = keys.TryGetValue(key, out var latest) && latest > member.PublishedAt ? latest : member.PublishedAt;
            }
        }

        foreach (var (key, latest) in keys)
        {
            await rows.InsertAsync(new StoryKeyRow { Key = key, StoryId = storyId, LatestAt = latest }, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await byName.DisposeAsync();
        await byWord.DisposeAsync();
        await rows.DisposeAsync();
    }

    private async Task ReadAsync(DbCommand command, string key, DateTimeOffset at, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        command.Parameters[0].Value = key;
        command.Parameters[1].Value = Stored(at);
        command.Parameters[2].Value = Stored(limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            RowsRead++;
            found.Add((reader.GetInt64(0), reader.GetInt64(1)));
        }
    }

    private object Stored(DateTimeOffset instant) => instants.Converter?.ConvertToProvider(instant) ?? instant;

    /// <summary>The commands that find the stories of a key, the nearest in time before an article and after it.</summary>
    /// <remarks>How many is part of the text: where a limit is a parameter, SQLite makes its plan anew each time it is set.</remarks>
    private sealed class Search(ChipWatchDb db, int most) : IAsyncDisposable
    {
        public DbCommand Before { get; } = Command(db, most, "\"LatestAt\" <= @at AND \"LatestAt\" >= @limit ORDER BY \"LatestAt\" DESC, \"StoryId\" DESC");

        public DbCommand After { get; } = Command(db, most, "\"LatestAt\" > @at AND \"LatestAt\" <= @limit ORDER BY \"LatestAt\", \"StoryId\"");

        public async ValueTask DisposeAsync()
        {
            await Before.DisposeAsync();
            await After.DisposeAsync();
        }

        private static DbCommand Command(ChipWatchDb db, int most, string condition)
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // all of it is written here
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT \"StoryId\", \"LatestAt\" FROM \"StoryKeys\" WHERE \"Key\" = @key AND {condition} LIMIT {most}");
#pragma warning restore CA2100
            foreach (var name in new[] { "@key", "@at", "@limit" })
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            return command;
        }
    }
}
