using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>
/// What a number measures in few words: the noun before it ("revenue of 20 billion"), behind it ("40 percent of the lines", "5,000 coolant units"), or the
/// subject of what rose or fell by it. Only where the form leaves little doubt; words that the number's neighbours do not bind to it are left alone.
/// </summary>
internal static partial class QuantityPhrase
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int MostWords = 3;

    private static readonly FrozenSet<string> Of = new[] { "of", "von", "um", "de", "d", "van", "worth" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> OfBehind = new[] { "of", "von", "der", "des", "de", "du", "d", "del", "van", "aan" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Articles = new[]
    {
        "the", "a", "an", "its", "their", "his", "all", "these", "those", "this", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "eines", "seiner", "ihrer", "aller", "le", "la", "les", "l", "un", "une", "son", "sa", "ses", "leur", "leurs", "ce", "ces",
        "el", "los", "las", "una", "su", "sus", "het", "een", "zijn", "hun", "alle", "de",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Times = new[]
    {
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years", "times", "sekunden", "minuten", "stunden", "tag", "tage", "tagen", "woche", "wochen", "monat", "monate", "monaten",
        "quartal", "quartale", "quartalen", "jahr", "jahre", "jahren", "heures", "jour", "jours", "semaine", "semaines", "mois", "trimestre", "trimestres", "an", "ans", "année", "années", "fois", "horas", "día", "días", "semana", "semanas", "mes", "meses", "año", "años",
        "veces", "uur", "dagen", "weken", "maand", "maanden", "kwartaal", "kwartalen", "jaar", "keer", "points", "point", "punkte", "punkten",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that stand where a noun does and measure nothing.</summary>
    private static readonly FrozenSet<string> Empty = new[]
    {
        "what", "which", "total", "maximum", "minimum", "most", "some", "one", "more", "less", "mehr", "weniger", "Höhe", "plus", "moins", "état", "lieu", "máximo", "mínimo", "más", "menos", "lugar", "meer", "minder", "plaats", "totaal", "lo", "ici", "hour", "heure", "hora", "uur", "speaks", "talks", "consists", "thinks", "knows", "hears",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The few words; null where they are not plain.</summary>
    /// <param name="clause">The words around the number.</param>
    /// <param name="quote">The number with its unit, as it stands there.</param>
    /// <param name="unit">Its unit.</param>
    public static string? In(string clause, string quote, string unit)
    {
        var at = clause.IndexOf(quote, StringComparison.Ordinal);
        if (at < 0 || quote.Length == 0 || clause.IndexOf(quote, at + 1, StringComparison.Ordinal) >= 0)
        {
            return null;
        }

        var (before, after) = (WithoutHedge(clause[..at]), clause[(at + quote.Length)..]);
        var phrase = clause.Any(Folding.IsCjk) ? CjkPhrase.Of(before, after, unit) : Spaced(before, quote, after, unit);
        return phrase is { Length: > 1 } && char.IsLetter(phrase[0]) && phrase.Length < clause.Length ? phrase : null;
    }

    private static string? Spaced(string before, string quote, string after, string unit)
    {
        if (IsCounted(quote, unit) && !Times.Contains(unit))
        {
            var noun = Noun(quote, unit);
            return Behind(after) is { } whose ? $"{noun} {whose}" : noun;
        }

        return Before(before) ?? Share(after) ?? Subject(before);
    }

    /// <summary>Whether the unit is a noun of the text and no measure.</summary>
    private static bool IsCounted(string quote, string unit) =>
        unit.Length > 2 && quote.EndsWith(unit, StringComparison.Ordinal) && !UnitTable.IsMoney(unit) && unit.Any(char.IsLower) && UnitTable.At(unit, 0, unit.Length) is null;

    /// <summary>"coolant distribution units" of "1,100 coolant distribution units".</summary>
    private static string Noun(string quote, string unit)
    {
        var words = quote.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var from = words.Length - unit.Split(' ').Length;
        while (from > 1 && char.IsAsciiDigit(quote[0]) && !words[from - 1].Any(char.IsAsciiDigit) && !NumberWords.Scales.ContainsKey(Folding.Fold(words[from - 1]))
            && !WordsBesideNumbers.Stops.Contains(words[from - 1]) && !Articles.Contains(words[from - 1]))
        {
            from--;
        }

        return string.Join(' ', words[from..]);
    }

    /// <summary>"of Nvidia", "von Nvidia" right behind what is counted.</summary>
    private static string? Behind(string after)
    {
        var words = Words(after);
        if (words.Count < 2 || !(words[0] is "of" or "von" or "van" or "de" or "from" or "per" or "pro" or "por"))
        {
            return null;
        }

        var from = Articles.Contains(words[1]) ? 2 : 1;
        return from < words.Count && IsNoun(words[from]) ? string.Join(' ', words.Take(from + 1)) : null;
    }

    /// <summary>"40 percent of the lines", "5 Prozent der Kosten", "30 % de la production".</summary>
    private static string? Share(string after)
    {
        var words = Words(after);
        if (words.Count < 2 || !OfBehind.Contains(words[0]))
        {
            return null;
        }

        var from = 1;
        while (from < words.Count && (Articles.Contains(words[from]) || OfBehind.Contains(words[from])))
        {
            from++;
        }

        var phrase = new List<string>();
        foreach (var word in words.Skip(from))
        {
            if (!IsNoun(word) || phrase.Count == MostWords || (phrase.Count > 0 && Ends(words[0], phrase[^1], word)))
            {
                break;
            }

            phrase.Add(word);
        }

        return phrase.Count == 0 ? null : string.Join(' ', phrase);
    }

    /// <summary>Where the noun is complete: what follows may be a verb.</summary>
    private static bool Ends(string link, string last, string next) => link switch
    {
        "of" => last.EndsWith('s') && !last.EndsWith("ss", StringComparison.Ordinal),
        "von" or "der" or "des" => char.IsUpper(last[0]) && !char.IsUpper(next[0]),
        "van" or "aan" => !(last.EndsWith('e') || last is "klein" or "groot" or "nieuw"),
        _ => true,
    };

    /// <summary>"revenue of", "einem Umsatz von", "un chiffre d'affaires de".</summary>
    private static string? Before(string before)
    {
        var words = Words(before);
        if (words.Count < 2 || !Of.Contains(words[^1]))
        {
            return null;
        }

        var (last, link) = (words.Count - 2, words[^1].ToLowerInvariant());
        if (!IsNoun(words[last]) || (link is "von" or "um" && !char.IsUpper(words[last][0])) || (link is "um" && !ChangeNoun().IsMatch(words[last])) || IsVerb(words[last], link))
        {
            return null;
        }

        var first = last;
        while (first > 0 && last - first < MostWords - 1 && (link is "of"
            ? IsNoun(words[first - 1]) && !IsVerb(words[first - 1], link) && (!words[first - 1].EndsWith('s') || words[first - 1].EndsWith("ss", StringComparison.Ordinal))
            : link is "von" or "um" ? IsNoun(words[first - 1]) && char.IsLower(words[first - 1][0]) && words[first - 1][^1] is 'e' or 'n' or 'r' or 's' or 'm' && first == last && !IsVerb(words[first - 1], link) && words[first - 1].Length > 4
            : words[first - 1] is "d" or "de"))
        {
            first -= link is "of" or "von" or "um" ? 1 : Math.Min(2, first);
        }

        var phrase = string.Join(' ', words.Skip(first).Take(last - first + 1));
        return phrase.Replace(" d ", " d'", StringComparison.Ordinal);
    }

    /// <summary>"The shares rose", "Der Umsatz stieg um": what rose or fell, where the clause begins with it.</summary>
    private static string? Subject(string before)
    {
        var match = Changes().Match(before);
        if (!match.Success)
        {
            return null;
        }

        var words = Words(before[..match.Index]);
        var from = words.Count > 0 && Articles.Contains(words[0]) ? 1 : 0;
        var subject = words.Skip(from).ToList();
        return subject.Count is 0 or > MostWords || subject.Exists(word => WordsBesideNumbers.Stops.Contains(word) && word is not ("of" or "in" or "de" or "des" or "der" or "van")) ? null : string.Join(' ', subject);
    }

    private static bool IsNoun(string word) => word.Length > 1 && char.IsLetter(word[0]) && !Empty.Contains(word) && !WordsBesideNumbers.Stops.Contains(word) && !Articles.Contains(word) && !OfBehind.Contains(word);

    private static bool IsVerb(string word, string link) => link is "of"
        ? word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) || word is "consist" or "instead" or "because" or "out" or "short"
        : word.EndsWith('é') || Changes().IsMatch(" " + word) || word.EndsWith("er", StringComparison.Ordinal) && link is "de" or "d" || word is "partir" or "plutôt" or "cerca" or "antes" or "después" or "además" or "près" or "lors" or "afin" or "rund" or "steigt" or "stiegen";

    [GeneratedRegex("(ung|stieg|gang|wachs)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ChangeNoun();

    private static string WithoutHedge(string before)
    {
        var text = before.TrimEnd();
        foreach (var hedge in NumberWords.Hedges.OrderByDescending(hedge => hedge.Length))
        {
            if (text.EndsWith(hedge, StringComparison.OrdinalIgnoreCase) && (text.Length == hedge.Length || Folding.IsCjk(hedge[0]) || !char.IsLetter(text[text.Length - hedge.Length - 1])))
            {
                return text[..^hedge.Length].TrimEnd();
            }
        }

        return text;
    }

    /// <summary>Words up to the next mark; "d'affaires" as two.</summary>
    private static List<string> Words(string text) => [.. text.Split([' ', '\u00A0', '\u202F', '\'', '’'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('“', '”', '"', '«', '»', '(', ')', '.', ',')).Where(word => word.Length > 0)];

    [GeneratedRegex(@" (has |have |had |hat |haben |a |ont |ha |han |heeft |is |are |was |were |ist |sind |est |sont )?(rose|risen|rises|rise|fell|fallen|falls|fall|grew|grown|grows|climbed|climbs|dropped|drops|jumped|gained|lost|slipped|surged|declined|increased|decreased|shrank|up|down|stieg|stiegen|gestiegen|fiel|fielen|gefallen|sank|sanken|gesunken|wuchs|wuchsen|gewachsen|augmenté|progressé|bondi|chuté|reculé|baissé|progresse|augmente|recule|subió|sube|suben|subieron|cayó|cae|caen|cayeron|creció|crecieron|bajó|steeg|stegen|gestegen|daalde|daalden|gedaald|zakte|zakten|groeide|groeiden|gegroeid)( by| um| de| d'| un| met)?$", Options)]
    private static partial Regex Changes();
}
