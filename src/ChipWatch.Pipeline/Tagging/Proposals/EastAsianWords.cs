namespace ChipWatch.Pipeline.Tagging.Proposals;

/// <summary>What stands right before and behind the names of companies and chips in texts of East Asia.</summary>
/// <param name="Roles">Right before a name: what kind of company it is.</param>
/// <param name="Kinds">Somewhere before a name that is spelled again in Latin letters: リベリオンズ（Rebellions）.</param>
/// <param name="Legal">Signs of a company, before or behind its name.</param>
/// <param name="Suffixes">Last parts of company names that belong to them.</param>
/// <param name="Behind">Right behind a name that is a company's.</param>
/// <param name="Chips">Nouns of chips.</param>
/// <param name="Persons">Right behind a person's name, or one of an office or a school.</param>
internal sealed record EastAsianWords(string[] Roles, string[] Kinds, string[] Legal, string[] Suffixes, string[] Behind, string[] Chips, string[] Persons)
{
    private static readonly EastAsianWords Chinese = new(
        Split("初创公司 初創公司 初创企业 初創企業 新創公司 新創企業 新創 独角兽 獨角獸 芯片公司 晶片公司 芯片企业 芯片厂商 晶片廠 晶片商 芯片设计公司 晶片設計公司 半导体公司 半導體公司 半导体企业 云服务商 雲端業者 算力公司 算力企业 封测厂 封測廠 代工厂 代工廠 设备商 設備商 供应商 供應商"),
        Split("公司 企业 企業 厂商 廠商"),
        [],
        Split("科技 半导体 半導體 微电子 微電子 集成电路 芯片 智芯"),
        Split("公司 集团 集團 科技 半导体 半導體 微电子 微電子"),
        Split("芯片 晶片 加速器 加速卡 处理器 處理器 显卡 計算卡 计算卡"),
        Split("先生 女士 教授 博士 分析师 分析師 总裁 總裁 董事长 董事長 首席 大学 大學 研究院 研究所 学院 法院 部门 奖"));

    private static readonly EastAsianWords Japanese = new(
        Split("スタートアップの スタートアップ企業の 新興の 新興企業の 新興企業 新興 半導体メーカーの 半導体大手の 半導体企業の 設計会社の ベンチャーの クラウド事業者の ファブレスの 装置メーカーの 部材メーカーの"),
        Split("企業 新興 メーカー 大手 会社 スタートアップ 事業者"),
        Split("株式会社 （株） ㈱"),
        Split("テクノロジーズ セミコンダクター エレクトロニクス"),
        Split("社は 社が 社の 社と 社に 社を 社も 社製 社、 社（"),
        Split("チップ 半導体 プロセッサー プロセッサ アクセラレーター 演算装置 アクセラレータ"),
        Split("氏 さん 教授 博士 社長 会長 大学 研究所 省 庁 裁判所 賞"));

    private static readonly EastAsianWords Korean = new(
        Split("스타트업 팹리스 반도체기업 반도체업체 설계업체 설계기업 파운드리업체 장비업체 후공정업체 유니콘 클라우드업체 네오클라우드 반도체_기업 반도체_업체 반도체_스타트업 칩_업체 칩_기업 메모리_업체 낸드_업체 장비_업체 서버_업체 설계_업체 소재_업체"),
        Split("업체 기업 회사 스타트업 팹리스"),
        Split("주식회사 ㈜ (주)"),
        Split("반도체 세미콘 테크놀로지 테크놀로지스 마이크로"),
        Split("사는 사가 사의 사와 사에"),
        Split("칩 칩은 칩을 칩이 칩의 가속기 가속기를 가속기는 프로세서 반도체를 칩으로 칩과"),
        Split("씨 교수 박사 대표 회장 사장 대학교 연구원 연구소 법원"));

    /// <summary>Korean words that follow a kind of company without being its name: "업체 관계자".</summary>
    public static WordList NoNames { get; } = new("관계자 관계자들 고객 고객사 대표 가운데 경영진 주가 모두 사이 두 세 네 여러 대부분 중 간 측 입장 최초 최대 역시 모임 투자 인수 육성 지원 전체 실적 시장 매출");

    /// <summary>The words of a language; null for one of other scripts.</summary>
    public static EastAsianWords? Of(string language) => language switch
    {
        "zh" => Chinese,
        "ja" => Japanese,
        "ko" => Korean,
        _ => null,
    };

    private static string[] Split(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace('_', ' '))];
}
