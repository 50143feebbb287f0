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
    public void Of_SameStatusAfterAWeekOfSilence_IsAStep() => Assert.Equal([1L, 9L], Steps([Member(1, 1), Member(2, 2), Member(9, 9), Member(10, 10)], []));

    [Fact]
    public void Of_FollowUpThatRepeatsWithinTheWeek_IsNone() => Assert.Equal([1L], Steps([Member(1, 1), Member(2, 4)], [Member(3, 6, story: 3)]));

    [Fact]
    public void Of_FollowUpThatRepeatsAfterAWeek_IsAStepAndSoIsItsOwnNext() =>
        Assert.Equal([1L, 3L, 4L], Steps([Member(1, 1)], [Member(3, 20, story: 3), Member(4, 50, story: 3)]));

    [Fact]
    public void Of_NoStatusAnywhere_HasNoRung() => Assert.Empty(Climb());

    private static IEnumerable<EventStatus> Climb(params (EventStatus Status, bool IsRelay)[] articles)
    {
        var members = articles.Select((article, index) => new StoryMember(Row(index + 1, article.Status), "Outlet " + index, [], article.IsRelay ? ["Bloomberg"] : [], "Quote.")).ToList();
        return StoryLadder.Of(1, members, []).Select(rung => rung.Status);
    }

    private static IEnumerable<long> Steps(IReadOnlyList<StoryMember> members, IReadOnlyList<StoryMember> later) => StoryLadder.Of(1, members, later).Select(rung => rung.ArticleId);

    private static StoryMember Member(long id, int day, long story = 1)
    {
        var row = Row(id, EventStatus.Rumor, day);
        row.StoryId = story;
        return new(row, "Outlet " + id, [], [], "Quote.");
    }

    private static ArticleRow Row(long id, EventStatus status, int? day = null) => new()
    {
        Id = id,
        Url = $"https://example.com/{id}",
        Slug = "a",
        Title = "A",
        OutletId = "outlet",
        SourceId = "source",
        PublishedAt = DateTimeOffset.UnixEpoch.AddDays(day ?? id),
        FirstSeenAt = DateTimeOffset.UnixEpoch,
        Status = status,
        IsSample = false,
    };
}
