namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>
/// Outlets and agencies, one a line: the usual name, then other ways to write it. A line that begins with '?' holds a common word or
/// a word that is also something else; it counts only in a phrase of credit.
/// </summary>
internal static class OutletNames
{
    public const string Lines = """
        Bloomberg|Bloomberg News|Bloomberg Businessweek|블룸버그|블룸버그통신|블룸버그 통신|彭博|彭博社|彭博新闻社|彭博新聞|ブルームバーグ|米ブルームバーグ
        Reuters|Thomson Reuters|로이터|로이터통신|로이터 통신|路透|路透社|ロイター|ロイター通信
        The Wall Street Journal|Wall Street Journal|WSJ|월스트리트저널|월스트리트 저널|华尔街日报|華爾街日報|ウォール・ストリート・ジャーナル
        Financial Times|The Financial Times|FT|파이낸셜타임스|파이낸셜 타임스|金融时报|金融時報|フィナンシャル・タイムズ|英フィナンシャル・タイムズ
        The New York Times|New York Times|NYT|뉴욕타임스|纽约时报|紐約時報|ニューヨーク・タイムズ
        The Washington Post|Washington Post|华盛顿邮报|華盛頓郵報
        CNBC
        CNN
        BBC|BBC News
        NBC News
        CBS News
        ABC News
        Fox Business
        NPR
        Associated Press|The Associated Press|AP통신|美联社|美聯社
        AFP|Agence France-Presse|法新社
        dpa|Deutsche Presse-Agentur|dpa-AFX
        ANP
        EFE|Agencia EFE
        Europa Press
        Belga
        Xinhua|新华社|新華社
        Yonhap|Yonhap News|Yonhap News Agency|연합뉴스
        Kyodo|Kyodo News|共同通信
        Jiji|Jiji Press|時事通信
        CNA|中央社
        Nikkei|The Nikkei|日本経済新聞|日経|日经|日經|日経新聞|日本经济新闻|닛케이
        Nikkei Asia|日経アジア|日经亚洲|日經亞洲
        The Information|더인포메이션
        TechCrunch|Techcrunch
        Semafor
        Axios
        Politico|POLITICO
        Euronews
        NRC
        Handelsblatt
        FAZ|Frankfurter Allgemeine|Frankfurter Allgemeine Zeitung
        Süddeutsche Zeitung|Sueddeutsche Zeitung
        Der Spiegel|Spiegel
        WirtschaftsWoche|Wirtschaftswoche
        manager magazin|Manager Magazin
        Tagesspiegel|Tagesspiegel Background
        ComputerBase|Computerbase
        Golem|Golem.de
        heise|heise online|Heise
        Les Echos|Les Échos
        Le Monde
        Le Figaro
        La Tribune
        BFM Business|BFM TV
        L'Usine Nouvelle|L’Usine Nouvelle
        Libération
        El País|EL PAÍS
        El Mundo
        Expansión
        Cinco Días
        El Economista|elEconomista
        La Vanguardia
        El Confidencial
        Het Financieele Dagblad|FD|Financieele Dagblad
        NOS
        de Volkskrant|De Volkskrant|Volkskrant
        De Tijd
        De Telegraaf
        Bits&Chips
        Tweakers
        Il Sole 24 Ore
        La Repubblica
        Taipei Times
        Focus Taiwan
        Economic Daily News|經濟日報|经济日报
        Commercial Times|工商時報|工商时报
        United Daily News|聯合報|联合报
        Liberty Times|自由時報|自由时报
        DigiTimes|DIGITIMES|Digitimes|電子時報|电子时报
        TrendForce|集邦|集邦科技|集邦諮詢|集邦咨询|트렌드포스|トレンドフォース
        Counterpoint|Counterpoint Research|카운터포인트리서치
        IDC
        Gartner
        Omdia
        Canalys
        TechInsights
        SemiAnalysis
        Jefferies
        Morgan Stanley
        JPMorgan|J.P. Morgan
        Goldman Sachs
        Observer Network|观察者网|觀察者網
        Caixin|财新|財新
        STAR Market Daily|科创板日报|科創板日報
        Cailianshe|财联社|財聯社|CLS
        Yicai|第一财经|第一財經
        Securities Times|证券时报|證券時報
        21st Century Business Herald|21世纪经济报道
        LatePost|晚点|晚点LatePost|晚點
        36Kr|36氪
        IT Home|IT之家|ITHome
        People's Daily|人民日报|人民日報
        Global Times|环球时报|環球時報
        China Daily
        South China Morning Post|SCMP|南华早报|南華早報
        Chosun Ilbo|Chosun Biz|ChosunBiz|The Chosun Ilbo|조선일보|조선비즈
        JoongAng Ilbo|Korea JoongAng Daily|중앙일보
        Dong-A Ilbo|동아일보
        Hankyoreh|한겨레
        Korea Economic Daily|The Korea Economic Daily|KED Global|Hankyung|한국경제|한경
        Maeil Business|Maeil Business Newspaper|Pulse|매일경제|매경
        Korea Herald|The Korea Herald
        Korea Times|The Korea Times
        Seoul Economic Daily|서울경제
        ETNews|Electronic Times|전자신문
        The Elec|TheElec|디일렉
        ZDNet|ZDNet Korea|지디넷코리아
        Money Today|머니투데이
        Asahi Shimbun|Asahi|朝日新聞
        Yomiuri Shimbun|Yomiuri|読売新聞
        Mainichi Shimbun|毎日新聞
        NHK
        Nikkan Kogyo|日刊工業新聞
        Sankei|産経新聞
        Toyo Keizai|東洋経済
        Diamond|ダイヤモンド
        MarketWatch
        Barron's|Barron’s
        Business Insider|Insider
        Forbes
        Fortune
        The Economist
        Economic Times|The Economic Times
        Times of India|The Times of India
        Business Standard|The Business Standard
        Moneycontrol
        Mint|Livemint
        Globe and Mail|The Globe and Mail
        Toronto Star
        Calcalist
        Globes
        Haaretz
        Times of Israel
        Sky News
        The Guardian
        The Telegraph
        The Times
        The Decoder
        The Register
        The Verge
        Ars Technica
        Tom's Hardware|Tom’s Hardware
        Tom's Guide|Tom’s Guide
        AnandTech
        VentureBeat
        Wired|WIRED
        Engadget
        Techmeme
        Techzine
        Techzine Europe
        TechRadar
        ZDNET
        SiliconANGLE
        Data Center Dynamics|DatacenterDynamics|DCD
        Data Center Knowledge
        The Next Platform|Next Platform
        EE Times|EETimes
        SemiWiki
        Semiconductor Engineering
        HPCwire
        ServeTheHome
        Electrek
        InsideEVs
        Benzinga
        Seeking Alpha
        Investing.com
        Yahoo Finance
        Stratechery
        9to5Mac
        MacRumors
        Wccftech|WCCFTech
        VideoCardz
        TechPowerUp
        Phoronix
        404 Media
        Punchbowl News
        Nihon Keizai Shimbun
        Capital
        ?Spiegel
        ?Observer
        ?Quartz
        ?Particle
        """;
}
