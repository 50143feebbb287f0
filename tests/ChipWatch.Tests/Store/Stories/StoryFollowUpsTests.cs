using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Today;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Store.Stories;

public sealed class StoryFollowUpsTests
{
    private static readonly TestArticle Plan = OneDay.PlantFirst;

    private static readonly TestArticle Opening = new("https://two.example/opening", "Ceremony in the desert", "2026-06-30T09:00:00")
    {
        Text = "The plant has opened its doors.", Companies = ["tsmc"], Type = EventType.Capacity, Status = EventStatus.Confirmed,
    };

    [Fact]
    public async Task FollowUp_LaterStep_MovesTheEarlierStorysLadderAndSaysFromWhere()
    {
        await using var store = await LinkedAsync();

        var (plan, opening) = (await store.StoryOfAsync(Plan), await store.StoryOfAsync(Opening));

        Assert.Equal([EventStatus.Rumor, EventStatus.Confirmed], plan.Rungs.Select(rung => rung.Status));
        Assert.Equal([null, opening.Card.Id], plan.Rungs.Select(rung => rung.From?.Id));
        Assert.Equal(EventStatus.Confirmed, plan.Card.Status);
        Assert.Single(plan.Articles);
        Assert.Equal(opening.Card.Id, Assert.Single(plan.FollowedBy).Story.Id);
        Assert.Equal(plan.Card.Id, Assert.Single(opening.Follows).Story.Id);
    }

    [Theory]
    [InlineData("a-small-start-up", 1)]
    [InlineData("amazon", 0)]
    public async Task FollowUp_YearsLater_IsFoundForACompanySeldomInTheNews(string company, int steps)
    {
        await using var store = await TestStore.CreateAsync();
        var plan = Plan with { Day = "2024-10-04T09:00:00", Companies = [company] };
        await store.AddAndGroupAsync(plan, Opening with { Companies = [company] });

        Assert.Equal(steps, (await store.StoryOfAsync(plan)).FollowedBy.Count);
    }

    [Fact]
    public async Task FollowUp_OfTheWeek_IsAStatusMoveOfTheEarlierStory()
    {
        await using var store = await LinkedAsync();

        var today = await store.Get<ITodayQueries>().ReadAsync(store.Clock.GetUtcNow(), CancellationToken.None);

        var move = Assert.Single(today.Moves);
        Assert.Equal(await store.IdOfAsync(Plan), move.Story.Id);
        Assert.Equal((EventStatus.Rumor, EventStatus.Confirmed), (move.From!.Value, move.To));
    }

    [Fact]
    public async Task FollowUp_StoriesMerged_IsNoLinkAnyMore()
    {
        await using var store = await LinkedAsync();
        await store.Get<IStoryDecisions>().MergeAsync(await store.IdOfAsync(Opening), await store.IdOfAsync(Plan), CancellationToken.None);

        var story = await store.StoryOfAsync(Plan);

        Assert.Equal(2, story.Articles.Count);
        Assert.Empty(story.Follows.Concat(story.FollowedBy));
        Assert.All(story.Rungs, rung => Assert.Null(rung.From));
    }

    /// <summary>The link is written as grouping writes it: by the articles that founded the stories.</summary>
    private static async Task<TestStore> LinkedAsync()
    {
        var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Plan, Opening with { Companies = ["nvidia"] });
        var (plan, opening) = (await store.IdOfAsync(Plan), await store.IdOfAsync(Opening));
        await using var db = await store.OpenAsync();
        if (await db.FollowUps.FindAsync(opening) is null)
        {
            db.FollowUps.Add(new FollowUpRow { ArticleId = opening, FollowsId = plan, Reason = "Another step." });
            await db.SaveChangesAsync();
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await StoryRefresh.RunAsync(db, OutletAliases.Of(TestStore.Catalogue), [opening], CancellationToken.None);
        await transaction.CommitAsync();
        return store;
    }
}
