using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;
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
}
