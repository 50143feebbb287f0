using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Sources;
using ChipWatch.Tests.Fakes;

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

    private static SourceCheck Check(TestStore store, IReadOnlyList<FeedItem> items) => new(
        Source, TimeSpan.Zero, store.Clock.GetUtcNow().AddMinutes(30), null, null, new Validators("etag", null), items, false, null, false);
}
