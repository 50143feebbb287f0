using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Tests.Pipeline.Claims;

public sealed class AffairStepsTests
{
    [Fact]
    public void Of_CompanySeldomInTheNews_GoesOnWithItsAffair()
    {
        var bid = Story("1", Signature(1, EventType.Acquisition, "a-small-start-up", "meta"));

        Assert.Equal("1", AffairSteps.Of(Signature(90, EventType.Funding, "a-small-start-up") with { Companies = ["a-small-start-up", "meta"] }, [bid])?.Story);
        Assert.Null(AffairSteps.Of(Signature(90, EventType.Funding, "a-small-start-up"), [bid]));
    }

    [Fact]
    public void Of_TwoCompaniesTogether_GoOnWithTheirAffairWhateverTheKind() =>
        Assert.Equal("1", AffairSteps.Of(Signature(90, EventType.Talks, "broadcom", "openai"), [Story("1", Signature(1, EventType.Roadmap, "broadcom", "openai"))])?.Story);

    [Theory]
    [InlineData("nvidia")]
    [InlineData("amazon")]
    public void Of_CompanyInTheNewsEveryDay_IsNoAffair(string company) =>
        Assert.Null(AffairSteps.Of(Signature(9, EventType.Launch, company), [Story("1", Signature(1, EventType.Launch, company))]));

    [Fact]
    public void Of_TheSameChipInBothHeadlines_GoesOn()
    {
        var shown = Story("1", Signature(1, EventType.Roadmap, "nvidia") with { Chips = ["nvidia-vera-rubin"], Mentions = [new("nvidia-vera-rubin", 2, true)] });
        StorySignature Late(EventType type, bool inTitle) => Signature(90, type, "nvidia") with { Chips = ["nvidia-vera-rubin"], Mentions = [new("nvidia-vera-rubin", 2, inTitle)] };

        Assert.Equal("1", AffairSteps.Of(Late(EventType.Delay, true), [shown])?.Story);
        Assert.Null(AffairSteps.Of(Late(EventType.Delay, false), [shown]));
        Assert.Null(AffairSteps.Of(Late(EventType.Legal, true), [shown]));
    }

    [Fact]
    public void Of_TheSameLaw_GoesOn()
    {
        var draft = Story("1", Signature(1, EventType.Regulation) with { Concepts = [new("chips-act", 2, true)] });

        Assert.Equal("1", AffairSteps.Of(Signature(200, EventType.Regulation) with { Concepts = [new("chips-act", 1, false)] }, [draft])?.Story);
        Assert.Null(AffairSteps.Of(Signature(200, EventType.Regulation) with { Concepts = [new("tariff", 1, true)] }, [draft]));
    }

    [Fact]
    public void Of_APartnerThatWasNotThere_IsAnotherAffair()
    {
        var notes = Story("1", Signature(1, EventType.Deal, "a-small-start-up"));

        Assert.Equal("1", AffairSteps.Of(Signature(60, EventType.Deal, "a-small-start-up"), [notes])?.Story);
        Assert.Null(AffairSteps.Of(Signature(60, EventType.Deal, "a-small-start-up", "apple"), [notes]));
        Assert.Null(AffairSteps.Of(Signature(60, EventType.Deal, "a-small-start-up", "google", "nvidia"), [Story("1", Signature(1, EventType.Deal, "a-small-start-up", "nvidia"))]));
    }

    [Fact]
    public void Of_ABidThatWasCalledOff_GoesOnWithoutTheBidder()
    {
        var bid = Story("1", Signature(1, EventType.Acquisition, "a-small-start-up", "meta") with { Status = EventStatus.Rumor });
        var refusal = Story("1", Signature(1, EventType.Acquisition, "a-small-start-up", "meta") with { Status = EventStatus.Cancelled });
        var round = Signature(400, EventType.Funding, "a-small-start-up") with { Status = EventStatus.Announced };

        Assert.Null(AffairSteps.Of(round, [bid]));
        Assert.Equal("1", AffairSteps.Of(round, [refusal])?.Story);
        Assert.Equal("1", AffairSteps.Of(round with { Concepts = [new("cancel", 1, true)] }, [bid])?.Story);
    }

    [Fact]
    public void Of_TheSameChipForANewCustomerOrMeasured_IsNoStep()
    {
        static StorySignature About(int day, EventType type, params string[] companies) => Signature(day, type, companies) with
        {
            Chips = ["nvidia-vera-rubin"], Mentions = [.. new[] { "nvidia", "nvidia-vera-rubin" }.Concat(companies).Distinct().Order(StringComparer.Ordinal).Select(id => new StoryMention(id, id == "nvidia" ? 4 : 1, id != "nvidia"))],
        };
        var shown = Story("1", About(1, EventType.Roadmap, "nvidia"));

        Assert.Equal("1", AffairSteps.Of(About(90, EventType.Capacity, "nvidia"), [shown])?.Story);
        Assert.Null(AffairSteps.Of(About(90, EventType.Capacity, "a-new-customer", "nvidia"), [shown]));
        Assert.Null(AffairSteps.Of(About(90, EventType.Benchmark, "nvidia"), [shown]));
    }

    [Fact]
    public void OfLaw_MemberThatNamesTheLaw_ShowsThatItsStoryIsAStep()
    {
        var draft = Story("1", Signature(1, EventType.Regulation) with { Concepts = [new("chips-act", 2, true)] });
        var eve = Story("2", Signature(240, EventType.Regulation) with { Concepts = [new("eu", 2, true)] });
        var plan = Signature(241, EventType.Regulation) with { Concepts = [new("chips-act", 1, false)] };

        Assert.Equal("1", AffairSteps.OfLaw(plan, eve, [draft, eve])?.Story);
        Assert.Null(AffairSteps.OfLaw(plan, Story("2", [.. eve.Members, plan]), [draft, eve]));
        Assert.Null(AffairSteps.OfLaw(plan, draft, [draft, eve]));
        Assert.Null(AffairSteps.OfLaw(plan with { Type = EventType.Capacity }, eve, [draft, eve]));
    }

    [Fact]
    public void Of_Comment_IsNoStep() =>
        Assert.Null(AffairSteps.Of(Signature(9, EventType.Analysis, "a-small-start-up"), [Story("1", Signature(1, EventType.Funding, "a-small-start-up"))]));

    [Fact]
    public void Of_SeveralSteps_FollowsTheNearestInWhateverOrderTheyAreOffered()
    {
        OpenStory[] steps = [Story("1", Signature(1, EventType.Funding, "a-small-start-up")), Story("2", Signature(50, EventType.Funding, "a-small-start-up")), Story("3", Signature(95, EventType.Funding, "a-small-start-up"))];
        var article = Signature(90, EventType.Funding, "a-small-start-up");

        Assert.Equal("2", AffairSteps.Of(article, steps)?.Story);
        Assert.Equal("2", AffairSteps.Of(article, [.. steps.Reverse()])?.Story);
    }

    private static OpenStory Story(string id, params StorySignature[] members) => new(id, members);

    private static StorySignature Signature(int day, EventType type, params string[] companies) =>
        new(DateTimeOffset.UnixEpoch.AddDays(day), []) { Primary = companies, Companies = companies, Type = type };
}
