using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Proposals;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Tagging.Proposals;

public sealed class NameProposalsTests
{
    private static readonly Tagger Seeds = new(Vocabulary.Of(NewsCatalogue.LoadSeeds()));

    [Theory]
    [InlineData("The start-up Fenwick raised money for AI chips in data centres.", "Fenwick", false)]
    [InlineData("Investors trust Fenwick Labs, a maker of AI chips for data centres.", "Fenwick Labs", false)]
    [InlineData("In data centres of the GPU trade, the FW200 accelerator is new.", "FW200", true)]
    [InlineData("Der Beschleuniger FW200 rechnet in Rechenzentren neben GPUs.", "FW200", true)]
    public void Find_UnknownNameThatBehavesLikeOne_IsProposedWithItsSentence(string text, string name, bool isChip)
    {
        var proposal = Assert.Single(Propose(text));

        Assert.Equal((name, isChip, text), (proposal.Name, proposal.IsChip, proposal.Evidence.Quote));
    }

    [Theory]
    [InlineData("The start-up Cerebras raised money for AI chips in data centres.")]
    [InlineData("The H200 accelerator runs in data centres beside other GPUs.")]
    [InlineData("Fenwick opened a restaurant.")]
    [InlineData("")]
    public void Find_KnownNameOrOtherTrade_ProposesNothing(string text) => Assert.Empty(Propose(text));

    private static IReadOnlyList<NameProposal> Propose(string text) =>
        Seeds.Tag(new("a", null, null, null, null, "News of the data centre trade", text, BlockRoles.Find(text, null))).Names;
}
