using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Tests.Pipeline.Claims;

public sealed class AffairStepsTests
{
    [Fact]
    public void Of_CompanySeldomInTheNews_GoesOnWithItsAffair() =>
        Assert.Equal("1", AffairSteps.Of(Signature(90, EventType.Funding, "a-small-start-up"), [Story("1", Signature(1, EventType.Acquisition, "a-small-start-up", "meta"))])?.Story);

    [Fact]
    public void Of_TwoCompaniesTogether_GoOnWithTheirAffairWhateverTheKind() =>
        Assert.Equal("1", AffairSteps.Of(Signature(90, EventType.Talks, "broadcom", "openai"), [Story("1", Signature(1, EventType.Roadmap, "broadcom", "openai"))])?.Story);

    [Theory]
    [InlineData("nvidia")]
    [InlineData("amazon")]
    public void Of_CompanyInTheNewsEveryDay_IsNoAffair(string company) =>
        Assert.Null(AffairSteps.Of(Signature(9, EventType.Launch, company), [Story("1", Signature(1, EventType.Launch, company))]));

    [Fact]
    public void Of_RareNamesOfTheSameSubject_GoOn() => Assert.Equal("1", AffairSteps.Of(
        Signature(90, EventType.Delay, "nvidia") with { Terms = [new("hbm4", 5, true, false), new("rubin", 5, true, true)] },
        [Story("1", Signature(1, EventType.Roadmap, "nvidia") with { Terms = [new("hbm4", 5, true, false), new("rubin", 5, true, true)] })])?.Story);

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
