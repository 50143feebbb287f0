using System.Text.RegularExpressions;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>
/// What a number measures in Chinese, Japanese and Korean: the noun right before it, where it is one that measures ("营收", "投資額", "영업이익") or names what is
/// counted; or the one that it is said of behind it ("3000億円の契約").
/// </summary>
internal static partial class CjkPhrase
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const int Longest = 10;
    private static readonly char[] Marks = [' ', '，', '、', '；', '。', '（', '）'];

    /// <summary>The noun; null where there is none that is plain.</summary>
    /// <param name="before">The words before the number, without its hedge.</param>
    /// <param name="after">The words behind its unit.</param>
    /// <param name="unit">Its unit.</param>
    public static string? Of(string before, string after, string unit)
    {
        var text = before.Trim();
        while (Link().Match(text) is { Success: true } link && link.Index > 0)
        {
            text = text[..link.Index].TrimEnd();
        }

        if (Counter().IsMatch(unit))
        {
            return Counted().Match(text) is { Success: true } counted ? counted.Value.Trim() : null;
        }

        return Measure().Match(text) is { Success: true, Length: <= Longest } measure ? WithoutVerb(measure.Value.Trim(Marks)) : Behind(after, unit);
    }

    /// <summary>"公布三季度营收": who tells a figure is not what it measures.</summary>
    private static string WithoutVerb(string noun)
    {
        var verb = Verb().Match(noun);
        return verb.Success && verb.Index + verb.Length < noun.Length ? noun[(verb.Index + verb.Length)..] : noun;
    }

    [GeneratedRegex("公布|宣布|发布|發布|实现|實現|预计|預計|预期|預期", Options)]
    private static partial Regex Verb();

    private static string? Behind(string after, string unit)
    {
        if (after.Length < 3 || after[0] is not ('の' or '的') || !(UnitTable.IsMoney(unit) || unit == "%"))
        {
            return null;
        }

        var noun = After().Match(after);
        return noun.Success && noun.Length - 1 is > 1 and <= Longest ? noun.Value[1..].Trim() : null;
    }

    /// <summary>What stands between the noun and its number.</summary>
    [GeneratedRegex(@"(约|約|大约|大約|将近|將近|超过|超過|高达|高達|达到|達到|达|達|近|逾|为|為|是|至|共|合计|合計|总计|總計|每秒|每月|每年|毎秒|毎月|年間|最大で|およそ|最大|は|が|を|に|も|で|은|는|이|가|을|를|약|최대|최소|초당|연간|총|:|：| )$", Options)]
    private static partial Regex Link();

    /// <summary>A word that counts pieces.</summary>
    [GeneratedRegex(@"^(枚|颗|顆|張|张|台|基|개|장|대)$", Options)]
    private static partial Regex Counter();

    /// <summary>A name in Latin letters or katakana, or a chip, right before the count.</summary>
    [GeneratedRegex(@"([A-Za-z][A-Za-z0-9-]*( [A-Za-z0-9-]+)?|[ァ-ヴー]{2,}|(AI)?(芯片|晶片|伺服器|服务器|加速器|半導体)|카드|칩|서버|가속기)$", Options)]
    private static partial Regex Counted();

    /// <summary>A noun that measures, with the characters that begin its clause; without them where it does not begin there.</summary>
    [GeneratedRegex(@"((^|[，、；。（） ])[\p{IsCJKUnifiedIdeographs}A-Za-z]{0,5})?(营收|營收|营业收入|净利润|淨利|利润|利潤|毛利率|市值|市占率|市占|份额|单价|單價|价格|價格|成本|产能|產能|良率|功耗|带宽|頻寬|算力|总额|總額|金额|金額|投资|投資|补贴|補貼|预算|預算|估值|罚款|罰款|规模|規模|容量|速度|涨幅|漲幅|投資額|売上高|営業利益|純利益|予算|価格|単価|出力|消費電力|シェア|歩留まり|補助金|評価額|時価総額|受電容量|帯域幅|費用)$|([가-힣A-Za-z0-9]+ )?[가-힣]*(매출|영업이익|순이익|가격|비용|규모|용량|대역폭|전력|투자|금액|점유율|수율|납품가|시가총액|보조금|속도|대금|예산)$", Options)]
    private static partial Regex Measure();

    /// <summary>The noun behind, up to its particle.</summary>
    [GeneratedRegex(@"^[の的][\p{IsCJKUnifiedIdeographs}\p{IsKatakana}A-Za-z0-9]{2,10}", Options)]
    private static partial Regex After();
}
