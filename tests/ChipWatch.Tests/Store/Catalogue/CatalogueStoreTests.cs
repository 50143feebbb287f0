using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store.Catalogue;

/// <summary>What people change of the catalogue, as rows.</summary>
public sealed class CatalogueStoreTests
{
    private static readonly CatalogueEdit Fenwick = new(EntryKind.Company, "fenwick") { IsNew = true, Name = "Fenwick", Added = [new("Fenwick")] };

    private static readonly CatalogueEdit FenwickLabs = new(EntryKind.Company, "fenwick") { Added = [new("Fenwick Labs")] };

    [Fact]
    public async Task Save_Edit_HoldsAtOnceAndAfterARestart()
    {
        await using var store = await TestStore.CreateAsync();
        var live = store.Get<LiveCatalogue>();
        var before = live.Current;

        Assert.IsType<CatalogueOutcome.Done>(await Changes(store).SaveAsync(Fenwick, default));

        Assert.Contains(live.Current.News.Companies, company => company.Id == "fenwick");
        Assert.DoesNotContain(before.News.Companies, company => company.Id == "fenwick");
        Assert.True(live.Current.Version > before.Version);
        await using var again = TestStore.Bare(store.Folder);
        await again.RestartAsync();
        Assert.Contains(again.Get<LiveCatalogue>().Current.News.Companies, company => company.Id == "fenwick");
        Assert.Equal(live.Current.Version, again.Get<LiveCatalogue>().Current.Version);
    }

    [Fact]
    public async Task Save_NothingOrFaulty_IsRefusedAndChangesNothing()
    {
        await using var store = await TestStore.CreateAsync();

        Assert.IsType<CatalogueOutcome.Refused>(await Changes(store).SaveAsync(FenwickLabs, default));
        Assert.IsType<CatalogueOutcome.Refused>(await Changes(store).SaveAsync(new(EntryKind.Company, "amazon"), default));

        Assert.Empty(await Changes(store).ChangesAsync(default));
        Assert.True((await Changes(store).StandingAsync(default)).IsSettled);
    }

    [Fact]
    public async Task Undo_EarlierChange_LeavesWhatLaterOnesStillFind()
    {
        await using var store = await TestStore.CreateAsync();
        var first = Assert.IsType<CatalogueOutcome.Done>(await Changes(store).SaveAsync(Fenwick, default));
        await Changes(store).SaveAsync(FenwickLabs, default);

        Assert.IsType<CatalogueOutcome.Done>(await Changes(store).UndoAsync(first.ChangeId, default));

        Assert.DoesNotContain(store.Get<LiveCatalogue>().Current.News.Companies, company => company.Id == "fenwick");
        var changes = await Changes(store).ChangesAsync(default);
        Assert.Equal([(true, false), (false, true)], changes.Select(change => (change.IsWaiting, change.UndoneAt is not null)));
        Assert.IsType<CatalogueOutcome.Missing>(await Changes(store).UndoAsync(first.ChangeId, default));
        Assert.IsType<CatalogueOutcome.Missing>(await Changes(store).UndoAsync(999, default));
    }

    [Fact]
    public async Task Restart_OtherSeeds_KeepsTheChangesAndTellsWhichArticlesAreOutdated()
    {
        await using var store = await TestStore.CreateAsync();
        await Changes(store).SaveAsync(new(EntryKind.Company, "amazon") { Added = [new("Amazonia Cloud")] }, default);
        await store.AddAndGroupAsync(OneDay.TalksFirst with { CatalogueVersion = store.Get<LiveCatalogue>().Current.Version });
        Assert.Equal(0, (await Changes(store).StandingAsync(default)).Outdated);

        var seeds = TestStore.Catalogue with { Companies = [.. TestStore.Catalogue.Companies, TestStore.Company("fenwick", "Fenwick")] };
        await using var upgraded = TestStore.Over(store.Folder, seeds);
        await upgraded.RestartAsync();

        var news = upgraded.Get<LiveCatalogue>().Current.News;
        Assert.Contains(news.Companies, company => company.Id == "fenwick");
        Assert.Equal("Amazonia Cloud", Assert.Single(news.Companies.Single(company => company.Id == "amazon").Aliases).Text);
        Assert.Equal(1, (await Changes(upgraded).StandingAsync(default)).Outdated);
        Assert.Single(await upgraded.Get<IRetagStore>().OutdatedAsync(10, default));
    }

    [Fact]
    public async Task Refresh_ChangedByAnotherProcess_TakesItIn()
    {
        await using var store = await TestStore.CreateAsync();
        await using var other = TestStore.Bare(store.Folder);
        await other.RestartAsync();
        await Changes(other).SaveAsync(Fenwick, default);

        await Changes(store).RefreshAsync(default);

        Assert.Contains(store.Get<LiveCatalogue>().Current.News.Companies, company => company.Id == "fenwick");
    }

    [Fact]
    public async Task Settle_ArticleThatCameMeanwhile_IsNotForgotten()
    {
        await using var store = await TestStore.CreateAsync();
        var old = store.Get<LiveCatalogue>().Current.Version;
        var saved = Assert.IsType<CatalogueOutcome.Done>(await Changes(store).SaveAsync(new(EntryKind.Company, "amazon") { Added = [new("Trainium")] }, default));
        Assert.True(await Changes(store).SettleAsync(saved.Version, default));

        // It was tagged before the change was saved, and is stored after.
        await store.AddAsync(OneDay.TalksFirst with { CatalogueVersion = old });

        Assert.Equal(saved.Version, Assert.Single(await Changes(store).UnsettledAsync(default)).Version);
        Assert.False(await Changes(store).SettleAsync(saved.Version, default));
    }

    [Theory]
    [InlineData("Frankfurt")]
    [InlineData("sovereign frank*")]
    [InlineData("デサンティス")]
    public async Task Naming_SpellingsInTitleOrText_NewestFirstAndBelow(string spelling)
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(OneDay.TalksFirst with { Text = "Sovereign Frankfurters and デサンティス氏 in one text." });
        await store.AddAsync(OneDay.TalksLater with { Title = "Sovereign Frankfurt, デサンティス" });
        await store.AddAsync(OneDay.PlantFirst);

        var ids = await Changes(store).NamingAsync([spelling, "never anywhere"], long.MaxValue, 10, default);

        Assert.Equal(2, ids.Count);
        Assert.True(ids[0] > ids[1]);
        Assert.Equal([ids[1]], await Changes(store).NamingAsync([spelling], ids[0], 10, default));
        Assert.Empty(await Changes(store).NamingAsync(["\"", "", "*"], long.MaxValue, 10, default));
    }

    [Fact]
    public async Task Naming_HundredsOfSpellings_IsOneQuestion()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(OneDay.TalksFirst);

        Assert.Single(await Changes(store).NamingAsync([.. Enumerable.Range(0, 1200).Select(i => $"word {i}"), "Frankfurt"], long.MaxValue, 10, default));
    }

    private static ICatalogueStore Changes(TestStore store) => store.Get<ICatalogueStore>();
}
