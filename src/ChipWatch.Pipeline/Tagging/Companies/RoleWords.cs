using System.Buffers;
using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Tagging.Companies;

/// <summary>Words right beside a name that make its company a rival, a supplier or a measure, not one that acts.</summary>
internal static class RoleWords
{
    private const int WordsBefore = 3;
    private const int CjkReach = 8;
    private const int ReachOfNumber = 28;

    private static readonly SearchValues<char> WordBreaks = SearchValues.Create(" -'’(\"“");

    private static readonly FrozenSet<string> Before = new[]
    {
        "than", "against", "rival", "rivals", "rivalling", "challenge", "challenges", "versus", "vs", "unlike", "beats", "beat", "by", "from", "instead", "competition", "challenging", "rivalling", "alternative", "besides", "like", "outpace", "outperform", "competitor", "competitors", "behind", "over", "using", "at", "including", "where", "analysts",
        "gegen", "fordert", "wettbewerb", "konkurrenz", "als", "statt", "gegenüber", "konkurrent", "konkurrenten", "rivale", "rivalen", "von", "bei", "hinter", "neben", "wie",
        "contre", "défie", "défier", "concurrence", "que", "face", "rival", "rivaux", "concurrent", "concurrents", "chez", "comme", "derrière", "par",
        "contra", "desafía", "competencia", "frente", "rival", "rivales", "competidor", "competidores", "por", "como", "tras",
        "tegen", "concurrentie", "dan", "concurrent", "concurrenten", "rivaal", "door", "achter", "zoals", "bij", "van",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeLookup = Before.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Behind = ["-rival", " rival", " competitor", "-backed", "-Rival", "-Konkurren", "-powered", "の対抗", "に対抗", "より", "보다", "에 맞", "竞争", "競爭"];
    private static readonly string[] CjkBefore = ["对抗", "對抗", "相比", "相较", "挑战", "挑戰", "对手", "對手", "抢食", "搶食", "采用", "採用", "기존", "경쟁", "対", "挑む"];

    /// <summary>Whether it is joined to another by "with": the other side of a deal, mostly.</summary>
    public static bool IsPartner(Mention mention, string language)
    {
        var sentence = mention.Sentence;
        var before = sentence.Source.AsSpan(sentence.Start, mention.Start - sentence.Start).TrimEnd(" -'’(\"“");
        var behind = sentence.Source.AsSpan(mention.End, sentence.End - mention.End);
        return language switch
        {
            "zh" => before.EndsWith("与", StringComparison.Ordinal) || before.EndsWith("與", StringComparison.Ordinal) || before.EndsWith("和", StringComparison.Ordinal) || before.EndsWith("携手", StringComparison.Ordinal) || before.EndsWith("攜手", StringComparison.Ordinal),
            "ja" => behind.StartsWith("と", StringComparison.Ordinal),
            "ko" => behind.StartsWith("와", StringComparison.Ordinal) || behind.StartsWith("과", StringComparison.Ordinal),
            _ => before[(before.LastIndexOfAny(WordBreaks) + 1)..] is "with" or "mit" or "avec" or "con" or "met" or "and" or "und" or "et" or "y" or "en" or "e",
        };
    }

    /// <summary>"10,000 processors of Nvidia", "40 000 GPU Nvidia", "1만 개": a number stands close before it.</summary>
    public static bool IsCounted(Mention mention)
    {
        var sentence = mention.Sentence;
        var before = sentence.Source.AsSpan(sentence.Start, mention.Start - sentence.Start);
        var near = before[Math.Max(0, before.Length - ReachOfNumber)..];
        var digit = near.LastIndexOfAnyInRange('0', '9');
        return digit >= 0 && near[digit..].IndexOfAny(',', ';', ':') < 0;
    }

    /// <summary>Whether the mention only measures, supplies or stands against.</summary>
    public static bool IsAside(Mention mention, string language)
    {
        var sentence = mention.Sentence;
        var behind = sentence.Source.AsSpan(mention.End, sentence.End - mention.End);
        foreach (var words in Behind)
        {
            if (behind.StartsWith(words, StringComparison.Ordinal))
            {
                return true;
            }
        }

        var before = sentence.Source.AsSpan(sentence.Start, mention.Start - sentence.Start);
        if (language is "zh" or "ja" or "ko")
        {
            var near = before[Math.Max(0, before.Length - CjkReach)..];
            foreach (var words in CjkBefore)
            {
                if (near.Contains(words, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        before = before.TrimEnd();
        for (var word = 0; word < WordsBefore && before.Length > 0; word++)
        {
            var from = before.LastIndexOfAny(WordBreaks) + 1;
            if (BeforeLookup.Contains(before[from..]))
            {
                return true;
            }

            if (before[from..].EndsWith(',') || before[from..].EndsWith('.'))
            {
                return false;
            }

            before = before[..from].TrimEnd(" -'’(\"“");
        }

        return false;
    }
}
