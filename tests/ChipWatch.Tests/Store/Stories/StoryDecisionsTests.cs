using ChipWatch.Store.Stories;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Store.Stories;

public sealed class StoryDecisionsTests
{
    [Fact]
    public async Task SplitAsync_ChosenArticle_StaysApartThroughTenRegroupings()
    {
        await using var store = await FilledAsync();
        var story = (await store.StoryOfAsync(OneDay.TalksFirst)).Card.Id;
        var taken = await store.IdOfAsync(OneDay.TalksLast);

        var outcome = await store.Get<IStoryDecisions>().SplitAsync(story, [taken], CancellationToken.None);

        Assert.Equal(taken, Assert.IsType<DecisionOutcome.Done>(outcome).StoryId);
        await AssertHoldsAsync(store, await store.GroupsAsync());
        Assert.Equal(2, (await store.StoryOfAsync(OneDay.TalksFirst)).Articles.Count);
        Assert.Equal("Decided by hand.", (await store.StoryOfAsync(OneDay.TalksLast)).Articles.Single().Reason);
    }

    [Fact]
    public async Task SplitAsync_FoundingArticle_KeepsTheAddress()
    {
        await using var store = await FilledAsync();
        var founder = await store.IdOfAsync(OneDay.TalksFirst);

        await store.Get<IStoryDecisions>().SplitAsync(founder, [founder], CancellationToken.None);

        Assert.Equal(founder, (await store.StoryOfAsync(OneDay.TalksFirst)).Card.Id);
        Assert.Equal(await store.IdOfAsync(OneDay.TalksLater), (await store.StoryOfAsync(OneDay.TalksLast)).Card.Id);
        await AssertHoldsAsync(store, await store.GroupsAsync());
    }

    [Fact]
    public async Task SplitAsync_AllOrNone_IsRefused()
    {
        await using var store = await FilledAsync();
        var story = await store.StoryOfAsync(OneDay.TalksFirst);
        var before = await store.GroupsAsync();

        Assert.IsType<DecisionOutcome.Refused>(await store.Get<IStoryDecisions>().SplitAsync(story.Card.Id, [.. story.Articles.Select(a => a.Id)], CancellationToken.None));
        Assert.IsType<DecisionOutcome.Refused>(await store.Get<IStoryDecisions>().SplitAsync(story.Card.Id, [1], CancellationToken.None));
        Assert.IsType<DecisionOutcome.Missing>(await store.Get<IStoryDecisions>().SplitAsync(1, [1], CancellationToken.None));
        Assert.Equal(before, await store.GroupsAsync());
    }

    [Fact]
    public async Task MergeAsync_TwoStories_StayOneAndTheOldAddressLeadsThere()
    {
        await using var store = await FilledAsync();
        var (away, into) = (await store.IdOfAsync(OneDay.TalksFirst), await store.IdOfAsync(OneDay.PlantFirst));

        await store.Get<IStoryDecisions>().MergeAsync(away, into, CancellationToken.None);

        Assert.Equal(5, (await store.StoryOfAsync(OneDay.TalksLast)).Articles.Count);
        Assert.Null(await store.Get<IStoryQueries>().FindAsync(away, CancellationToken.None));
        Assert.Equal(into, (await store.Get<IStoryQueries>().MovedToAsync(away, CancellationToken.None))!.Id);
        await AssertHoldsAsync(store, await store.GroupsAsync());
    }

    [Fact]
    public async Task PinAsync_Article_ReturnsToItsStoryWhateverTheRulesSay()
    {
        await using var store = await FilledAsync();
        var (alone, plant) = (await store.IdOfAsync(OneDay.Alone), await store.IdOfAsync(OneDay.PlantFirst));
        await store.Get<IStoryDecisions>().MergeAsync(alone, plant, CancellationToken.None);
        await store.Get<IStoryDecisions>().PinAsync(plant, [alone], CancellationToken.None);

        await store.Get<IStoryDecisions>().UndoAsync(1, CancellationToken.None);

        Assert.Equal(plant, (await store.StoryOfAsync(OneDay.Alone)).Card.Id);
        await AssertHoldsAsync(store, await store.GroupsAsync());
    }

    [Fact]
    public async Task UndoAsync_EachKind_LeavesTheStoriesAsTheyWere()
    {
        await using var store = await FilledAsync();
        var before = await store.GroupsAsync();
        var (talks, plant, last) = (await store.IdOfAsync(OneDay.TalksFirst), await store.IdOfAsync(OneDay.PlantFirst), await store.IdOfAsync(OneDay.TalksLast));
        var decisions = store.Get<IStoryDecisions>();
        await decisions.SplitAsync(talks, [last], CancellationToken.None);
        await decisions.MergeAsync(talks, plant, CancellationToken.None);

        Assert.Equal(talks, Assert.IsType<DecisionOutcome.Done>(await decisions.UndoAsync(2, CancellationToken.None)).StoryId);
        Assert.IsType<DecisionOutcome.Done>(await decisions.UndoAsync(1, CancellationToken.None));
        Assert.IsType<DecisionOutcome.Missing>(await decisions.UndoAsync(1, CancellationToken.None));

        Assert.Equal(before, await store.GroupsAsync());
        await AssertHoldsAsync(store, before);
    }

    [Fact]
    public async Task GroupAsync_LateArticle_LeavesDecisionsAlone()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(OneDay.TalksLater, OneDay.TalksLast);
        var (story, taken) = (await store.IdOfAsync(OneDay.TalksLater), await store.IdOfAsync(OneDay.TalksLast));
        await store.Get<IStoryDecisions>().SplitAsync(story, [taken], CancellationToken.None);

        await store.AddAndGroupAsync(OneDay.TalksFirst);

        Assert.Equal(taken, (await store.StoryOfAsync(OneDay.TalksLast)).Card.Id);
        Assert.Equal(story, (await store.StoryOfAsync(OneDay.TalksLater)).Card.Id);
    }

    private static async Task<TestStore> FilledAsync()
    {
        var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync([.. OneDay.All]);
        return store;
    }

    private static async Task AssertHoldsAsync(TestStore store, IReadOnlyList<string> groups)
    {
        for (var run = 0; run < 10; run++)
        {
            await store.Get<IStoryGrouper>().RegroupAllAsync(null, CancellationToken.None);
            Assert.Equal(groups, await store.GroupsAsync());
        }
    }
}
