namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>
/// Outlets that no list holds: a name beside a phrase of credit that is written as outlets' names are — with a word such as "Times" or
/// "Nachrichten" in it, in book marks, behind "the newspaper", or as an abbreviation. A person, a company or a ministry is none.
/// </summary>
internal static class UnknownOutlets
{
    private const int MostWords = 6;

    private static readonly HashSet<string> MediaWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "Times", "News", "Post", "Journal", "Herald", "Tribune", "Gazette", "Chronicle", "Review", "Telegraph", "Observer", "Daily", "Weekly", "Press", "Newswire", "Magazine", "Ledger",
        "Courier", "Bulletin", "Dispatch", "Insider", "Standard", "Sentinel", "Today", "Radio", "TV", "Television", "Broadcaster", "Mirror", "Mail", "Inquirer", "Examiner", "Digest", "Wire", "Business",
        "Zeitung", "Blatt", "Nachrichten", "Kurier", "Anzeiger", "Rundschau", "Tageblatt", "Magazin", "Rundfunk", "Tagblatt", "Morgenpost", "Allgemeine", "Nieuws", "Dagblad", "Courant", "Krant", "Nieuwsblad", "Omroep",
        "Signal", "Ticker", "Reporter", "Monitor", "Globe", "Star", "Sun", "Advocate", "Argus", "Beacon", "Record", "Register", "Independent", "Citizen", "Advertiser", "Enquirer", "Statesman", "Gazeta", "Biz", "Media", "Podcast", "Newsletter", "Blog", "FM",
        "Neueste", "Landeszeitung", "Volkszeitung", "Stadt-Anzeiger", "Abendblatt", "Handelsblad", "Telegraaf", "Stem", "Bode", "Radio", "Info", "Hebdo", "Figaro", "Libre", "Éco", "Matin", "Soir", "Nación", "Diari", "Digital", "Vanguardia", "Expreso", "Opinión", "Tiempo", "Universal",
        "Quotidien", "Dépêche", "Echos", "Télé", "Presse", "Courrier", "Diario", "Periódico", "Prensa", "Noticias", "Gaceta", "Agencia", "Crónica", "Correo", "Heraldo", "Mundo", "Voz", "Ilbo", "Shimbun", "Shinbun",
    };

    private static readonly string[] MediaEndings = ["zeitung", "blatt", "kurier", "nachrichten", "nieuws", "krant", "bode", "news", "rundfunk", "magazin", "times"];

    private static readonly HashSet<string> MediaNouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "newspaper", "daily", "magazine", "agency", "newswire", "broadcaster", "site", "website", "blog", "outlet", "paper", "weekly", "channel", "portal", "newsletter", "podcast", "journal", "tabloid", "publication", "station", "newsroom",
        "Zeitung", "Wirtschaftszeitung", "Tageszeitung", "Nachrichtenagentur", "Agentur", "Magazin", "Fachmagazin", "Fachportal", "Portal", "Sender", "Wirtschaftsmagazin", "Nachrichtenmagazin", "Branchendienst", "Fachblatt", "Lokalzeitung", "Newsletter", "Onlinemagazin", "Techblog", "Blog", "Regionalzeitung", "Boulevardblatt", "Branchenblatt", "Branchenportal", "Wochenzeitung", "Wochenblatt", "Lokalsender", "Dienst", "Informationsdienst", "Branchenmagazin", "Podcast",
        "lettre", "blog", "podcast", "radio", "média", "revue", "mensuel", "boletín", "podcast", "emisora", "medio", "rotativo", "semanal", "televisión", "nieuwsbrief", "vakmedium", "regiokrant", "zakenkrant", "zender", "techsite", "blog",
        "quotidien", "journal", "agence", "hebdomadaire", "site", "chaîne", "diario", "periódico", "agencia", "revista", "digital", "semanario", "portal", "cadena", "krant", "dagblad", "persbureau", "omroep", "vakblad", "weekblad", "nieuwssite",
    };

    /// <summary>Words that begin a sentence or lead to a name, and belong to none: "Wie der Korea Herald", "Bericht der Rheinischen Post".</summary>
    private static readonly HashSet<string> LeadIns = new(StringComparer.Ordinal)
    {
        "Wie", "Laut", "Nach", "So", "As", "Selon", "Según", "Volgens", "Bericht", "Berichte", "Berichten", "Angaben", "Informationen", "Recherchen", "Meldung", "Report", "Reports",
    };

    /// <summary>Where one of these follows what kind of medium it is, the name is over: "told the site that an American fund leads".</summary>
    private static readonly HashSet<string> Conjunctions = new(StringComparer.Ordinal) { "that", "dass", "daß", "que", "dat", "because", "weil", "how", "what", "why", "wie", "hoe" };

    /// <summary>Authorities, associations and bodies of standards, which are sources but no outlets.</summary>
    private static readonly HashSet<string> NoOutlets = new(StringComparer.Ordinal)
    {
        "IPO", "GPU", "CPU", "NPU", "CEO", "CFO", "CTO", "COO", "HBM", "TPU", "DRAM", "LLM", "SEC", "FTC", "BIS", "DOJ", "FCC", "FERC", "OECD", "IEA", "IMF", "WTO", "CFIUS", "KFTC", "JFTC", "SAMR", "CMA", "ACM", "BSI", "CNIL", "AFM", "METI",
        "MOTIE", "MOEA", "NDRC", "MIIT", "NIST", "IEEE", "JEDEC", "ERCOT", "PJM", "EIA", "NATO", "USTR", "DHS", "FBI", "CIA", "NSA", "DARPA", "NASA", "CISA", "GAO", "MLCommons", "MLPerf", "OpenCompute", "UALink", "UCIe", "BaFin", "TenneT", "RTE",
        "LinkedIn", "YouTube", "GitHub", "WeChat", "WhatsApp", "TikTok", "EDF", "BMWK", "BMWi", "CEA", "CNMC", "OCDE", "LSEG", "FactSet", "LVMH", "MIT", "ETH", "KAIST", "ITRI", "EUV", "DUV", "EDA", "ASIC", "FPGA", "NAND", "GDDR", "CUDA", "PCIe", "CXL", "API", "SDK", "CES", "GTC", "ISSCC", "NDA", "EBITDA", "GAAP", "ARR", "USA", "UAE", "PRC", "CHIPS", "RISC", "CERT", "CERN", "SIA", "SEMI", "ZVEI",
    };

    /// <summary>The unknown outlets that phrases of a sentence credit.</summary>
    public static IEnumerable<OutletMention> Of(Sentence sentence, string language, List<(PhraseHit Hit, CreditMeaning Credit)> phrases, Vocabulary vocabulary)
    {
        if (language is "zh" or "ja" or "ko")
        {
            foreach (var place in UnknownCjkOutlets.Places(sentence, language, phrases, vocabulary))
            {
                if (!IsName(sentence, place.Start, place.End, vocabulary))
                {
                    yield return Unknown(sentence, place.Start, place.End);
                }
            }

            yield break;
        }

        foreach (var (hit, credit) in phrases)
        {
            if (!credit.Unknown)
            {
                continue;
            }

            var place = credit.Place == CreditPlace.InFront ? WordsBefore(sentence, hit.Start) : WordsAfter(sentence, hit.End);
            if (place is { } words && Trimmed(sentence, words.Start, words.End) is var found && found.End > found.Start && !IsName(sentence, found.Start, found.End, vocabulary))
            {
                yield return Unknown(sentence, found.Start, found.End);
            }
        }
    }

    private static OutletMention Unknown(Sentence sentence, int start, int end) =>
        new(Uninflected(sentence.Source[start..end]), start, end, IsResearch: false, NeedsCredit: false, IsBank: false, IsUnknown: true);

    /// <summary>German puts the adjective of a name into the case of its sentence: "der Rheinischen Post", "der Neuen Presse".</summary>
    private static string Uninflected(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space > 3 && (name.AsSpan(0, space).EndsWith("schen", StringComparison.Ordinal) || name.AsSpan(0, space) is "Neuen" or "Allgemeinen" or "Freien" or "Deutschen")
            ? name.Remove(space - 1, 1)
            : name;
    }

    /// <summary>Whether the catalogue knows a company, chip or outlet of just that name.</summary>
    private static bool IsName(Sentence sentence, int start, int end, Vocabulary vocabulary)
    {
        foreach (var hit in sentence.Hits)
        {
            if (hit.Start <= start && hit.End >= end && vocabulary.MeaningsOf(hit.Phrase).Any(meaning => meaning is NameMeaning or OutletMeaning))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Without "Die Zeitung", "Wie der", "Taiwan's" before the name, and without small words behind it.</summary>
    private static (int Start, int End) Trimmed(Sentence sentence, int start, int end)
    {
        while (start < end)
        {
            var stop = WordEnd(sentence, start);
            var word = sentence.Source.AsSpan(start, stop - start);
            if (stop < end && (char.IsLower(word[0]) || LeadIns.Contains(word.ToString()) || (start == sentence.Start && word is "De" or "Het")))
            {
                start = stop + 1;
                continue;
            }

            if (stop >= end || !(MediaNouns.Contains(word.ToString()) || word is "The" or "Die" or "Der" or "Das" || word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)))
            {
                break;
            }

            // "The Times" and "Der Aktionär" are whole names.
            if (word is "The" or "Die" or "Der" or "Das" && !MediaNouns.Contains(sentence.Source[(stop + 1)..WordEnd(sentence, stop + 1)]))
            {
                break;
            }

            start = stop + 1;
        }

        while (end > start && sentence.Source.LastIndexOf(' ', end - 1, end - start) is var space and >= 0 && char.IsLower(sentence.Source[space + 1]))
        {
            end = space;
        }

        return (start, end);
    }

    /// <summary>Whether the words around a known name only say what kind of medium it is or where it is at home.</summary>
    public static bool OnlyIntroduces(string source, int start, int knownStart, int knownEnd, int end)
    {
        foreach (var word in source[start..knownStart].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!char.IsLower(word[0]) && !MediaNouns.Contains(word) && !word.EndsWith("'s", StringComparison.Ordinal) && !word.EndsWith("’s", StringComparison.Ordinal) && !LeadIns.Contains(word) && word is not ("The" or "Die" or "Der" or "Das" or "De" or "Het"))
            {
                return false;
            }
        }

        return knownEnd >= end || char.IsLower(source[Math.Min(knownEnd + 1, source.Length - 1)]);
    }

    /// <summary>Whether right before a name stands what kind of medium it is: "dem Dienst Contexte".</summary>
    public static bool IsIntroduced(Sentence sentence, int start)
    {
        var before = sentence.Source.AsSpan(sentence.Start, start - sentence.Start).TrimEnd(" «„“\"‘");
        return before.Length > 0 && MediaNouns.Contains(before[(before.LastIndexOf(' ') + 1)..].ToString());
    }

    private static (int Start, int End)? WordsAfter(Sentence sentence, int from)
    {
        var (at, afterNoun, quoted) = (from, false, false);
        // Articles, "the newspaper", opening quotes.
        for (var skipped = 0; skipped < 4; skipped++)
        {
            while (at < sentence.End && sentence.Source[at] is ' ' or '\u00A0')
            {
                at++;
            }

            if (at < sentence.End && sentence.Source[at] is '«' or '„' or '“' or '"' or '‘')
            {
                (quoted, at) = (true, at + 1);
                continue;
            }

            var end = WordEnd(sentence, at);
            var word = sentence.Source[at..end];
            if (MediaNouns.Contains(word))
            {
                afterNoun = true;
            }
            else if (word.Length == 0 || !char.IsLower(word[0]) || quoted)
            {
                break;
            }
            else if (Conjunctions.Contains(word))
            {
                return null;
            }

            at = end;
        }

        var (last, words) = (at, 0);
        for (var next = at; words < MostWords && next < sentence.End; words++)
        {
            var end = WordEnd(sentence, next);
            if (end == next || !IsNameWord(sentence, next, end, isFirst: words == 0))
            {
                break;
            }

            last = end;
            next = end < sentence.End && sentence.Source[end] is ' ' or '\u00A0' ? end + 1 : sentence.End;
        }

        // German genitive: "des Ulmer Tageskuriers".
        if (last - at > 6 && sentence.Source[last - 1] == 's' && MediaEndings.Any(ending => sentence.Source.AsSpan(at, last - 1 - at).EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            last--;
        }

        return last > at && LooksLikeOutlet(sentence.Source[at..last], afterNoun, quoted, reports: false) ? (at, last) : null;
    }

    private static (int Start, int End)? WordsBefore(Sentence sentence, int to)
    {
        var end = to;
        while (end > sentence.Start && sentence.Source[end - 1] is ' ' or '\u00A0' or '»' or '“' or '”' or '"')
        {
            end--;
        }

        var first = end;
        for (var words = 0; words < MostWords && first > sentence.Start; words++)
        {
            var at = words == 0 ? first : first - 1;
            var start = at;
            while (start > sentence.Start && IsWordChar(sentence.Source[start - 1]))
            {
                start--;
            }

            if (start == at || !IsNameWord(sentence, start, at, isFirst: false) || (words > 0 && sentence.Source[first - 1] is not (' ' or '\u00A0')))
            {
                break;
            }

            first = start;
        }

        // A connective that begins the run belongs to the sentence, not to the name.
        while (first < end && char.IsLower(sentence.Source[first]))
        {
            first = Math.Min(end, WordEnd(sentence, first) + 1);
        }

        return first < end && LooksLikeOutlet(sentence.Source[first..end], afterNoun: false, quoted: false, reports: true) ? (first, end) : null;
    }

    private static int WordEnd(Sentence sentence, int at)
    {
        while (at < sentence.End && (IsWordChar(sentence.Source[at]) || (sentence.Source[at] == '.' && at + 1 < sentence.End && char.IsLetter(sentence.Source[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || c is '&' or '-' or '\'' or '’';

    private static bool IsNameWord(Sentence sentence, int start, int end, bool isFirst)
    {
        var word = sentence.Source.AsSpan(start, end - start);
        return char.IsUpper(word[0]) || word is "&" || (!isFirst && (char.IsDigit(word[0])
            || word is "of" or "de" or "du" or "des" or "la" or "le" or "el" or "del" or "van" or "het" or "für" or "am" or "der" or "the"));
    }

    private static bool LooksLikeOutlet(string name, bool afterNoun, bool quoted, bool reports)
    {
        if (NoOutlets.Contains(name))
        {
            return false;
        }

        var words = name.Split(' ', '-', '\u00A0');
        if (words.Any(MediaWords.Contains) || words.Any(word => word.Length > 6 && MediaEndings.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))))
        {
            return words.Length > 1 || words[0].Length > 6;
        }

        return afterNoun || (quoted && words.Length <= 4)
            || (words.Length == 1 && name.Length is >= 3 and <= 5 && name.All(char.IsUpper))
            || (reports && words.Length == 1 && name.Length >= 4 && char.IsUpper(name[0]) && name.Skip(1).Any(char.IsUpper) && name.Any(char.IsLower))
            || (words.Length == 1 && name.Contains('.', StringComparison.Ordinal))
            || (words.Length == 2 && words[1].All(char.IsDigit) && words[1].Length > 0 && words[0].All(char.IsLetter) && words[0].Length > 4);
    }
}
