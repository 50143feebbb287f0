using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Stories;

namespace ChipWatch.Tests.Store.Stories;

public sealed class StoryLadderTests
{
    [Fact]
    public void Of_RelayWithStrongerWords_StaysWhereTheOriginStands() =>
        Assert.Equal([EventStatus.Talks], Climb((EventStatus.Talks, false), (EventStatus.Announced, true), (EventStatus.Talks, true)));

    [Fact]
    public void Of_FirstHandArticleThatConfirms_Rises() =>
        Assert.Equal([EventStatus.Rumor, EventStatus.Confirmed], Climb((EventStatus.Rumor, false), (EventStatus.Rumor, true), (EventStatus.Confirmed, false)));

    [Fact]
    public void Of_TwoRelaysThatAgree_Rise() =>
        Assert.Equal([EventStatus.Rumor, EventStatus.Announced], Climb((EventStatus.Rumor, false), (EventStatus.Announced, true), (EventStatus.Announced, true)));

    [Fact]
    public void Of_OneOutlookAmongManyReports_LiftsNothing() => Assert.Equal(
        [EventStatus.Talks],
        Climb((EventStatus.Talks, false), (EventStatus.Talks, true), (EventStatus.Talks, true), (EventStatus.Confirmed, false)));

    [Fact]
    public void Of_WeakerLaterReport_DoesNotLower() =>
        Assert.Equal([EventStatus.Confirmed], Climb((EventStatus.Confirmed, false), (EventStatus.Rumor, false), (EventStatus.Hypothetical, false)));

    [Fact]
    public void Of_Denial_MovesAtOnce() =>
        Assert.Equal([EventStatus.Talks, EventStatus.Denied], Climb((EventStatus.Talks, false), (EventStatus.Denied, false)));

    [Fact]
    public void Of_NoStatusAnywhere_HasNoRung() => Assert.Empty(Climb());

    private static IEnumerable<EventStatus> Climb(params (EventStatus Status, bool IsRelay)[] articles)
    {
        var members = articles.Select((article, index) => new StoryMember(Row(index + 1, article.Status), "Outlet " + index, [], article.IsRelay ? ["Bloomberg"] : [], "Quote.")).ToList();
        return StoryLadder.Of(1, members, []).Select(rung => rung.Status);
    }

    private static ArticleRow Row(long id, EventStatus status) => new()
    {
        Id = id,
        Url = $"https://example.com/{id}",
        Slug = "a",
        Title = "A",
        OutletId = "outlet",
        SourceId = "source",
        PublishedAt = DateTimeOffset.UnixEpoch.AddDays(id),
        FirstSeenAt = DateTimeOffset.UnixEpoch,
        Status = status,
        IsSample = false,
    };
}
