using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Store;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Seeding;
using ChipWatch.Store.Timelines;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store.Seeding;

public sealed class StoreSetupTests
{
    [Fact]
    public async Task PrepareAsync_Again_AddsNothing()
    {
        await using var store = await TestStore.CreateAsync();

        await store.Get<IStoreSetup>().PrepareAsync(TestStore.Catalogue, TestStore.Samples, CancellationToken.None);

        await using var db = await store.OpenAsync();
        Assert.Equal(2, await db.Sources.CountAsync());
    }

    [Fact]
    public async Task PrepareAsync_SourcesOfEveryKind_KeepTheirRulesAndAreDue()
    {
        await using var store = await TestStore.CreateAsync();

        await store.Get<IStoreSetup>().PrepareAsync(NewsCatalogue.LoadSeeds(), null, CancellationToken.None);

        await using var db = await store.OpenAsync();
        Assert.False(await db.Sources.AnyAsync(s => s.IsPaused || s.Cause != null));
        var rules = StoredJson.Read<SourceRules>((await db.Sources.SingleAsync(s => s.Id == "federal-register-bis")).Rules!);
        Assert.Equal("results", rules.Mapping?.Items);
        Assert.NotNull(StoredJson.Read<SourceRules>((await db.Sources.SingleAsync(s => s.Id == "tsmc-news")).Rules!).Listing);
    }

    [Theory]
    [InlineData("It has no feed, and pages without one are not read yet.", false, false)]
    [InlineData("It has no feed, and pages without one are not read yet.", true, true)]
    [InlineData("The server says that it is gone for good.", false, true)]
    public async Task PrepareAsync_StoreOfAnEarlierVersion_WakesWhatCouldNotBeRead(string cause, bool byHand, bool staysPaused)
    {
        await using var store = await TestStore.CreateAsync();
        var catalogue = NewsCatalogue.LoadSeeds();
        await store.Get<IStoreSetup>().PrepareAsync(catalogue, null, CancellationToken.None);
        await using (var before = await store.OpenAsync())
        {
            await before.Sources.Where(s => s.Id == "tsmc-news").ExecuteUpdateAsync(set => set
                .SetProperty(s => s.IsPaused, true).SetProperty(s => s.IsPausedByHand, byHand).SetProperty(s => s.Cause, cause).SetProperty(s => s.Rules, (string?)null));
        }

        await store.Get<IStoreSetup>().PrepareAsync(catalogue, null, CancellationToken.None);

        await using var db = await store.OpenAsync();
        var row = await db.Sources.SingleAsync(s => s.Id == "tsmc-news");
        Assert.Equal((staysPaused, staysPaused), (row.IsPaused, row.Rules is null));
    }

    [Fact]
    public async Task RemoveSamplesAsync_FilledStore_LeavesNothingOfThemAndTheyDoNotComeBack()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(new TestArticle("https://cyberivy.example/a", "Trainium may leave AWS", "2026-06-20T09:00:00"));

        Assert.Equal(1, await store.Get<IStoreSetup>().RemoveSamplesAsync(CancellationToken.None));
        await store.Get<IStoreSetup>().PrepareAsync(TestStore.Catalogue, TestStore.Samples, CancellationToken.None);

        await using var db = await store.OpenAsync();
        Assert.Equal(0, await db.Sources.CountAsync() + await db.Articles.CountAsync() + await db.Stories.CountAsync() + await db.Tags.CountAsync());
        Assert.Equal(0, await db.FacetCounts.CountAsync() + await db.StoryFacets.CountAsync() + await db.Revisions.CountAsync() + await db.RevisionBodies.CountAsync());
        Assert.Empty((await store.Get<ITimelineQueries>().PageAsync(TimelineFilter.All with { Query = "Trainium" }, null, 10, CancellationToken.None)).Items);
        Assert.Equal(0, (await store.Get<IDigestQueries>().IssueAsync("2026-W25", CancellationToken.None)).Stories);
    }
}
