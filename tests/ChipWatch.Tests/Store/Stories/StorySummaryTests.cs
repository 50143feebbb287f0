using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Stories;

namespace ChipWatch.Tests.Store.Stories;

public sealed class StorySummaryTests
{
    [Fact]
    public void Of_RelaysOfRelays_CountForTheOriginThatOthersName()
    {
        var summary = StorySummary.Of(1, [Member(1, "Bloomberg"), Member(2, "Techmeme", "Bloomberg"), Member(3, "Goargula", "TechCrunch", "Bloomberg"), Member(4, "Ship or Skip", "TechCrunch"), Member(5, "Daylila", "Bloomberg", "Reuters"), Member(6, "Semi Doped", "EE Times"), Member(7, "Benzinga")], []);

        Assert.Equal("Bloomberg", summary.Origin);
        Assert.True(summary.OriginIsRead);
        Assert.Equal(3, summary.Origins);
        Assert.Equal(5, summary.Relays);
    }

    [Fact]
    public void Of_OutletsCreditingEachOther_Ends() => Assert.Equal(2, StorySummary.Of(1, [Member(1, "A", "B"), Member(2, "B", "A")], []).Origins);

    [Fact]
    public void Of_BestArticle_ProvesInItsTextFirstHand()
    {
        var relay = Member(1, "Relay", "Bloomberg") with { Quote = "They carry it.", IsProvedInText = true };
        var headline = Member(2, "Headline") with { Quote = "A headline", IsProvedInText = false };
        var best = Member(3, "Bloomberg") with { Quote = "A sentence says so.", IsProvedInText = true };

        Assert.Equal("A sentence says so.", StorySummary.Of(1, [relay, headline, best], []).Lead.Quote);
    }

    [Fact]
    public void Of_OneDayWithoutClock_LadderBeginsWithWhoHasItFirstHand()
    {
        var (relay, first) = (Member(1, "Techmeme", "Bloomberg"), Member(2, "Bloomberg"));

        Assert.Equal(2, Assert.Single(StorySummary.Of(1, [relay, first], []).Rungs).ArticleId);
    }

    private static StoryMember Member(long id, string outlet, params string[] credits) => new(
        new ArticleRow
        {
            Id = id, Url = $"https://example.com/{id}", Slug = "a", Title = "A", OutletId = Slug.Of(outlet), SourceId = "source", Language = "en", PublishedAt = DateTimeOffset.UnixEpoch,
            FirstSeenAt = DateTimeOffset.UnixEpoch, EventType = EventType.Talks, Status = EventStatus.Talks, IsSample = false,
        },
        outlet,
        [],
        credits,
        "Quote.");
}
