using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>A form of the verb, which says whether a thing is done, coming, meant or only possible, whatever the verb.</summary>
internal enum VerbForm
{
    /// <summary>"has begun", "hat gezeigt", 「始めた」.</summary>
    Perfect,

    /// <summary>"will", "wird", "-rá", 「～へ」.</summary>
    Coming,

    /// <summary>"is to", "soll", "wil", "doit".</summary>
    Meant,

    /// <summary>"may", "könnte", "-rait", 可能.</summary>
    Possible,

    /// <summary>"shipped", "-aron", "wurde".</summary>
    Past,
}

/// <summary>Finds the verb forms of a sentence by auxiliaries and endings: lists of phrases name the commonest verbs, forms hold for all.</summary>
internal static class VerbForms
{
    private const int ShortestEnding = 5;

    /// <summary>Number of forms.</summary>
    public const int Count = (int)VerbForm.Past + 1;

    private static readonly FrozenDictionary<string, Grammar> Latin = new Dictionary<string, Grammar>
    {
        ["en"] = new(
            Auxiliaries: "has have had", Reach: 2,
            Participles: "begun built bought sold won taken given made put set cut sent brought come gone become chosen drawn found got held kept laid led left lost met paid run seen shown spent told written withdrawn struck hit let shut overtaken spun split broken frozen fallen risen grown thrown known done sought",
            ParticipleEnds: "ed", ParticipleBegins: "",
            Coming: "will shall 'll", ComingEnds: "", Meant: "plans plan planning aims aim intends intend wants set due slated", MeantNeeds: "to",
            Possible: "may might could would should", PossibleEnds: "", Past: "was were began bought sold won took made sent brought chose led paid ran showed spent struck fell rose", PastEnds: "ed", Never: "need based called advanced limited indeed speed exceed feed united unnamed so-called"),
        ["de"] = new(
            "hat haben habe ist sind", 99, "", "iert", "ge ver be er ent zer",
            "wird werden", "", "soll sollen will wollen möchte möchten", "", "könnte könnten dürfte dürften würde würden wäre wären sollte sollten kann können", "",
            "war waren wurde wurden gab nahm ging kam stieg fiel begann hatte hatten", "ierte ierten", "heute"),
        ["fr"] = new(
            "a ont avait vient viennent", 2, "mis pris ouvert fait dit vendu", "é és ée ées i u us ert", "",
            "va vont sera seront aura auront", "era eront ira iront dra dront tra tront ura uront", "veut veulent doit doivent compte entend prévoit", "", "peut pourrait pourraient serait aurait", "rait raient", "était étaient", "", ""),
        ["es"] = new(
            "ha han había", 1, "hecho dicho puesto visto abierto", "ado ido", "",
            "va van", "rá rán", "quiere quieren prevé prevén planea planean debe deben", "", "podría podrían puede pueden", "ría rían", "fue fueron era", "ó aron ieron", "mayoría energía"),
        ["nl"] = new(
            "heeft hebben is zijn", 99, "", "", "ge ver be her ont",
            "zal zullen gaat gaan komt komen", "", "wil willen moet moeten", "", "zou zouden kan kunnen mag", "", "was waren werd werden begon kocht nam ging kwam steeg", "", ""),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string[][]> EastAsian = new Dictionary<string, string[][]>
    {
        ["zh"] = [["已", "了", "完成", "启用", "啟用", "投产", "投產", "正式"], ["将", "將", "明年", "年底"], ["拟", "擬", "计划", "計劃", "有望", "预计", "預計"], ["可能", "或将", "或將", "或于", "若", "或"], ["今日", "日前", "昨"]],
        ["ja"] = [["した。", "したと", "始めた", "開いた", "入った", "なった", "られた"], ["すると", "する。", "めると", "へ"], ["予定", "方針", "計画"], ["可能性", "かもしれ", "とみられ", "もよう", "見通し"], ["ていた", "だった"]],
        ["ko"] = [["했다", "됐다", "었다", "았다", "였다", "렸다", "졌다", "났다", "겼다", "냈다"], ["한다", "된다", "짓는다", "간다", "내년"], ["예정", "계획", "키로", "기로", "방침", "나선다"], ["수 있", "것으로 보", "전망", "관측", "가능성"], ["이었", "였던"]],
    }.ToFrozenDictionary();

    /// <summary>Marks the forms that stand in a sentence; none in a language without rules.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="found">By form; what is set stays set.</param>
    public static void Find(Sentence sentence, string language, Span<bool> found)
    {
        if (EastAsian.TryGetValue(language, out var parts))
        {
            for (var form = 0; form < Count; form++)
            {
                found[form] |= HasAny(sentence, parts[form]);
            }
        }
        else if (Latin.TryGetValue(language, out var grammar))
        {
            grammar.Find(sentence, found);
        }
    }

    private static bool HasAny(Sentence sentence, string[] parts)
    {
        foreach (var part in parts)
        {
            // 「へ」 is a promise only at the end of a headline, 或 a guess only in one ("or" elsewhere).
            var holds = part switch
            {
                "へ" => sentence.IsTitle && sentence.Text.TrimEnd().EndsWith(part, StringComparison.Ordinal),
                "或" => sentence.IsTitle && sentence.Text.Contains(part, StringComparison.Ordinal) && !sentence.Text.Contains("或者", StringComparison.Ordinal),
                _ => sentence.Text.Contains(part, StringComparison.Ordinal),
            };
            if (holds)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How one language forms its verbs; lists are parted by spaces.</summary>
    private sealed class Grammar(
        string Auxiliaries, int Reach, string Participles, string ParticipleEnds, string ParticipleBegins,
        string Coming, string ComingEnds, string Meant, string MeantNeeds, string Possible, string PossibleEnds, string Past, string PastEnds, string Never)
    {
        private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> auxiliaries = Words(Auxiliaries), participles = Words(Participles), coming = Words(Coming),
            meant = Words(Meant), possible = Words(Possible), past = Words(Past), never = Words(Never);

        private readonly string[] participleEnds = Split(ParticipleEnds), participleBegins = Split(ParticipleBegins), comingEnds = Split(ComingEnds),
            possibleEnds = Split(PossibleEnds), pastEnds = Split(PastEnds);

        public void Find(Sentence sentence, Span<bool> found)
        {
            var text = sentence.Text;
            var (sinceAuxiliary, isMeant) = (int.MaxValue, false);
            for (var from = 0; from < text.Length;)
            {
                var to = from;
                while (to < text.Length && (char.IsLetter(text[to]) || text[to] is '\'' or '’'))
                {
                    to++;
                }

                if (to > from)
                {
                    var word = text[from..to];
                    Read(word, sinceAuxiliary, isMeant, found);
                    sinceAuxiliary = auxiliaries.Contains(word) ? 0 : sinceAuxiliary == int.MaxValue ? sinceAuxiliary : sinceAuxiliary + 1;
                    isMeant = meant.Contains(word);
                }
                else if (text[to] is ',' or ';' or ':')
                {
                    sinceAuxiliary = int.MaxValue;
                }

                from = Math.Max(to, from + 1);
            }
        }

        private void Read(ReadOnlySpan<char> word, int sinceAuxiliary, bool isMeant, Span<bool> found)
        {
            if (coming.Contains(word))
            {
                found[(int)VerbForm.Coming] = true;
            }
            else if (possible.Contains(word))
            {
                found[(int)VerbForm.Possible] = true;
            }
            else if (past.Contains(word))
            {
                found[(int)VerbForm.Past] = true;
            }

            found[(int)VerbForm.Meant] |= MeantNeeds.Length == 0 ? meant.Contains(word) : isMeant && word.SequenceEqual(MeantNeeds);
            if (!char.IsLower(word[0]) || never.Contains(word))
            {
                return;
            }

            if (sinceAuxiliary < Reach && IsParticiple(word))
            {
                found[(int)VerbForm.Perfect] = true;
                return;
            }

            if (word.Length < ShortestEnding)
            {
                return;
            }

            if (EndsIn(word, possibleEnds))
            {
                found[(int)VerbForm.Possible] = true;
            }
            else if (EndsIn(word, comingEnds))
            {
                found[(int)VerbForm.Coming] = true;
            }
            else if (EndsIn(word, pastEnds))
            {
                found[(int)VerbForm.Past] = true;
            }
        }

        private bool IsParticiple(ReadOnlySpan<char> word)
        {
            if (participles.Contains(word) || EndsIn(word, participleEnds))
            {
                return true;
            }

            if (word.Length < ShortestEnding || !(word[^1] is 't' or 'd' || word.EndsWith("en", StringComparison.Ordinal)))
            {
                return false;
            }

            foreach (var begin in participleBegins)
            {
                // "gezeigt", "vergeben", also behind a particle: "abgeschlossen".
                if (word.StartsWith(begin, StringComparison.Ordinal) || (begin is "ge" && word[2..].Contains(begin, StringComparison.Ordinal)))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool EndsIn(ReadOnlySpan<char> word, string[] ends)
        {
            foreach (var end in ends)
            {
                if (word.Length > end.Length && word.EndsWith(end, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
            Split(words).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
