using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Tests.Pipeline.Claims;

public sealed class OpenSaleTests
{
    private static readonly StorySignature Talks = new(new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero), ["chip:amazon-trainium", "family:amazon Trainium"])
    {
        Primary = ["amazon", "apple"],
        Companies = ["amazon", "apple"],
        Chips = ["amazon-trainium"],
        Topics = ["custom-silicon"],
        Type = EventType.Talks,
        Status = EventStatus.Rumor,
        Mentions = [new("amazon", 2, true), new("amazon-trainium", 1, true)],
    };

    private static readonly StorySignature Sale = new(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), ["chip:amazon-trainium-3", "family:amazon Trainium"])
    {
        Primary = ["amazon"],
        Companies = ["amazon"],
        Chips = ["amazon-trainium-3"],
        Topics = ["custom-silicon"],
        Type = EventType.Launch,
        Status = EventStatus.Confirmed,
        Mentions = [new("amazon", 2, true), new("amazon-trainium-3", 1, true)],
        Concepts = [new("sale", 1, false)],
    };

    [Fact]
    public void IsAnsweredBy_TheMakerSellsAGenerationOfTheFamily_Holds()
    {
        Assert.True(OpenSale.IsAnsweredBy(Sale, new("1", [Talks])));
        Assert.Contains("its maker now sells the chip whose sale was open", AffairSteps.Of(Sale, [new("1", [Talks])])?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void IsAnsweredBy_ANewGenerationThatNobodySells_DoesNot() => Assert.False(OpenSale.IsAnsweredBy(Sale with { Concepts = [] }, new("1", [Talks])));

    [Fact]
    public void IsAnsweredBy_SaleThatIsARumourItself_DoesNot() => Assert.False(OpenSale.IsAnsweredBy(Sale with { Status = EventStatus.Rumor }, new("1", [Talks])));

    [Fact]
    public void IsAnsweredBy_AnotherFamilyOrMaker_DoesNot()
    {
        Assert.False(OpenSale.IsAnsweredBy(Sale with { Keys = ["family:amazon Inferentia"] }, new("1", [Talks])));
        Assert.False(OpenSale.IsAnsweredBy(Sale with { Primary = ["marvell"] }, new("1", [Talks])));
    }

    [Fact]
    public void IsAnsweredBy_WhoseBusinessItIsToSellChips_DoesNot() => Assert.False(OpenSale.IsAnsweredBy(Sale with { Topics = ["gpus"] }, new("1", [Talks])));

    [Fact]
    public void IsAnsweredBy_StoryInWhichNoSaleWasOpen_DoesNot()
    {
        Assert.False(OpenSale.IsAnsweredBy(Sale, new("1", [Talks with { Type = EventType.Launch }])));
        Assert.False(OpenSale.IsAnsweredBy(Sale, new("1", [Talks with { Status = EventStatus.Confirmed }])));
        Assert.False(OpenSale.IsAnsweredBy(Sale, new("1", [Talks with { Primary = ["amazon"] }])));
    }
}
