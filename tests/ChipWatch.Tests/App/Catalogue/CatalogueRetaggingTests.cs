using ChipWatch.Catalogue;
using ChipWatch.Ingestion;
using ChipWatch.Live;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Upkeep;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.App.Catalogue;

/// <summary>From a saved change to the stories that show it.</summary>
public sealed class CatalogueRetaggingTests
{
    private static readonly CatalogueEdit DeSantis = new(EntryKind.Company, "nvidia") { Added = [new("DeSantis")] };

    [Fact]
    public async Task Settle_NameAdded_ReachesItsArticlesAndNoOther_AndUndoingTakesItBack()
    {
        await using var store = await TestStore.CreateAsync();
        var retagging = Retagging(store);
        await store.AddAndGroupAsync([.. OneDay.All]);
        var vocabulary = new CatalogueEdit(EntryKind.Topic, "sovereign-ai") { Added = [new("data centres") { Weight = 5 }, new("Trainium") { Weight = 5 }] };
        await store.Get<ICatalogueStore>().SaveAsync(vocabulary, default);
        await retagging.SettleAsync(default);

        var saved = Assert.IsType<CatalogueOutcome.Done>(await store.Get<ICatalogueStore>().SaveAsync(DeSantis, default));
        Assert.True(await retagging.SettleAsync(default) > 0);

        Assert.Equal(1, await StoriesOfAsync(store, "nvidia", "Trainium"));
        await using (var db = await store.OpenAsync())
        {
            Assert.Equal(1, await db.Articles.CountAsync(a => a.CatalogueVersion == 0 && a.Title.StartsWith("Driver")));
        }

        Assert.Equal(0, await retagging.SettleAsync(default));
        await store.Get<ICatalogueStore>().UndoAsync(saved.ChangeId, default);
        Assert.True(await retagging.SettleAsync(default) > 0);
        Assert.Equal(0, await StoriesOfAsync(store, "nvidia", "Trainium"));
        Assert.True((await store.Get<ICatalogueStore>().StandingAsync(default)).IsSettled);
    }

    [Fact]
    public async Task Settle_NameOfAnOutletAdded_CountsOriginsAgain_AndUndoingTakesItBack()
    {
        await using var store = await TestStore.CreateAsync(TestStore.Catalogue with { Outlets = [new("Chip Daily", [])] }, TestStore.Samples);
        await store.AddAndGroupAsync(
            OneDay.TalksFirst with { ReportedBy = ["Chip Daily"] },
            OneDay.TalksLater with { ReportedBy = ["芯片日报"] },
            OneDay.TalksLast with { ReportedBy = ["Chip Daily"] });
        Assert.Equal(2, (await store.StoryOfAsync(OneDay.TalksFirst)).Card.Origins);

        var saved = Assert.IsType<CatalogueOutcome.Done>(await store.Get<ICatalogueStore>().SaveAsync(new(EntryKind.Outlet, "chip-daily") { Added = [new("芯片日报")] }, default));
        await Retagging(store).SettleAsync(default);

        var story = await store.StoryOfAsync(OneDay.TalksFirst);
        Assert.Equal((1, "Chip Daily"), (story.Card.Origins, story.Card.Origin));
        Assert.All(story.Articles, article => Assert.Equal(["Chip Daily"], article.ReportedBy));
        await store.Get<ICatalogueStore>().UndoAsync(saved.ChangeId, default);
        await Retagging(store).SettleAsync(default);
        Assert.Equal(2, (await store.StoryOfAsync(OneDay.TalksFirst)).Card.Origins);
    }

    [Fact]
    public async Task RunOutdated_OtherSeeds_LeavesNothingOutdated()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync([.. OneDay.All]);
        Assert.Equal(OneDay.All.Count, (await store.Get<ICatalogueStore>().StandingAsync(default)).Outdated);
        var done = new List<(RetagStage, int, int)>();

        await ArticleRetagging(store).RunOutdatedAsync(_ => { }, (stage, now, all) => done.Add((stage, now, all)), default);

        Assert.Contains((RetagStage.Articles, OneDay.All.Count, OneDay.All.Count), done);
        Assert.Equal(0, (await store.Get<ICatalogueStore>().StandingAsync(default)).Outdated);
    }

    private static async Task<int> StoriesOfAsync(TestStore store, string vendor, string words) =>
        (await store.Get<ITimelineQueries>().PageAsync(new([new(Facet.Vendor, vendor)], [], words), null, 50, default)).Items.Count;

    private static CatalogueRetagging Retagging(TestStore store) => new(store.Get<ICatalogueStore>(), store.Get<IRetagStore>(), ArticleRetagging(store));

    private static ArticleRetagging ArticleRetagging(TestStore store) => new(
        store.Get<IRetagStore>(), store.Get<ICatalogueStore>(), new PageReading(new ArticleExtractor(), store.Get<LiveCatalogue>(), store.Clock), store.Get<IStoryGrouper>(), store.Get<IngestPermit>(), new StoryNotifier());
}
