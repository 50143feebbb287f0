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

    [Theory]
    [InlineData("zh", "数据中心的GPU之外，初创公司清微智芯发布了加速器。", "清微智芯", false)]
    [InlineData("zh", "芯片公司Fenwick为数据中心设计GPU。", "Fenwick", false)]
    [InlineData("zh", "数据中心采用FW200加速卡和其他GPU。", "FW200", true)]
    [InlineData("ja", "新興企業のフェンウィックはデータセンター向けGPUを開発した。", "フェンウィック", false)]
    [InlineData("ja", "データセンターのGPUを株式会社ミナトテックが設計した。", "ミナトテック", false)]
    [InlineData("ja", "米Fenwick社はデータセンター向けGPUを出荷した。", "Fenwick", false)]
    [InlineData("ja", "米半導体企業フェンウィック（Fenwick）はデータセンター向けGPUを出荷した。", "フェンウィック", false)]
    [InlineData("ko", "스타트업 펜윅은 데이터센터용 GPU를 설계했다.", "펜윅", false)]
    [InlineData("ko", "㈜가람칩스가 데이터센터용 GPU를 설계했다.", "가람칩스", false)]
    [InlineData("ko", "데이터센터에 GPU 대신 FW200 칩을 넣었다.", "FW200", true)]
    [InlineData("ko", "미국 반도체 기업 펜윅스(Fenwicks)가 데이터센터용 GPU를 설계했다.", "펜윅스", false)]
    public void Find_UnknownNameInEastAsianText_IsProposedWithItsSentence(string language, string text, string name, bool isChip)
    {
        var proposal = Assert.Single(Propose(text, language));

        Assert.Equal((name, isChip, text), (proposal.Name, proposal.IsChip, proposal.Evidence.Quote));
    }

    [Theory]
    [InlineData("zh", "芯片公司Cerebras为数据中心设计GPU。")]
    [InlineData("zh", "一家初创公司发布了数据中心加速器和GPU。")]
    [InlineData("zh", "Stanford大学的研究人员在数据中心测试GPU。")]
    [InlineData("zh", "数据中心采用PCIe5芯片和GPU。")]
    [InlineData("ja", "スタートアップのデータセンターはGPUを使う。")]
    [InlineData("ja", "両社はデータセンター向けGPUで協力する。")]
    [InlineData("ja", "半導体大手のジョン・フェンウィック（John Fenwick）氏はデータセンター向けGPUを語った。")]
    [InlineData("ja", "プロセッサーとアクセラレーターをデータセンターのGPUと並べる。")]
    [InlineData("ko", "반도체 업체 관계자는 데이터센터용 GPU가 부족하다고 했다.")]
    [InlineData("ko", "스타트업 대표가 데이터센터용 GPU를 샀다.")]
    [InlineData("ko", "반도체 기업 리벨리온이 데이터센터용 GPU와 겨룬다.")]
    public void Find_KnownNameOrPlainWordInEastAsianText_ProposesNothing(string language, string text) => Assert.Empty(Propose(text, language));

    private static IReadOnlyList<NameProposal> Propose(string text, string? language = null) =>
        Seeds.Tag(new("a", null, null, language, null, "News of the data centre trade", text, BlockRoles.Find(text, null))).Names;
}
