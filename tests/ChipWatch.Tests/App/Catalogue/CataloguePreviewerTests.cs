using ChipWatch.Catalogue;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;
using ChipWatch.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.App.Catalogue;

public sealed class CataloguePreviewerTests
{
    private static readonly CatalogueEdit DeSantis = new(EntryKind.Company, "nvidia") { Added = [new("DeSantis")] };

    [Fact]
    public async Task Look_BusyMachine_StillLooksAtTheNewestFew()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync([.. OneDay.All]);
        var slow = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMinutes(1) };

        var look = await new CataloguePreviewer(store.Get<LiveCatalogue>(), store.Get<ICatalogueStore>(), store.Get<IRetagStore>(), slow).LookAsync(DeSantis, TestContext.Current.CancellationToken);

        Assert.True(look.Looked > 0);
        Assert.Equal(look.Looked == look.Holding, look.IsWhole);
        Assert.NotEmpty(look.Shown);
    }
}
