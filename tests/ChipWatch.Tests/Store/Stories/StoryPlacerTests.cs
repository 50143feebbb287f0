using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Stories;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store.Stories;

/// <summary>What placing an article reads, counted in rows: without a clock, but as telling of how its cost grows.</summary>
public sealed class StoryPlacerTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What all stories of a busy field share: a chip, a company that is in the news every day, a word.</summary>
    private static readonly string[] Common = ["chip:nvidia-blackwell", "company:nvidia", "term:hbm4"];

    [Fact]
    public async Task PlaceAsync_ThreeTimesAsManyStories_ReadsNoMoreRows()
    {
        var small = await RowsReadAsync(stories: 3_500, articlesEach: 1);
        var large = await RowsReadAsync(stories: 10_500, articlesEach: 1);

        Assert.InRange(small, 20, 80);
        Assert.Equal(small, large);
    }

    [Fact]
    public async Task PlaceAsync_StoriesOfHundreds_ReadsTheirFirstAndLatestAlone()
    {
        var small = await RowsReadAsync(stories: 5, articlesEach: 40);
        var large = await RowsReadAsync(stories: 5, articlesEach: 400);

        Assert.Equal(small, large);
    }

    [Fact]
    public async Task PlaceAsync_SignaturesOfBefore_AreReadAsThoseOfNow()
    {
        var now = await PlaceAsync(stories: 30, articlesEach: 20, "story0", isPacked: true);
        var before = await PlaceAsync(stories: 30, articlesEach: 20, "story0", isPacked: false);

        Assert.Equal(1, now.Story);
        Assert.Equal(now, before);
    }

    private static async Task<int> RowsReadAsync(int stories, int articlesEach) => (await PlaceAsync(stories, articlesEach, "own", isPacked: true)).RowsRead;

    private static async Task<(int RowsRead, long? Story, string? Reason)> PlaceAsync(int stories, int articlesEach, string own, bool isPacked)
    {
        await using var store = await TestStore.CreateAsync();
        await using var db = await store.OpenAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await FillAsync(db, stories, articlesEach, isPacked);
        var article = Article(long.MaxValue, Now);
        db.Articles.Add(article);
        await db.SaveChangesAsync();
        await using var placer = new StoryPlacer(db, new SignatureReader());

        await placer.PlaceAsync(article, Signature(Now, own), decided: null, CancellationToken.None);

        Assert.NotNull(article.StoryReason);
        return (placer.RowsRead, article.StoryId, article.StoryReason);
    }

    /// <summary>Stories of one and a half years, the latest an hour ago.</summary>
    private static async Task FillAsync(ChipWatchDb db, int stories, int articlesEach, bool isPacked)
    {
        await using var articles = new RowInserter<ArticleRow>(db);
        await using var signatures = new RowInserter<SignatureRow>(db);
        await using var keys = new RowInserter<StoryKeyRow>(db);
        await using var rows = new RowInserter<StoryRow>(db);
        for (var story = 0; story < stories; story++)
        {
            var id = 1L + (story * articlesEach);
            var at = Now.AddHours(-1) - (TimeSpan.FromDays(500) * story / stories);
            var row = StoryRefresh.NewRow(id, Article(id, at));
            row.ArticleCount = articlesEach;
            await rows.InsertAsync(row, CancellationToken.None);
            for (var i = 0; i < articlesEach; i++)
            {
                var article = Article(id + i, at);
                article.StoryId = id;
                await articles.InsertAsync(article, CancellationToken.None);
                await signatures.InsertAsync(Row(article.Id, Signature(at, $"story{story}"), isPacked), CancellationToken.None);
            }

            foreach (var key in Signature(at, $"story{story}").Keys)
            {
                await keys.InsertAsync(new StoryKeyRow { Key = key, StoryId = id, LatestAt = at }, CancellationToken.None);
            }
        }
    }

    private static SignatureRow Row(long article, StorySignature signature, bool isPacked) =>
        isPacked ? SignatureReader.Row(article, signature) : new SignatureRow { ArticleId = article, Signature = StoredJson.Write(signature) };

    private static StorySignature Signature(DateTimeOffset at, string own) => new(at, [.. Common, "term:" + own])
    {
        Language = "en",
        Primary = ["nvidia"],
        Companies = ["nvidia"],
        Chips = ["nvidia-blackwell"],
        Type = EventType.Deal,
        Status = EventStatus.Rumor,
        Mentions = [new("nvidia", 5, InTitle: true), new("nvidia-blackwell", 5, InTitle: true)],
        Terms = [.. Enumerable.Range(0, 6).Select(i => new StoryTerm($"{own}-{i}", 10, IsName: i % 2 == 0, InTitle: true))],
        Numbers = [new(3.92e9, 3)],
    };

    private static ArticleRow Article(long id, DateTimeOffset at) => new()
    {
        Id = id,
        Url = $"https://outlet.invalid/{id}",
        Slug = "a",
        Title = "A",
        OutletId = "outlet",
        SourceId = "source",
        PublishedAt = at,
        FirstSeenAt = at,
        IsSample = false,
    };
}
