using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Tests.Pipeline.Claims;

public sealed class ClaimPartiesTests
{
    private static readonly ToldParties Bid = Of(EventType.Acquisition, "buyer seller");

    [Fact]
    public void ToldInPassing_PartyBesideAnotherPartner_IsInPassing() =>
        Assert.Equal([false, false, true], ClaimParties.ToldInPassing([Bid, Bid, Of(EventType.Deal, "buyer customer", "seller")]));

    [Fact]
    public void ToldInPassing_PartyBesideAnotherKindOfEvent_IsInPassing() =>
        Assert.Equal([false, true, true], ClaimParties.ToldInPassing([Bid, Of(EventType.Launch, "buyer", "seller"), Of(EventType.Launch, "buyer", "seller")]));

    [Fact]
    public void ToldInPassing_SameKindOfEventOfOneParty_TellsTheClaim() =>
        Assert.Equal([false, false, false], ClaimParties.ToldInPassing([Bid, Of(EventType.Funding, "seller", "buyer"), Of(EventType.Talks, "buyer", "seller other")]));

    [Fact]
    public void ToldInPassing_PartyThatIsNotNamedAtAll_TellsTheClaim() =>
        Assert.Equal([false, false], ClaimParties.ToldInPassing([Bid, Of(EventType.Launch, "buyer", "other")]));

    [Fact]
    public void ToldInPassing_ClaimOfOneCompany_HasNoParties() =>
        Assert.Equal([false, false], ClaimParties.ToldInPassing([Of(EventType.Roadmap, "maker"), Of(EventType.Deal, "customer", "maker")]));

    [Fact]
    public void ToldInPassing_AfterAWeekOfSilence_IsTheNextStep()
    {
        var loan = Of(EventType.Funding, "lender", "buyer seller");

        Assert.Equal([false, true, false], ClaimParties.ToldInPassing([Bid, loan with { At = Bid.At.AddDays(6) }, loan with { At = Bid.At.AddDays(7) }]));
    }

    [Fact]
    public void ToldInPassing_CommentOrUnknownKind_IsOfNoOtherKind() =>
        Assert.Equal([false, false, false], ClaimParties.ToldInPassing([Bid, Of(EventType.Analysis, "buyer", "seller"), Of(null, "buyer", "seller")]));

    private static ToldParties Of(EventType? type, string primary, string mentioned = "") =>
        new(DateTimeOffset.UnixEpoch, primary.Split(' '), mentioned.Split(' ', StringSplitOptions.RemoveEmptyEntries), type);
}
