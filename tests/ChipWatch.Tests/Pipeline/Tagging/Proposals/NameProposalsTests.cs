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
    [InlineData("GPUs in data centres come from Nvidia, AMD and Fenwick.", "Fenwick", false)]
    [InlineData("In data centres beside GPUs stand Fenwick's new accelerators.", "Fenwick", false)]
    [InlineData("The owner of the data centre and its GPUs signed a contract with Fenwick.", "Fenwick", false)]
    [InlineData("In data centres GPUs get a rival in a chip called Fenwick.", "Fenwick", true)]
    [InlineData("Data centres with GPUs also buy Nvidia's FW200.", "FW200", true)]
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
    [InlineData("Chief executive Jane Fenwick expects more GPUs in data centres. Fenwick plans another talk.")]
    [InlineData("J. Fenwick builds GPUs for data centres.")]
    [InlineData("The start-up from Fenwick sells GPUs for data centres.")]
    [InlineData("Data centres near Fenwick use GPUs, the company announced.")]
    [InlineData("The Fenwick Ministry plans GPUs for data centres.")]
    [InlineData("Data centres buy PCIe5 chips and DDR5 chips beside GPUs.")]
    [InlineData("Data centres order Fenwick-cooled servers with GPUs.")]
    [InlineData("Fenwick-Rechenzentren brauchen Strom, und das Werk Fenwick baut GPUs.", "de")]
    [InlineData("")]
    public void Find_KnownNameOrOtherTrade_ProposesNothing(string text, string? language = null) => Assert.Empty(Propose(text, language));

    private static IReadOnlyList<NameProposal> Propose(string text, string? language = null) =>
        Seeds.Tag(new("a", null, null, language, null, "News of the data centre trade", text, BlockRoles.Find(text, null))).Names;
}
