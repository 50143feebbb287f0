using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Tests.Pipeline.Claims;

public sealed class ArticleAdditionsTests
{
    private static readonly ToldArticle First = new(1, "Bloomberg", EventStatus.Talks, [], [Number(50e9, "USD")], ["trainium"], ["amazon", "nvidia"]);

    [Fact]
    public void Of_First_IsTheClaimWithItsNumbers() => Assert.Equal("Claim, Number 50000000000", Added(First));

    [Fact]
    public void Of_RelayOfTheSame_AddsNothing() => Assert.Equal("", Added(First, First with { Id = 2, Moves = null, Companies = ["nvidia"] }));

    [Fact]
    public void Of_NumberThatIsTheSameRounded_AddsNothing() =>
        Assert.Equal("", Added(First, First with { Moves = null, Quantities = [Number(49.8e9, "USD", "about")] }));

    [Fact]
    public void Of_NewNumberNameAndChip_AddsThem() => Assert.Equal(
        "Number 2, Chip inferentia, Company meta",
        Added(First, First with { Moves = null, Quantities = [Number(2, "GW"), Number(2, "GW")], Chips = ["trainium", "inferentia"], Companies = ["meta", "amazon"] }));

    [Fact]
    public void Of_OtherOriginNewStatusAndAnswer_AddsThem() => Assert.Equal(
        "Origin Reuters, Status Announced, Answer Who would buy?",
        Added(First, First with { Origin = "Reuters", Moves = EventStatus.Announced, Answers = ["Who would buy?"] }));

    [Fact]
    public void Of_Comment_IsNoOrigin() => Assert.Equal("", Added(First, First with { Origin = null, Moves = null }));

    [Fact]
    public void Of_SupposedNumber_IsNone() =>
        Assert.Equal("", Added(First, First with { Moves = null, Quantities = [new(5_000, "GPUs", "x", null, Hypothetical: true, [])] }));

    /// <summary>What the last of them adds.</summary>
    private static string Added(params ToldArticle[] articles) =>
        string.Join(", ", ArticleAdditions.Of(articles)[^1].Select(fact => $"{fact.Kind} {fact.Value}{fact.Number?.Value}".Trim()));

    private static Quantity Number(double value, string unit, string? hedge = null) => new(value, unit, "x", hedge, Hypothetical: false, []);
}
