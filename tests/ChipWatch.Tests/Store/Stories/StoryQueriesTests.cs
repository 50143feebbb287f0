using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Stories;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Store.Stories;

public sealed class StoryQueriesTests
{
    [Fact]
    public async Task FindAsync_Relay_AddsNothingToItsOrigin()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(OneDay.TalksFirst, OneDay.TalksLater);

        var story = await store.StoryOfAsync(OneDay.TalksFirst);

        Assert.Equal([[AddedKind.Claim], []], story.Articles.Select(article => article.Adds.Select(fact => fact.Kind)));
    }

    [Fact]
    public async Task FindAsync_FirmerReportOfItsOwn_AddsOriginAndStatus()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(OneDay.PlantFirst, OneDay.PlantLater with { Companies = ["tsmc", "nvidia"] });

        var story = await store.StoryOfAsync(OneDay.PlantFirst);

        Assert.Equal(
            [(AddedKind.Origin, "cyberivy"), (AddedKind.Status, "Announced"), (AddedKind.Company, "NVIDIA")],
            story.Articles[1].Adds.Select(fact => (fact.Kind, fact.Value)));
    }

    [Fact]
    public async Task FindAsync_Denial_EndsTheRungBefore()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(OneDay.PlantFirst, OneDay.PlantLater with { Status = EventStatus.Denied });

        var story = await store.StoryOfAsync(OneDay.PlantFirst);

        var end = story.Rungs[0].TakenBack;
        Assert.Equal((EventStatus.Denied, OneDay.PlantLater.Published, "cyberivy"), (end!.Status, end.At, end.Outlet));
        Assert.Null(story.Rungs[1].TakenBack);
    }

    [Fact]
    public async Task FindAsync_RelayWithFirmerWords_IsToldBesideTheLadder()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(OneDay.PlantFirst, OneDay.PlantLater with { ReportedBy = ["Reuters"] });

        var story = await store.StoryOfAsync(OneDay.PlantFirst);

        Assert.Equal([EventStatus.Rumor], story.Rungs.Select(rung => rung.Status));
        var hint = Assert.Single(story.Unlifted);
        Assert.Equal((EventStatus.Announced, UnliftedReason.RelayAlone, "cyberivy"), (hint.Status, hint.Unlifted, hint.Outlet));
    }

    [Fact]
    public async Task FindAsync_OnOneInstant_FirstHandStandsFirst()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(OneDay.TalksLater, OneDay.TalksFirst with { Day = OneDay.TalksLater.Day });

        var story = await store.StoryOfAsync(OneDay.TalksFirst);

        Assert.Equal([false, true], story.Articles.Select(article => article.ReportedBy.Count > 0));
    }

    [Fact]
    public async Task AsOfAsync_DayBeforeTheStep_ShowsTheStoryAsItStoodThen()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(OneDay.PlantFirst, OneDay.PlantLater with { Day = "2026-06-20T15:00:00", Companies = ["tsmc", "nvidia"] });
        var now = await store.StoryOfAsync(OneDay.PlantFirst);

        var then = (await store.Get<IStoryQueries>().AsOfAsync(now.Card.Id, new(2026, 6, 19), default))!;

        Assert.Equal((EventStatus.Announced, EventStatus.Rumor), (now.Card.Status, then.Card.Status));
        Assert.Equal([EventStatus.Rumor], then.Rungs.Select(rung => rung.Status));
        Assert.Single(then.Articles);
        Assert.DoesNotContain(then.Card.Vendors, vendor => vendor.Id == "nvidia");
        Assert.Equal((new DateOnly(2026, 6, 19), 1, new DateOnly(2026, 6, 18), new DateOnly(2026, 6, 20)), (then.AsOf, then.LeftLater, then.First, then.Last));
        Assert.Equal((null, 0), (now.AsOf, now.LeftLater));
    }

    [Fact]
    public async Task AsOfAsync_LastDay_IsTheStoryAsItStandsNow()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync([.. OneDay.All]);
        var now = await store.StoryOfAsync(OneDay.TalksFirst);

        var then = (await store.Get<IStoryQueries>().AsOfAsync(now.Card.Id, now.Last, default))!;

        Assert.Equal(now.Card.Headline, then.Card.Headline);
        Assert.Equal(now.Rungs.Select(rung => (rung.Status, rung.At, rung.ArticleId, rung.Quote)), then.Rungs.Select(rung => (rung.Status, rung.At, rung.ArticleId, rung.Quote)));
        Assert.Equal(now.Articles.Select(article => article.Id), then.Articles.Select(article => article.Id));
        Assert.Null(await store.Get<IStoryQueries>().AsOfAsync(now.Card.Id, now.First.AddDays(-1), default));
    }

    [Fact]
    public async Task FindAsync_ThreeArticles_SaysWhatTheyShare()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(OneDay.TalksFirst, OneDay.TalksLater, OneDay.TalksLast with { Companies = ["amazon", "nvidia"], Status = EventStatus.Rumor });

        var ground = (await store.StoryOfAsync(OneDay.TalksFirst)).Ground!;

        Assert.Equal((3, EventStatus.Talks, 2), (ground.Articles, ground.Status, ground.Supporting));
        Assert.Equal([("amazon", 3)], ground.Names.Select(shared => (shared.Name.Id, shared.Articles)));
    }

    [Fact]
    public async Task FindAsync_TwoArticles_HaveNoGroundWorthAList()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(OneDay.PlantFirst, OneDay.PlantLater);

        Assert.Null((await store.StoryOfAsync(OneDay.PlantFirst)).Ground);
    }
}
