using System.Buffers;
using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Tagging.Companies;

/// <summary>Words right beside a name that make its company a rival, a supplier or a measure, not one that acts.</summary>
internal static class RoleWords
{
    private const int WordsBefore = 3;
    private const int CjkReach = 8;

    private static readonly SearchValues<char> WordBreaks = SearchValues.Create(" -'’(\"“");

    private static readonly FrozenSet<string> Before = new[]
    {
        "than", "against", "rival", "rivals", "rivalling", "challenge", "challenges", "versus", "vs", "unlike", "beats", "beat", "by", "from", "instead", "alternative", "besides", "like", "outpace", "outperform", "competitor", "competitors", "behind", "over", "using", "at", "including", "where", "analysts",
        "gegen", "als", "statt", "gegenüber", "konkurrent", "konkurrenten", "rivale", "rivalen", "von", "bei", "hinter", "neben", "wie",
        "contre", "que", "face", "rival", "rivaux", "concurrent", "concurrents", "chez", "comme", "derrière", "par",
        "contra", "frente", "rival", "rivales", "competidor", "competidores", "por", "como", "tras",
        "tegen", "dan", "concurrent", "concurrenten", "rivaal", "door", "achter", "zoals", "bij", "van",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeLookup = Before.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Behind = ["-rival", " rival", " competitor", "-backed", "-Rival", "-Konkurren", "-powered", "の対抗", "に対抗", "より", "보다", "에 맞", "竞争", "競爭"];
    private static readonly string[] CjkBefore = ["对抗", "對抗", "相比", "相较", "挑战", "挑戰", "对手", "對手", "抢食", "搶食", "采用", "採用", "기존", "경쟁", "対", "挑む"];

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
