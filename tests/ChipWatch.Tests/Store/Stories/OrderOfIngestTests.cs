using System.Text.Json;
using ChipWatch.Digests;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store.Stories;

/// <summary>
/// The sample corpus taken in by chance within each day, a grouping after every few articles as rounds do: stories, claims and digests must not show it.
/// </summary>
public sealed class OrderOfIngestTests(OrderOfIngestTests.InOrder inOrder) : IClassFixture<OrderOfIngestTests.InOrder>
{
    /// <summary>The weeks that hold half of the corpus.</summary>
    private static readonly DateTimeOffset Since = new(2026, 6, 15, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Weeks = ["2026-W25", "2026-W26", "2026-W27"];

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 7)]
    public async Task GroupAsync_DaysInAnotherOrder_GivesTheSameStoriesClaimsAndDigests(int seed, int atOnce) =>
        await AssertAlikeAsync(inOrder.Recent, Recent, seed, atOnce);

    [Theory(Explicit = true)]
    [InlineData(11, 2)]
    [InlineData(12, 3)]
    [InlineData(13, 1)]
    [InlineData(14, 7)]
    [InlineData(15, 40)]
    public async Task GroupAsync_WholeCorpusInAnotherOrder_GivesTheSameStoriesClaimsAndDigests(int seed, int atOnce) =>
        await AssertAlikeAsync(await FileAsync(LabelledCorpus.Articles, null, int.MaxValue, closes: true), LabelledCorpus.Articles, seed, atOnce);

    [Fact]
    public async Task GroupAsync_AllInOneRoundInAnotherOrder_GivesTheSameStoriesClaimsAndDigests() =>
        AssertAlike(inOrder.Recent, await FileAsync(Recent, new Random(4), 20, closes: false));

    private static IReadOnlyList<ReadArticle> Recent => [.. LabelledCorpus.Articles.Where(article => article.PublishedAt >= Since)];

    private static async Task AssertAlikeAsync(IReadOnlyList<string> expected, IReadOnlyList<ReadArticle> articles, int seed, int atOnce) =>
        AssertAlike(expected, await FileAsync(articles, new Random(seed), atOnce, closes: true));

    private static void AssertAlike(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        foreach (var (one, other) in expected.Zip(actual))
        {
            Assert.Equal(one, other);
        }

        Assert.Equal(expected.Count, actual.Count);
    }

    /// <summary>Takes articles in and says all that the store then says of them.</summary>
    /// <param name="articles">Oldest first.</param>
    /// <param name="chance">Mixes what comes between two days; null for the order of time.</param>
    /// <param name="atOnce">So many are stored before they are grouped.</param>
    /// <param name="closes">Whether each day of the articles is a day of the store: its places are closed before the next begins.</param>
    private static async Task<IReadOnlyList<string>> FileAsync(IReadOnlyList<ReadArticle> articles, Random? chance, int atOnce, bool closes)
    {
        await using var store = await LabelledCorpus.StoreAsync();
        foreach (var day in closes ? articles.GroupBy(article => article.PublishedAt.UtcDateTime.Date).Select(day => day.ToArray()) : [[.. articles]])
        {
            chance?.Shuffle(day);
            foreach (var some in day.Chunk(atOnce))
            {
                foreach (var article in some)
                {
                    Assert.Equal(StoredAs.New, await store.AddAsync(article));
                }

                await store.Get<IStoryGrouper>().GroupAsync(CancellationToken.None);
            }

            store.Clock.Advance(closes ? TimeSpan.FromHours(25) : TimeSpan.Zero);
        }

        return await ToldAsync(store);
    }

    private static async Task<IReadOnlyList<string>> ToldAsync(TestStore store)
    {
        await using var db = await store.OpenAsync();
        var told = new List<string>();
        foreach (var story in await db.Stories.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync())
        {
            // The whole view: address, members with reasons, rungs, links, questions, numbers, additions.
            told.Add(JsonSerializer.Serialize(await store.Get<IStoryQueries>().FindAsync(story, CancellationToken.None)));
        }

        told.AddRange((await db.FollowUps.OrderBy(f => f.ArticleId).ToListAsync()).Select(f => $"{f.ArticleId} follows {f.FollowsId}: {f.Reason}"));
        told.AddRange((await db.StoryKeys.OrderBy(k => k.Key).ThenBy(k => k.StoryId).ToListAsync()).Select(k => $"{k.Key} {k.StoryId} {k.LatestAt:O}"));
        told.AddRange((await store.Get<ITimelineQueries>().FacetsAsync(TimelineFilter.All, CancellationToken.None)).Groups
            .SelectMany(group => group.Values.Select(value => $"{group.Facet} {value.Id} {value.Count}")));
        foreach (var week in Weeks)
        {
            told.Add(DigestMarkdown.Write(await store.Get<IDigestQueries>().IssueAsync(week, CancellationToken.None)));
        }

        return told;
    }

    /// <summary>What the store says where all comes in the order of time.</summary>
    public sealed class InOrder : IAsyncLifetime
    {
        public IReadOnlyList<string> Recent { get; private set; } = [];

        public async ValueTask InitializeAsync() => Recent = await FileAsync(OrderOfIngestTests.Recent, null, int.MaxValue, closes: true);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
