using System.Globalization;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>
/// Words that only texts about computing hardware use (3), or that they use more than others (1). Where an article has too few of them,
/// a name in it is more likely a river, a painter or a fruit than one of ours. '*' stands for any ending.
/// </summary>
internal static class TradeWords
{
    private const string Lines = """
        3: GPU|high bandwidth memory|processor core*|logic die*|graphics processor*|CoWoS|advanced packaging|tape out*|export control*|semiconductor*|chipmaker*|chip maker*|AI chip*|AI processor*|data cent*|datacent*|microchip*|foundry|foundries|wafer*|HBM|DRAM|accelerators|AI accelerator*|AI compute|supercomput*|hyperscal*|neocloud*|CUDA|tensor processing|nanomet*|EUV|lithograph*|AI model*|AI server*|MLPerf|inference chip*|risc v|chiplet*
        3: fabs|memory fab|chip fab*|chip plant*|chip factor*|chip design*|AI factor*|AI campus*|AI hardware|AI computer|AI halls|AI racks|server racks|accelerator chip*|switch chip*|inference start up*|inference startup*|GPU cloud*|chip machine*
        3: Halbleiter*|KI Chip*|KI Beschleuniger*|Rechenzentr*|Chipfertig*|Chiphersteller*|Grafikprozessor*|KI Server*|KI Modell*|Chipentwickl*|Chipentwurf|Chipdesign*|Cloudkonzern*|Chipkonzern*|Supercomputer|Superrechner*|Chipfabrik*|Chipwerk*|Chipmaschin*|Speicherwerk*|KI Fabrik*|KI Hallen|KI Rechner*
        3: semi conducteur*|fabricant de puces|fabricants de puces|puce d'IA|puces d'IA|puces IA|centres de données|centre de données|processeurs graphiques|processeur graphique|supercalculateur*|usine de puces|usines de puces|concepteur de puces
        3: semiconductor*|chip de IA|megacentro de datos|fabricante de chips|fabricantes de chips|chips de IA|centros de datos|centro de datos|procesador gráfico|superordenador*|aceleradores|fábrica de chips|fábricas de chips|diseñador de chips
        3: halfgeleider*|AI chip*|rekencentr*|chipmachine*|chipfabrik*|chipfabriek*|rekenkracht|AI fabriek*|chipontwerp*|chipbedrij*
        3: 半导体|半導體|芯片|晶片|晶圆|晶圓|算力|数据中心|資料中心|加速器|显卡|存储芯片|人工智能芯片|光刻
        3: 半導体|データセンター|GPU|AIサーバ|アクセラレータ|ウエハ|計算基盤|演算装置
        3: 반도체|데이터센터|데이터 센터|가속기|파운드리|웨이퍼|고대역폭
        1: AI|artificial intelligence|chip|chips|processor*|cloud|server|software|compute|computing|memory|silicon|accelerator|inference|training|rack|tokens|firmware|startup|start up
        3: AI gigafactor*|AI gigafabriek*|KI Gigafabrik*|gigafactoría de IA|gigafactories d'IA|gigafábrica de IA|gigafábricas de IA
        1: gigafactor*|gigafabriek*|Gigafabrik*|ギガファクトリー|gigawatt*|gigavatio*|entrenamiento|entraînement|Modelltraining|cluster|clusters|semiconductor|tape out|risk production|data hall*
        1: KI|künstliche Intelligenz|künstlicher Intelligenz|Prozessor*|Server|Speicher*|Inferenz*|Beschleuniger*|Rechenleistung
        1: IA|intelligence artificielle|puce*|processeur*|serveur*|calcul|inférence|accélérateur*
        1: inteligencia artificial|procesador*|servidor*|inferencia|nube|acelerador*|cómputo
        1: processor*|versneller*|kunstmatige intelligentie|rekentijd
        1: 人工智能|人工智慧|服务器|伺服器|推理|训练|云|內存|内存|大模型|处理器|處理器
        1: 人工知能|チップ|サーバ|クラウド|推論|メモリ|プロセッサ
        1: 인공지능|칩|서버|클라우드|추론|메모리|프로세서
        """;

    public static void AddTo(VocabularyBuilder builder)
    {
        foreach (var line in Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var weight = int.Parse(line[..1], CultureInfo.InvariantCulture);
            foreach (var phrase in line[2..].Split('|', StringSplitOptions.TrimEntries))
            {
                builder.Add(phrase, new TradeMeaning(phrase, weight));
            }
        }
    }
}
