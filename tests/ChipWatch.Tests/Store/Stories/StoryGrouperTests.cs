using ChipWatch.Digests;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Store.Stories;

public sealed class StoryGrouperTests
{
    [Theory]
    [InlineData(5, 4, 3, 2, 1, 0)]
    [InlineData(3, 5, 0, 4, 2, 1)]
    [InlineData(2, 0, 4, 1, 5, 3)]
    public async Task GroupAsync_OneDayInAnotherOrder_GivesTheSameStoriesClaimsAndDigest(params int[] order)
    {
        await using var inOrder = await TestStore.CreateAsync();
        await using var shuffled = await TestStore.CreateAsync();
        await inOrder.AddAndGroupAsync([.. OneDay.All]);
        foreach (var at in order)
        {
            await shuffled.AddAndGroupAsync(OneDay.All[at]);
        }

        Assert.Equal(3, (await inOrder.GroupsAsync()).Count);
        Assert.Equal(await inOrder.GroupsAsync(), await shuffled.GroupsAsync());
        Assert.Equal(await inOrder.RungsAsync(), await shuffled.RungsAsync());
        Assert.Equal(await DigestAsync(inOrder), await DigestAsync(shuffled));
        Assert.Equal(await CountsAsync(inOrder), await CountsAsync(shuffled));
    }

    [Fact]
    public async Task GroupAsync_LateArticleOfAClosedDay_OnlyJoins()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(OneDay.TalksLater, OneDay.TalksLast);
        var before = await store.StoryOfAsync(OneDay.TalksLater);
        store.Clock.Advance(TimeSpan.FromHours(25));

        await store.AddAndGroupAsync(OneDay.TalksFirst);

        var after = await store.StoryOfAsync(OneDay.TalksFirst);
        Assert.Equal(before.Card.Id, after.Card.Id);
        Assert.Equal(3, after.Articles.Count);
    }

    [Fact]
    public async Task GroupAsync_LateFounder_OldAddressLeadsToTheStory()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(OneDay.TalksLater);
        var old = (await store.StoryOfAsync(OneDay.TalksLater)).Card.Id;

        await store.AddAndGroupAsync(OneDay.TalksFirst);

        var story = await store.StoryOfAsync(OneDay.TalksLater);
        Assert.Equal(await store.IdOfAsync(OneDay.TalksFirst), story.Card.Id);
        Assert.Null(await store.Get<IStoryQueries>().FindAsync(old, CancellationToken.None));
        Assert.Equal(story.Card.Id, (await store.Get<IStoryQueries>().MovedToAsync(old, CancellationToken.None))!.Id);
        Assert.Null(await store.Get<IStoryQueries>().MovedToAsync(old + 1, CancellationToken.None));
    }

    [Fact]
    public async Task GroupAsync_LateArticlesEveryMoment_MakesTheOrderGoodLater()
    {
        await using var store = await TestStore.CreateAsync();
        store.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(10);
        await store.AddAndGroupAsync(OneDay.TalksLast);
        await store.AddAndGroupAsync(OneDay.TalksLater);
        await store.AddAndGroupAsync(OneDay.TalksFirst);
        Assert.Equal(await store.IdOfAsync(OneDay.TalksLater), (await store.StoryOfAsync(OneDay.TalksFirst)).Card.Id);

        store.Clock.Advance(TimeSpan.FromHours(1));
        await store.Get<IStoryGrouper>().GroupAsync(CancellationToken.None);

        Assert.Equal(await store.IdOfAsync(OneDay.TalksFirst), (await store.StoryOfAsync(OneDay.TalksFirst)).Card.Id);
    }

    [Fact]
    public async Task SettleAsync_LateArticlesEveryMoment_MakesTheOrderGoodAtOnce()
    {
        await using var store = await TestStore.CreateAsync();
        store.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(10);
        await store.AddAndGroupAsync(OneDay.TalksLast);
        await store.AddAndGroupAsync(OneDay.TalksLater);
        await store.AddAndGroupAsync(OneDay.TalksFirst);

        await store.Get<IStoryGrouper>().SettleAsync(CancellationToken.None);

        Assert.Equal(await store.IdOfAsync(OneDay.TalksFirst), (await store.StoryOfAsync(OneDay.TalksFirst)).Card.Id);
    }

    [Fact]
    public async Task RegroupAllAsync_NothingNew_ChangesNothing()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync([.. OneDay.All]);
        var (groups, rungs, counts) = (await store.GroupsAsync(), await store.RungsAsync(), await CountsAsync(store));
        var told = new List<(int, int)>();

        Assert.Empty(await store.Get<IStoryGrouper>().RegroupAllAsync((done, all) => told.Add((done, all)), CancellationToken.None));

        Assert.Equal((6, 6), told[^1]);
        Assert.Equal(groups, await store.GroupsAsync());
        Assert.Equal(rungs, await store.RungsAsync());
        Assert.Equal(counts, await CountsAsync(store));
    }

    private static async Task<string> DigestAsync(TestStore store) =>
        DigestMarkdown.Write(await store.Get<IDigestQueries>().IssueAsync("2026-W25", CancellationToken.None));

    private static async Task<IEnumerable<string>> CountsAsync(TestStore store) =>
        (await store.Get<ITimelineQueries>().FacetsAsync(TimelineFilter.All, CancellationToken.None)).Groups
            .SelectMany(group => group.Values.Select(value => $"{group.Facet} {value.Id} {value.Count}"));
}
