using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Seeding;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Store.Catalogue;

/// <summary>Unknown names as articles come, change and go.</summary>
public sealed class ProposalQueueTests
{
    private static readonly TestArticle First = OneDay.TalksFirst with { Names = ["Fenwick"] };

    private static readonly TestArticle Second = OneDay.TalksLater with { Names = ["FENWICK", "Solo"] };

    [Fact]
    public async Task List_NameOfTwoArticles_IsShownWithCountsAndSentences()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(First);
        Assert.Equal((0, 1), await CountsAsync(store));

        await store.AddAsync(Second);

        var list = await Queue(store).ListAsync(10, default);
        var proposal = Assert.Single(list.Shown);
        Assert.Equal(("Fenwick", false, 2, 2), (proposal.Name, proposal.IsChip, proposal.Articles, proposal.Outlets));
        Assert.Equal((First.Published, Second.Published), (proposal.FirstAt, proposal.LastAt));
        Assert.Equal(["cyberivy", "Bloomberg"], proposal.Examples.Select(example => example.Outlet));
        Assert.Equal(First.Text, proposal.Examples[1].Evidence.Quote);
        Assert.Equal(1, list.Below);
        Assert.Equal(1, await Queue(store).CountAsync(default));
    }

    [Fact]
    public async Task Store_SameArticleAgainWithoutTheName_TakesItOut()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(First);
        await store.AddAsync(Second);

        await store.AddAsync(Second with { Text = Second.Text + " No customer is named, and no price either, after all that was said.", Names = [] });

        Assert.Equal((0, 1), await CountsAsync(store));
    }

    [Fact]
    public async Task Reject_Name_IsNeverCountedAgainUntilItIsAllowed()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(First);
        await store.AddAsync(Second);
        var id = (await Queue(store).ListAsync(10, default)).Shown[0].Id;

        Assert.True(await Queue(store).RejectAsync(id, default));
        await store.AddAsync(OneDay.TalksLast with { Names = ["Fenwick"] });

        Assert.Equal((0, 1), await CountsAsync(store));
        Assert.Equal("Fenwick", Assert.Single((await Queue(store).ListAsync(10, default)).Rejected).Name);
        Assert.False(await Queue(store).RejectAsync(999, default));

        Assert.True(await Queue(store).AllowAsync(id, default));
        await store.AddAsync(OneDay.PlantFirst with { Names = ["Fenwick"] });
        Assert.Equal((0, 2), await CountsAsync(store));
    }

    [Fact]
    public async Task RemoveSamples_WithThem_GoTheirProposals()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(First);
        await store.AddAsync(Second);

        await store.Get<IStoreSetup>().RemoveSamplesAsync(default);

        Assert.Equal((0, 0), await CountsAsync(store));
    }

    private static IProposals Queue(TestStore store) => store.Get<IProposals>();

    private static async Task<(int Shown, int Below)> CountsAsync(TestStore store)
    {
        var list = await Queue(store).ListAsync(10, default);
        return (list.All, list.Below);
    }
}
