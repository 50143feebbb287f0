using System.Text.RegularExpressions;

namespace ChipWatch.Pipeline.Claims;

/// <summary>The words that stand beside answers to open questions, and beside numbers that look like answers, in eight languages.</summary>
internal static partial class AnswerWords
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Right behind a buyer.</summary>
    [GeneratedRegex(@"^[^,.;]{0,24}\b(buys?|buying|bought|rents?|renting|leas(es?|ing)|orders?|ordered|purchases?|signs? (up )?for|kauft?|mietet|bestellt\w*|achète\w*|achet\w+|compra\w*|alquila\w*|koopt|huurt)\b|^(が|は|も|将|將|已|이|가|은|는)?[^，。、,.;]{0,16}(购买|購買|采购|採購|租用|租赁|订购|訂購|購入|調達|借り|구매|구입|도입|임차|주문)", Options)]
    public static partial Regex BuysNext();

    /// <summary>Right in front of a buyer.</summary>
    [GeneratedRegex(@"\b(sells?|sold|supply|supplies|supplied|deliver\w*|rents?|rented|leased?|liefert|verkauft|beliefert|livr\w+|vend\w*|levert|verkoopt)\b[^,.;]{0,20}\b(to|an|à|a|aan)( the)? $|(向|卖给|賣給|供应给|供應給)$", Options)]
    public static partial Regex SoldBefore();

    /// <summary>Units in which chips, machines and plants are counted.</summary>
    [GeneratedRegex(@"^(GW|MW|kW|[TGM]Wh|.*(chips?|[A-Z]PUs?|accelerators?|processors?|units?|wafers?|racks?|servers?|systems?|modules?|clusters?|Beschleuniger\w*|Prozessoren|Karten|Server\w*|Schränken?|puces?|processeurs?|accélérateurs?|serveurs?|baies?|procesadores|aceleradores|servidores|obleas|processoren|versnellers|kaarten|개|장|枚|台|颗|顆|张|張|片|块|塊|基))$", Options)]
    public static partial Regex VolumeUnit();

    /// <summary>Whose money.</summary>
    [GeneratedRegex(@"\b(invest\w*|led by|backed|backers?|rounds?|stakes?|raises?|raised|fund\w*|beteilig\w*|Geldgeber\w*|levée|inversor\w*|investeer\w*)\b|投资|投資|融资|融資|出資|领投|領投|투자", Options)]
    public static partial Regex Investor();

    /// <summary>Who is named beside, and is no party.</summary>
    [GeneratedRegex(@"\b(rivals?|compet\w*|against|versus|alternatives?|unlike|compared|Konkurr\w*|Rival\w*|concurrent\w*|competidor\w*|concurren\w*)\b|竞争|競爭|競合|对手|對手|경쟁", Options)]
    public static partial Regex Rival();

    /// <summary>What it costs.</summary>
    [GeneratedRegex(@"\b(price[ds]?|pricing|costs?|costing|pays?|paid|paying|worth|valued?|valuation|deal|Preis\w*|kostet|kosten|zahlt|wert|prix|coûte\w*|precio|cuesta|prijs|betaalt|waard)\b|価格|金額|費用|総額|支払|价格|價格|金额|总额|總額|价值|價值|斥资|斥資|耗资|耗資|作价|가격|금액|규모|비용|대금", Options)]
    public static partial Regex Price();

    /// <summary>How much changes hands, or is built.</summary>
    [GeneratedRegex(@"\b(orders?|ordered|buys?|bought|deliver\w*|ships?|shipp\w*|suppl\w+|capacity|sells?|sold|install\w*|deploy\w*|bestell\w*|liefer\w*|Kapazität|capacité|capacidad|command\w+|livr\w+|pedid\w+|sumin\w+|entreg\w+|lever\w*|capaciteit)\b|供应|供應|供給|交付|采购|採購|购买|購買|订购|訂購|出货|出貨|部署|产能|產能|納入|出荷|購入|導入|調達|生産能力|공급|납품|구매|도입|출하|생산능력", Options)]
    public static partial Regex Volume();

    /// <summary>When it is to come.</summary>
    [GeneratedRegex(@"\b(available|availability|ships?|shipping|starts?|starting|begins?|beginning|opens?|complet\w*|closes?|closing|deliver\w*|launch\w*|expected|due|until|by (the )?(end|start|middle|early|mid|late|next|spring|summer|autumn|fall|winter|q[1-4]|20[0-9]{2}|january|february|march|april|may|june|july|august|september|october|november|december)|takes? effect|in force|planned|scheduled|ab|bis|soll|geplant|voraussichtlich|à partir|prévu\w*|previst\w*|partir de|vanaf|gepland|verwacht)\b|预计|預計|计划|計劃|将于|將於|开始|開始|投产|投產|量产|量產|交付|上市|生效|施行|出货|出貨|予定|稼働|発売|出荷|納入|開始|量産|예정|시작|가동|출시|양산|납품|시행|인도", Options)]
    public static partial Regex Coming();

    /// <summary>Who makes it.</summary>
    [GeneratedRegex(@"\b(made|makes|manufactur\w*|produc\w*|fabricat\w*|fabs?|foundry|foundries|process|node|gefertigt|fertigt|Fertigung|fabriqu\w*|fabrica\w*|gemaakt|geproduceerd)\b|制造|製造|代工|生产|生産|受託|제조|생산|위탁", Options)]
    public static partial Regex Make();

    /// <summary>A year, a quarter, a month, or a time named from the article's own day.</summary>
    [GeneratedRegex(@"\b(20[2-4][0-9]|Q[1-4]|(next|coming|later this) (week|month|quarter|year|spring|summer|autumn|fall|winter)|(this) (spring|summer|autumn|fall|winter)|(second|third|fourth) quarter|(nächste[rsn]?|kommende[rsn]?) (Woche|Monat|Quartal|Jahr)|(l'année|l’année) prochaine|(próximo|próxima) (año|trimestre|mes)|volgend (jaar|kwartaal)|January|February|March|April|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b|20[2-4][0-9](年|년)|明年|来年|來年|下半年|年内|年內|下个月|下個月|来月|翌年|내년|하반기|연내|다음 달", Options)]
    public static partial Regex Date();

    /// <summary>Money that is taken in, earned, owed or lost, and not paid for this.</summary>
    [GeneratedRegex(@"\b(revenues?|turnover|profits?|earnings|market (value|cap\w*)|backlog|fines?|annual sales|a year|per year|Umsatz\w*|Gewinn\w*|Börsenwert|Strafe|chiffre d'affaires|bénéfices?|capitalisation|amende|ingresos|beneficios?|capitalización|multa|omzet|winst|beurswaarde|boete)\b|营收|營收|收入|利润|利潤|市值|罚款|罰款|売上\w*|営業利益|純利益|時価総額|罰金|매출\w*|영업이익|순이익|시가총액|과징금", Options)]
    public static partial Regex OtherMoney();

    /// <summary>What a company is worth, where the sum that changes hands is asked for.</summary>
    [GeneratedRegex(@"\b(valuation of|valu(es|ed|ing) \w+( \w+){0,3} at|valued at|bewertet|Bewertung von|valorisation de|valorisée?|valoración de|valorad[ao]|waardering van|gewaardeerd)\b|估值|評価額|企業価値|기업가치", Options)]
    public static partial Regex Worth();

    /// <summary>What it was worth before, which is not what it costs now.</summary>
    [GeneratedRegex(@"\b((last|previously|earlier|formerly|then|recently) valued|(last|previous|earlier|latest) (funding )?round|zuletzt|dernière(ment)?|última (ronda|valoración)|últimamente|laatst)\b|上一轮|上一輪|此前估值|前回|직전", Options)]
    public static partial Regex EarlierWorth();

    /// <summary>How many make up one machine.</summary>
    [GeneratedRegex(@"\b(each|every|per|single|pro|je|jede[rsmn]?|chaque|par|cada|por|elke?) (\w+ )?(chip|GPU|rack|server|super ?pod|pod|node|system|tray|board|Schrank|Knoten|baie|serveur|nœud|bastidor|servidor|nodo|kast|knooppunt)\b|\b(a|an|one|einem|un|une|een) (\w+ )?(rack|super ?pod|pod|node|tray|Schrank|Knoten|baie|nœud|bastidor|nodo|kast|knooppunt)\b|\b(superpods?|pro Rack|je Rack)\b|(每|毎|一)(个|個|台|枚)?(机架|机柜|機櫃|機架|服务器|伺服器|ラック|サーバー|节点|節點)|(ラック|サーバー|台)あたり|(랙|서버)(당| 한 대)", Options)]
    public static partial Regex OfOneMachine();

    /// <summary>How many there were up to now.</summary>
    [GeneratedRegex(@"\b(so far|to date|until now|up to now|last (year|quarter)|installed base|bisher|bislang|im vergangenen Jahr|jusqu'ici|jusqu’ici|à ce jour|l'an dernier|hasta ahora|hasta la fecha|el año pasado|tot nu toe|vorig jaar)\b|迄今|至今|截至目前|目前为止|目前為止|累计|累計|去年|昨年|これまで|既に|지금까지|누적|작년|지난해", Options)]
    public static partial Regex SoFar();

    /// <summary>What was done before talks about more.</summary>
    [GeneratedRegex(@"\b(ha(s|ve) (already )?(sold|shipped|delivered|deployed|installed|built)|(sold|shipped|delivered|deployed|installed) (some|about|more than|over)|runs? on|hat \w* ?\w* ?(verkauft|geliefert|installiert)|a (déjà )?(vendu|livré|installé)|ha (vendido|entregado|instalado)|heeft \w* ?\w* ?(verkocht|geleverd|geïnstalleerd))\b|已部署|已售出|已交付|已出货|出荷済み|導入済み|이미", Options)]
    public static partial Regex Done();
}
