using System.Data.Common;
using System.Globalization;
using ChipWatch.Pipeline.Clustering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChipWatch.Store.Stories;

/// <summary>
/// The stories that were compared of late, as they are compared, for one transaction: whatever articles come together are weighed against mostly the same
/// stories, and reading a signature from its row takes far longer than comparing it.
/// </summary>
internal sealed class StoryShelf : IAsyncDisposable
{
    /// <summary>Of a story on which hundreds report, the first articles and the latest say what it is about.</summary>
    private const int FirstCompared = 10;
    private const int LatestCompared = 30;
    private const int MostCompared = FirstCompared + LatestCompared;

    /// <summary>So many signatures are kept of what is asked for now, and as many of what was asked for before.</summary>
    private const int MostKept = 2500;

    private readonly SignatureReader signatures;
    private readonly DbCommand first;
    private readonly DbCommand latest;
    private Dictionary<long, Compared> young = [];
    private Dictionary<long, Compared> old = [];
    private int kept;

    /// <param name="db">A context whose transaction is open.</param>
    /// <param name="signatures">Reads signatures.</param>
    public StoryShelf(ChipWatchDb db, SignatureReader signatures)
    {
        this.signatures = signatures;
        first = Command(db, $"ORDER BY a.\"Id\" LIMIT {FirstCompared}");
        latest = Command(db, $"ORDER BY a.\"Id\" DESC LIMIT {LatestCompared}");
    }

    /// <summary>How many signatures were read from their rows.</summary>
    public int SignaturesRead { get; private set; }

    /// <summary>The stories, as they may take a further article, in the order asked for; one without articles is left out.</summary>
    public async Task<IReadOnlyList<OpenStory>> OpenAsync(IReadOnlyList<long> stories, CancellationToken cancellationToken)
    {
        var open = new List<OpenStory>(stories.Count);
        foreach (var id in stories)
        {
            if (Find(id) is not { } story)
            {
                Keep(story = await LoadAsync(id, cancellationToken));
            }

            if (story.Count > 0)
            {
                open.Add(story.Open());
            }
        }

        return open;
    }

    /// <summary>Notes that an article joined a story, or founded it; the row says so too by then.</summary>
    public void Add(long story, long article, StorySignature signature, bool isFounded)
    {
        var known = Find(story);
        if (known is null && isFounded)
        {
            Keep(known = new Compared(story));
        }

        // What is not kept is read with its new article when it is asked for.
        known?.Add(article, signature);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await first.DisposeAsync();
        await latest.DisposeAsync();
    }

    private Compared? Find(long story)
    {
        if (!young.TryGetValue(story, out var known) && old.Remove(story, out known))
        {
            Keep(known);
        }

        return known;
    }

    private void Keep(Compared story)
    {
        young[story.Id] = story;
        kept += Math.Max(1, story.Count);
        if (kept > MostKept)
        {
            (old, young, kept) = (young, [], 0);
        }
    }

    /// <summary>Reads a story's first articles, and its latest where there are more.</summary>
    private async Task<Compared> LoadAsync(long id, CancellationToken cancellationToken)
    {
        var story = new Compared(id);
        await ReadAsync(first, story, cancellationToken);
        if (story.Count == FirstCompared)
        {
            await ReadAsync(latest, story, cancellationToken);
        }

        return story;
    }

    private async Task ReadAsync(DbCommand command, Compared story, CancellationToken cancellationToken)
    {
        command.Parameters[0].Value = story.Id;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var article = reader.GetInt64(0);
            if (!story.Holds(article))
            {
                story.Add(article, signatures.Read(reader.IsDBNull(1) ? null : reader.GetFieldValue<byte[]>(1), reader.GetString(2)));
                SignaturesRead++;
            }
        }
    }

    private static DbCommand Command(ChipWatchDb db, string order)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // all of it is written here
        command.CommandText = $"SELECT a.\"Id\", s.\"Packed\", s.\"Signature\" FROM \"Articles\" a JOIN \"Signatures\" s ON s.\"ArticleId\" = a.\"Id\" WHERE a.\"StoryId\" = @story {order}";
#pragma warning restore CA2100
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@story";
        command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>The articles of a story that are compared, oldest first.</summary>
    private sealed class Compared(long id)
    {
        private readonly SortedList<long, StorySignature> members = [];
        private OpenStory? open;

        public long Id => id;

        public int Count => members.Count;

        public bool Holds(long article) => members.ContainsKey(article);

        public OpenStory Open() => open ??= new(id.ToString(CultureInfo.InvariantCulture), [.. members.Values]);

        public void Add(long article, StorySignature signature)
        {
            members[article] = signature;
            if (members.Count > MostCompared)
            {
                members.RemoveAt(FirstCompared);
            }

            open = null;
        }
    }
}
