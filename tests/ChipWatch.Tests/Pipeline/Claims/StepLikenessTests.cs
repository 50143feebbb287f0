using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Tests.Pipeline.Claims;

public sealed class StepLikenessTests
{
    [Fact]
    public void Of_CompanySeldomInTheNewsWithItsPartner_GoesOn()
    {
        var bid = Signature(1, EventType.Acquisition, "a-small-start-up", "meta");

        Assert.Equal(1, Figure("goes on", Signature(90, EventType.Funding, "a-small-start-up") with { Companies = ["a-small-start-up", "meta"] }, bid));
        Assert.Equal(0, Figure("goes on", Signature(90, EventType.Funding, "a-small-start-up"), bid));
    }

    [Theory]
    [InlineData("nvidia")]
    [InlineData("amazon")]
    public void Of_CompanyInTheNewsEveryDay_DoesNotGoOn(string company) =>
        Assert.Equal(0, Figure("goes on", Signature(9, EventType.Launch, company), Signature(1, EventType.Launch, company)));

    [Fact]
    public void Of_APartnerThatWasNotThere_IsAnotherAffair()
    {
        var notes = Signature(1, EventType.Deal, "a-small-start-up");

        Assert.Equal(1, Figure("goes on", Signature(60, EventType.Deal, "a-small-start-up"), notes));
        Assert.Equal(0, Figure("goes on", Signature(60, EventType.Deal, "a-small-start-up", "apple"), notes));
        Assert.Equal(0.5, Figure("new party", Signature(60, EventType.Deal, "a-small-start-up", "another-start-up"), notes));
        Assert.Equal(0, Figure("goes on", Signature(60, EventType.Deal, "a-small-start-up", "google", "nvidia"), Signature(1, EventType.Deal, "a-small-start-up", "nvidia")));
    }

    [Fact]
    public void Of_ABidThatWasCalledOff_GoesOnWithoutTheBidder()
    {
        var bid = Signature(1, EventType.Acquisition, "a-small-start-up", "meta") with { Status = EventStatus.Rumor };
        var round = Signature(400, EventType.Funding, "a-small-start-up") with { Status = EventStatus.Announced };

        Assert.Equal(0, Figure("goes on", round, bid));
        Assert.Equal(1, Figure("goes on", round, bid with { Status = EventStatus.Cancelled }));
        Assert.Equal(1, Figure("goes on", round with { Concepts = [new("cancel", 1, true)] }, bid));
        Assert.Equal(1, Figure("answered", round, bid));
        Assert.True(Figure("lost party", round, bid) > 0);
    }

    [Fact]
    public void Of_TwoCompaniesTogether_ArePartnersAgainWhateverTheKind()
    {
        var roadmap = Signature(1, EventType.Roadmap, "broadcom", "openai");

        Assert.Equal(1, Figure("partners again", Signature(90, EventType.Talks, "broadcom", "openai"), roadmap));
        Assert.Equal(0, Figure("partners again", Signature(90, EventType.Talks, "openai"), roadmap));
    }

    [Fact]
    public void Of_TheSameChipInBothHeadlines_IsTheSameChipAgain()
    {
        var shown = About(1, EventType.Roadmap, true, "nvidia");

        Assert.Equal(1, Figure("same chip again", About(90, EventType.Delay, true, "nvidia"), shown));
        Assert.Equal(0, Figure("same chip again", About(90, EventType.Delay, false, "nvidia"), shown));
        Assert.Equal(0, Figure("same chip again", About(90, EventType.Legal, true, "nvidia"), shown));
        Assert.Equal(0, Figure("same chip again", About(90, EventType.Benchmark, true, "nvidia"), shown));
        Assert.Equal(0, Figure("same chip again", About(90, EventType.Capacity, true, "a-new-customer", "nvidia"), shown));
    }

    [Fact]
    public void Of_NoKeyInCommon_IsNotCompared() =>
        Assert.Null(StepLikeness.Of(Signature(9, EventType.Deal, "amd"), new OpenStory("1", [Signature(1, EventType.Deal, "intel")])));

    [Fact]
    public void Names_AreOneForEachFigure() =>
        Assert.Equal(StepLikeness.Names.Length, StepLikeness.Of(Signature(9, EventType.Deal, "amd"), new OpenStory("1", [Signature(1, EventType.Deal, "amd")]))!.Figures.Length);

    private static double Figure(string name, StorySignature article, StorySignature member) =>
        StepLikeness.Of(article, new OpenStory("1", [member]))!.Figures[StepLikeness.Names.IndexOf(name)];

    private static StorySignature About(int day, EventType type, bool inTitle, params string[] companies) => Signature(day, type, companies) with
    {
        Chips = ["nvidia-vera-rubin"],
        Mentions = [.. companies.Select(id => new StoryMention(id, id == "nvidia" ? 4 : 1, inTitle)).Append(new("nvidia-vera-rubin", 2, inTitle)).OrderBy(mention => mention.Id, StringComparer.Ordinal)],
    };

    private static StorySignature Signature(int day, EventType type, params string[] companies) =>
        new(DateTimeOffset.UnixEpoch.AddDays(day), [.. companies.Select(id => "company:" + id)]) { Primary = companies, Companies = companies, Type = type };
}
