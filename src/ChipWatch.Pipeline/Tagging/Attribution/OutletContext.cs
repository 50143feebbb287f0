using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>
/// Where the name of an outlet credits nobody: a share index or a survey that bears its name, its own stage, a market's move it only
/// measures, and the outlet as a party to a dispute or a deal.
/// </summary>
internal static class OutletContext
{
    /// <summary>Words right behind a name that make it a thing: "Nikkei 225", "Bloomberg terminal".</summary>
    private static readonly string[] ThingsBehind =
    [
        " 225", " index", "-index", " average", " terminal", " Terminal", " survey", "-Umfrage", " poll", " consensus", "-Konsens", " Billionaires", " Events", " summit", " Summit", " forum", " Forum",
        " conference", " Conference", " conferentie", "-Konferenz", " columnist", " Opinion", " 500", " 30 under", " Stoxx", "-barometer",
        "平均", "225", "指数", "指數", "株価", "지수", "평균", "终端", "終端", " 터미널", "端末", "峰会", "論壇", "论坛", " 포럼",
    ];

    /// <summary>Words right before a name that make it a collector of figures: "analysts polled by …".</summary>
    private static readonly string[] CollectorsBefore =
    [
        "compiled by", "polled by", "surveyed by", "consensus of", "analysts asked by", "data from", "figures from", "gathered by", "collected by", "tracked by", "zusammengestellt von", "befragt von",
        "compilées par", "interrogés par", "recopilados por", "consultados por", "encuestados por", "verzameld door", "geraadpleegd door", "ondervraagd door",
    ];

    private static readonly string[] SurveyedBehind = [" befragte", " befragten", " zusammengestellt", " 조사에 참여", " 집계", "がまとめた", "调查的分析师", "調查的分析師", "의 집계", "编制", "編制"];

    /// <summary>In a sentence that an outlet is a party to.</summary>
    private static readonly FrozenSet<string> PartyWords = new[]
    {
        "sues", "sued", "suing", "lawsuit", "plaintiff", "licensing", "copyright", "verklagt", "klagt", "Klage", "Urheberrecht", "Lizenzvertrag", "poursuit", "plainte", "droits", "demanda", "demandó", "derechos", "klaagt", "auteursrecht",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] PartySigns = ["起诉", "起訴", "訴訟", "诉讼", "提訴", "版权", "版權", "著作権", "소송", "저작권", "제소"];

    private static readonly string[] MarketSigns =
    [
        "shares", "the stock ", "share price", "Aktie", "Kurs ", "Papiere", "l’action", "l'action", "le titre", "cours de Bourse", "La acción", "las acciones", "los títulos", "aandeel", "aandelen", "beurskoers",
        "股价", "股價", "收盘", "收盤", "株価", "株は", "주가", "주식은",
    ];

    /// <summary>An earlier report that the news only follows.</summary>
    private static readonly string[] EarlierSigns =
    [
        "weeks after", "months after", "days after", "last week's report", "last month's report", "last week’s report", "Last week ", "Last month ", "Wochen nachdem", "Monate nachdem", "Tage nachdem",
        "semaines après", "jours après", "mois après", "semanas después de que", "días después de que", "meses después de que", "weken nadat", "dagen nadat", "maanden nadat",
        "바 있다", "が伝えていた", "が報じていた", "と報じていた", "と伝えていた",
    ];

    private static readonly string[] AnalysisSigns = ["的分析", "分析認為", "分析认为", "の分析", "の試算", "분석에 따르면", "an analysis by", "an analysis of", "einer Analyse der", "une analyse de", "un análisis de", "een analyse van"];

    /// <summary>Whether the name stands for a thing or for a collection of figures.</summary>
    public static bool IsThing(OutletMention mention, Sentence sentence)
    {
        var behind = sentence.Source.AsSpan(mention.End, sentence.End - mention.End);
        foreach (var thing in ThingsBehind)
        {
            if (behind.StartsWith(thing, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var surveyed in SurveyedBehind)
        {
            if (behind.StartsWith(surveyed, StringComparison.Ordinal))
            {
                return true;
            }
        }

        var before = sentence.Source.AsSpan(sentence.Start, mention.Start - sentence.Start).TrimEnd();
        foreach (var collector in CollectorsBefore)
        {
            if (before.EndsWith(collector, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the sentence is about a dispute or a contract that an outlet may be a party to.</summary>
    public static bool MayBeParty(Sentence sentence)
    {
        var text = sentence.Text;
        foreach (var sign in PartySigns)
        {
            if (text.Contains(sign, StringComparison.Ordinal))
            {
                return true;
            }
        }

        var words = PartyWords.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            if (end > at && words.Contains(text[at..end]))
            {
                return true;
            }

            at = end + 1;
        }

        return false;
    }

    /// <summary>Whether a sentence behind the first tells what the market did or what somebody makes of the news: the source of that is a side fact.</summary>
    public static bool IsAside(Sentence sentence, bool isLaterParagraph)
    {
        foreach (var sign in MarketSigns.Concat(EarlierSigns))
        {
            if (sentence.Text.Contains(sign, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return isLaterParagraph && Array.Exists(AnalysisSigns, sign => sentence.Source.AsSpan(sentence.Start, sentence.Length).Contains(sign, StringComparison.Ordinal));
    }
}
