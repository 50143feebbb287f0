using System.Globalization;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>
/// The stories that were compared of late, as they are compared, for one transaction: whatever articles come together are weighed against mostly the same
/// stories, and reading a signature from its row takes far longer than comparing it.
/// </summary>
internal sealed class StoryShelf(ChipWatchDb db)
{
    /// <summary>Of a story on which hundreds report, the first articles and the latest say what it is about.</summary>
    private const int FirstCompared = 10;
    private const int LatestCompared = 30;
    private const int MostCompared = FirstCompared + LatestCompared;

    /// <summary>So many signatures are kept of what is asked for now, and as many of what was asked for before.</summary>
    private const int MostKept = 2500;

    private Dictionary<long, Compared> young = [];
    private Dictionary<long, Compared> old = [];
    private int kept;

    /// <summary>How many signatures were read from their rows.</summary>
    public int SignaturesRead { get; private set; }

    /// <summary>The stories, as they may take a further article, in the order asked for; one without articles is left out.</summary>
    public async Task<IReadOnlyList<OpenStory>> OpenAsync(IReadOnlyList<long> stories, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, Compared>();
        foreach (var story in stories)
        {
            if (Find(story) is { } known)
            {
                found[story] = known;
            }
        }

        var lacking = stories.Where(story => !found.ContainsKey(story)).ToList();
        foreach (var story in lacking.Count > 0 ? await LoadAsync(lacking, cancellationToken) : [])
        {
            found[story.Id] = story;
            Keep(story);
        }

        return [.. stories.Where(found.ContainsKey).Select(story => found[story].Open())];
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

    private async Task<List<Compared>> LoadAsync(List<long> stories, CancellationToken cancellationToken)
    {
        // The count may lag behind within this transaction: then more is read than compared.
        var large = await db.Stories.Where(s => stories.Contains(s.Id) && s.ArticleCount > MostCompared).Select(s => s.Id).ToListAsync(cancellationToken);
        var small = stories.Except(large).ToList();
        var loaded = new List<Compared>();
        await AddAsync(SignedOf(db.Articles.Where(a => a.StoryId != null && small.Contains(a.StoryId.Value))));
        foreach (var story in large)
        {
            var members = db.Articles.Where(a => a.StoryId == story);
            await AddAsync(SignedOf(members.OrderBy(a => a.Id).Take(FirstCompared)));
            await AddAsync(SignedOf(members.OrderByDescending(a => a.Id).Take(LatestCompared)));
        }

        return loaded;

        IQueryable<Signed> SignedOf(IQueryable<ArticleRow> articles) =>
            articles.Join(db.Signatures, a => a.Id, s => s.ArticleId, (a, s) => new Signed(a.Id, a.StoryId!.Value, s.Signature));

        async Task AddAsync(IQueryable<Signed> rows)
        {
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (loaded.Find(story => story.Id == row.Story) is not { } known)
                {
                    loaded.Add(known = new Compared(row.Story));
                }

                known.Add(row.Article, StoredJson.Read<StorySignature>(row.Signature));
                SignaturesRead++;
            }
        }
    }

    private sealed record Signed(long Article, long Story, string Signature);

    /// <summary>The articles of a story that are compared, oldest first.</summary>
    private sealed class Compared(long id)
    {
        private readonly SortedList<long, StorySignature> members = [];
        private OpenStory? open;

        public long Id => id;

        public int Count => members.Count;

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
