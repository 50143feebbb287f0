using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Seeding;
using ChipWatch.Store.Sources;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store.Sources;

public sealed class SourceStoreTests
{
    private const string Source = "sample-cyberivy";
    private static readonly FeedItem Item = new("guid-1", "https://cyberivy.example/a", "A", null, null, null, null, []);

    [Fact]
    public async Task StoreCheckAsync_SameItemsTwice_CountsThemOnce()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();

        Assert.Equal(1, await sources.StoreCheckAsync(Check(store, [Item, Item]), CancellationToken.None));
        Assert.Equal(0, await sources.StoreCheckAsync(Check(store, [Item with { Title = "Changed" }]), CancellationToken.None));
        Assert.Single(await sources.PendingAsync(Source, 10, CancellationToken.None));
    }

    [Fact]
    public async Task StoreCheckAsync_Failure_KeepsValidatorsAndSaysWhy()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();
        await sources.StoreCheckAsync(Check(store, [Item]), CancellationToken.None);

        await sources.StoreCheckAsync(
            Check(store, []) with { Failure = FetchFailure.Dns, Cause = "The name has no address.", Validators = Validators.None }, CancellationToken.None);

        var line = (await store.Get<ISourceQueries>().ListAsync(CancellationToken.None)).Single(s => s.Id == Source);
        Assert.Equal((SourceHealth.Failing, FetchFailure.Dns, "The name has no address.", 1), (line.Health, line.Failure!.Value, line.Cause!, line.FailuresInARow));
        Assert.Equal("etag", (await sources.DueAsync(all: false, Source, CancellationToken.None))[0].Validators.ETag);
    }

    [Theory]
    [InlineData(60, 400)]
    [InlineData(30, 721)]
    public async Task StoreCheckAsync_AThousandChecks_KeepsTheLastHundredsOrTwoWeeks(int minutesBetween, int kept)
    {
        await using var store = await TestStore.CreateAsync();
        await using (var db = await store.OpenAsync())
        {
            db.Fetches.AddRange(Enumerable.Range(1, 1000).Select(i => new FetchRow
            {
                SourceId = Source, At = store.Clock.GetUtcNow().AddMinutes(-minutesBetween * i), WasUnchanged = true,
            }));
            await db.SaveChangesAsync();
        }

        await store.Get<ISourceStore>().StoreCheckAsync(Check(store, []), CancellationToken.None);

        await using var after = await store.OpenAsync();
        Assert.Equal(kept, await after.Fetches.CountAsync(f => f.SourceId == Source));
    }

    [Fact]
    public async Task StoreCheckAsync_UnchangedAllDay_IsOneLineADay()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();
        var began = store.Clock.GetUtcNow();
        await sources.StoreCheckAsync(Check(store, [Item]), CancellationToken.None);
        for (var hour = 1; hour <= 13; hour++)
        {
            store.Clock.Advance(TimeSpan.FromHours(1));
            await sources.StoreCheckAsync(Check(store, []) with { WasUnchanged = true, Duration = TimeSpan.FromMilliseconds(hour) }, CancellationToken.None);
        }

        var checks = (await store.Get<ISourceQueries>().ChecksAsync(Source, null, CancellationToken.None)).Items;
        Assert.Equal([(12, 13, 2), (1, 11, 11), (0, 0, 1)], checks.Select(c => ((c.At - began).Hours, (c.LastAt - began).Hours, c.Times)));
        Assert.Equal(TimeSpan.FromMilliseconds(11), checks[1].Duration);
    }

    [Fact]
    public async Task StoreCheckAsync_FailureOrNewsBetweenUnchangedChecks_BeginsAnotherLine()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();
        var unchanged = Check(store, []) with { WasUnchanged = true };
        foreach (var check in new[] { unchanged, unchanged, unchanged with { Failure = FetchFailure.Timeout, WasUnchanged = false }, unchanged, Check(store, [Item]), Check(store, []), unchanged })
        {
            await sources.StoreCheckAsync(check, CancellationToken.None);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var checks = (await store.Get<ISourceQueries>().ChecksAsync(Source, null, CancellationToken.None)).Items;
        Assert.Equal([1, 1, 1, 1, 1, 2], checks.Select(c => c.Times));
    }

    [Fact]
    public async Task DueAsync_AfterACheck_WaitsForItsTime()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();
        Assert.Equal(2, (await sources.DueAsync(all: false, null, CancellationToken.None)).Count);
        await sources.StoreCheckAsync(Check(store, []), CancellationToken.None);

        Assert.DoesNotContain(await sources.DueAsync(all: false, null, CancellationToken.None), s => s.Id == Source);
        store.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains(await sources.DueAsync(all: false, null, CancellationToken.None), s => s.Id == Source);
    }

    [Fact]
    public async Task DueAsync_PagesStillToRead_AreDueBeforeTheirFeed()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();
        await sources.StoreCheckAsync(Check(store, [Item]), CancellationToken.None);

        Assert.Contains(await sources.DueAsync(all: false, null, CancellationToken.None), s => s.Id == Source);
    }

    [Fact]
    public async Task ItemFailedAsync_ForGood_IsNotAskedForAgain()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();
        await sources.StoreCheckAsync(Check(store, [Item]), CancellationToken.None);
        var pending = Assert.Single(await sources.PendingAsync(Source, 10, CancellationToken.None));

        await sources.ItemFailedAsync(pending.Id, "The page is gone.", null, CancellationToken.None);

        Assert.Empty(await sources.PendingAsync(Source, 10, CancellationToken.None));
    }

    [Fact]
    public async Task StoreCheckAsync_OneIdForManyEntries_TellsThemApartByLink()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();
        await sources.StoreCheckAsync(Check(store, [Item]), CancellationToken.None);
        FeedItem[] shared = [Item with { Url = "https://cyberivy.example/b" }, Item, Item with { Url = "https://cyberivy.example/c" }];

        Assert.Equal(2, await sources.StoreCheckAsync(Check(store, shared), CancellationToken.None));
        Assert.Equal(0, await sources.StoreCheckAsync(Check(store, shared), CancellationToken.None));
        Assert.Equal(3, (await sources.PendingAsync(Source, 10, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task StoreCheckAsync_NewIdsWithoutEnd_KeepsTheNewestFiveThousand()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();
        for (var fetch = 0; fetch < 3; fetch++)
        {
            await sources.StoreCheckAsync(
                Check(store, [.. Enumerable.Range(0, 2000).Select(i => Item with { Id = $"{fetch}-{i}", Url = $"https://cyberivy.example/{fetch}/{i}" })]), CancellationToken.None);
        }

        await using var db = await store.OpenAsync();
        Assert.Equal(5000, await db.Items.CountAsync());
        Assert.Equal(2000, await db.Items.CountAsync(i => i.Url.StartsWith("https://cyberivy.example/2/")));
    }

    [Fact]
    public async Task StoreCheckAsync_MovedForGood_IsBelievedAtTheThirdCheckAndTheOldAddressIsKept()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();
        var before = (await DueAsync(store)).Url;
        var moved = Check(store, []) with { MovedTo = new Uri("https://new.example/feed"), Asked = before };

        await sources.StoreCheckAsync(moved, CancellationToken.None);
        await sources.StoreCheckAsync(moved, CancellationToken.None);
        await sources.StoreCheckAsync(Check(store, []), CancellationToken.None);
        await sources.StoreCheckAsync(moved, CancellationToken.None);
        await sources.StoreCheckAsync(moved, CancellationToken.None);
        Assert.Equal(before, (await DueAsync(store)).Url);
        await sources.StoreCheckAsync(moved, CancellationToken.None);

        Assert.Equal("https://new.example/feed", (await DueAsync(store)).Url.AbsoluteUri);
        await using var db = await store.OpenAsync();
        Assert.Contains(before.AbsoluteUri, (await db.Sources.SingleAsync(s => s.Id == Source)).FormerUrls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoreCheckAsync_AddressEditedMeanwhile_KeepsNoValidatorsOfTheOldOne()
    {
        await using var store = await TestStore.CreateAsync();

        await store.Get<ISourceStore>().StoreCheckAsync(Check(store, [Item]) with { Asked = new Uri("https://other.example/feed") }, CancellationToken.None);

        Assert.Equal(Validators.None, (await DueAsync(store)).Validators);
    }

    [Fact]
    public async Task StoreCheckAsync_UnreadableTenTimesInARow_IsPausedUntilItIsReadAgain()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();
        for (var i = 1; i <= 12; i++)
        {
            // The second is trouble of another kind: the count begins again after it
            var failure = i == 2 ? FetchFailure.Timeout : FetchFailure.NotAFeed;
            await sources.StoreCheckAsync(Check(store, []) with { Failure = failure, Cause = "Trouble." }, CancellationToken.None);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(i == 12 ? SourceHealth.Paused : SourceHealth.Failing, await HealthAsync(store));
        }

        Assert.DoesNotContain(await sources.DueAsync(all: true, null, CancellationToken.None), s => s.Id == Source);
        await sources.StoreCheckAsync(Check(store, [Item]), CancellationToken.None);
        Assert.Equal(SourceHealth.Well, await HealthAsync(store));
    }

    [Fact]
    public async Task StoreCheckAsync_RhythmAndWishes_AreThereNextTime()
    {
        await using var store = await TestStore.CreateAsync();
        var wishes = new PollWishes(TimeSpan.FromHours(1), [0, 1], [DayOfWeek.Sunday]);

        await store.Get<ISourceStore>().StoreCheckAsync(Check(store, []) with { Rhythm = TimeSpan.FromMinutes(42), Wishes = wishes }, CancellationToken.None);

        var due = await DueAsync(store);
        Assert.Equal((TimeSpan.FromMinutes(42), TimeSpan.FromHours(1)), (due.Rhythm!.Value, due.Wishes.Pause!.Value));
        Assert.Equal([0, 1], due.Wishes.QuietHours);
        Assert.Equal([DayOfWeek.Sunday], due.Wishes.QuietDays);
    }

    [Fact]
    public async Task StoreCheckAsync_SourceRemovedMeanwhile_WritesNothing()
    {
        await using var store = await TestStore.CreateAsync();

        Assert.Equal(0, await store.Get<ISourceStore>().StoreCheckAsync(Check(store, [Item]) with { SourceId = "gone" }, CancellationToken.None));
    }

    [Fact]
    public async Task DueAsync_OnlyPagesToRead_IsNoReasonToAskTheFeed()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();
        await sources.StoreCheckAsync(Check(store, [Item]), CancellationToken.None);

        Assert.False((await sources.DueAsync(all: false, null, CancellationToken.None)).Single(s => s.Id == Source).IsCheckDue);
        Assert.True((await DueAsync(store)).IsCheckDue);
    }

    [Fact]
    public async Task DueAsync_ClockWentBack_SourcesDoNotSleepUntilItCatchesUp()
    {
        await using var store = await TestStore.CreateAsync(samples: false);
        await store.Get<IStoreSetup>().PrepareAsync(
            TestStore.Catalogue with { Sources = [new("a", "A", "rss", "https://a.example/feed", "https://a.example/", "en", 1, "news", [], null, null)] }, null, CancellationToken.None);
        var sources = store.Get<ISourceStore>();
        await sources.StoreCheckAsync(Check(store, []) with { SourceId = "a", NextCheckAt = store.Clock.GetUtcNow().AddHours(24) }, CancellationToken.None);
        Assert.Empty(await sources.DueAsync(all: false, null, CancellationToken.None));

        await sources.StoreCheckAsync(Check(store, []) with { SourceId = "a", NextCheckAt = store.Clock.GetUtcNow().AddYears(3) }, CancellationToken.None);
        Assert.Single(await sources.DueAsync(all: false, null, CancellationToken.None));
    }

    [Fact]
    public async Task PostponeItemsAsync_HostInTrouble_CountsAsNoAttempt()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();
        await sources.StoreCheckAsync(Check(store, [Item]), CancellationToken.None);

        await sources.PostponeItemsAsync(Source, store.Clock.GetUtcNow().AddMinutes(10), CancellationToken.None);

        Assert.Empty(await sources.PendingAsync(Source, 10, CancellationToken.None));
        store.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(0, Assert.Single(await sources.PendingAsync(Source, 10, CancellationToken.None)).Attempts);
    }

    [Fact]
    public async Task PendingAsync_FullTextOfTheFeed_IsGivenApart()
    {
        await using var store = await TestStore.CreateAsync();
        var sources = store.Get<ISourceStore>();
        await sources.StoreCheckAsync(Check(store, [Item with { ContentHtml = "<p>Whole.</p>" }]), CancellationToken.None);

        var pending = Assert.Single(await sources.PendingAsync(Source, 10, CancellationToken.None));
        Assert.Equal(13, pending.ContentLength);
        Assert.Equal("<p>Whole.</p>", await sources.ContentAsync(pending.Id, CancellationToken.None));
    }

    private static async Task<DueSource> DueAsync(TestStore store) =>
        Assert.Single(await store.Get<ISourceStore>().DueAsync(all: false, Source, CancellationToken.None));

    private static async Task<SourceHealth> HealthAsync(TestStore store) =>
        (await store.Get<ISourceQueries>().ListAsync(CancellationToken.None)).Single(s => s.Id == Source).Health;

    private static SourceCheck Check(TestStore store, IReadOnlyList<FeedItem> items) => new(
        Source, TimeSpan.Zero, store.Clock.GetUtcNow().AddMinutes(30), null, null, new Validators("etag", null), items, false, null, false);
}
