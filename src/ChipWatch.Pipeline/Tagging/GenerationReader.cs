using System.Text.RegularExpressions;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>Reads the generation beside a family's name: "third-generation Trainium", "Trainium der dritten Generation", "第三代Trainium".</summary>
internal static partial class GenerationReader
{
    private const int Before = 40;
    private const int Behind = 32;

    private static readonly string[][] Ordinals =
    [
        ["first", "1st", "ersten", "erste", "première", "primera", "eerste", "一", "1"],
        ["second", "2nd", "zweiten", "zweite", "deuxième", "segunda", "tweede", "二", "2"],
        ["third", "3rd", "dritten", "dritte", "troisième", "tercera", "derde", "三", "3"],
        ["fourth", "4th", "vierten", "vierte", "quatrième", "cuarta", "vierde", "四", "4"],
        ["fifth", "5th", "fünften", "fünfte", "cinquième", "quinta", "vijfde", "五", "5"],
        ["sixth", "6th", "sechsten", "sechste", "sixième", "sexta", "zesde", "六", "6"],
        ["seventh", "7th", "siebten", "siebte", "septième", "séptima", "zevende", "七", "7"],
        ["eighth", "8th", "achten", "achte", "huitième", "octava", "achtste", "八", "8"],
        ["ninth", "9th", "neunten", "neunte", "neuvième", "novena", "negende", "九", "9"],
    ];

    /// <summary>The generation that the words directly before or behind the name give, or null.</summary>
    public static int? Beside(Mention mention)
    {
        var sentence = mention.Sentence;
        var from = Math.Max(sentence.Start, mention.Start - Before);
        var before = sentence.Source[from..mention.Start];
        var to = Math.Min(sentence.End, mention.End + Behind);
        var behind = sentence.Source[mention.End..to];
        return Number(InFront().Match(before)) ?? Number(Following().Match(behind));
    }

    private static int? Number(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var word = match.Groups["n"].Value.ToLowerInvariant();
        var at = Array.FindIndex(Ordinals, spellings => spellings.Contains(word, StringComparer.Ordinal));
        return at < 0 ? null : at + 1;
    }

    [GeneratedRegex(@"(?:(?<n>[\p{L}\d]+)[\s-]generation|(?:第)?(?<n>[一二三四五六七八九\d])(?:世代|세대|代)(?:の|目の)?|(?<n>[\p{L}\d]+)\s(?:Generation|génération|generación|generatie))(?:\s(?:of|de|del|der|van|des))?(?:\s(?:the|its|la|les|son|su|AI|Google))?[\s-]*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex InFront();

    [GeneratedRegex(@"^\s*(?:chips?\s|-Chips?\s)?(?:(?:der|in|van|de|de la|of the|的)\s?)?(?:die\s)?(?<n>[\p{L}\d]+)\s(?:Generation|génération|generación|generatie)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Following();
}
