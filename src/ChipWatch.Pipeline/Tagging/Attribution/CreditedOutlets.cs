namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>The outlets that one sentence names, and which of them it credits.</summary>
internal static class CreditedOutlets
{
    /// <summary>So far may a phrase stand from the name: "told the American business channel CNBC".</summary>
    private const int Reach = 30;

    /// <summary>So far in Chinese, Japanese and Korean, where a sentence's verb comes last.</summary>
    private const int ReachForward = 26;

    private const int ShortestPhraseFromAfar = 4;
    private const int LongestAbbreviation = 4;

    /// <summary>All outlets in order of the text.</summary>
    /// <param name="byName">Where the news is told, the name of an outlet credits it unless something speaks against.</param>
    /// <param name="byLead">In the headline or the first two sentences, where a house that researches may be the origin of the news.</param>
    public static List<OutletMention> Of(Sentence sentence, string language, Vocabulary vocabulary, bool byName, bool byLead)
    {
        var phrases = new List<(PhraseHit Hit, CreditMeaning Credit)>();
        var mentions = new List<OutletMention>();
        foreach (var hit in sentence.Hits)
        {
            foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
            {
                if (meaning is CreditMeaning credit && credit.Language == language)
                {
                    phrases.Add((hit, credit));
                }
                else if (meaning is OutletMeaning outlet && Folding.SameCase(sentence.Source.AsSpan(hit.Start, hit.Length), outlet.Spelling))
                {
                    Add(mentions, new(NameOf(outlet, sentence.Source.Substring(hit.Start, hit.Length)), hit.Start, hit.End, outlet.Kind is not null, outlet.NeedsCredit, IsBank: outlet.Kind == "bank", IsUnknown: false), sentence);
                }
            }
        }

        if (phrases.Count > 0)
        {
            foreach (var unknown in UnknownOutlets.Of(sentence, language, phrases, vocabulary))
            {
                Add(mentions, unknown, sentence);
            }
        }

        mentions.RemoveAll(mention => OutletContext.IsThing(mention, sentence));

        mentions.Sort((a, b) => a.Start.CompareTo(b.Start));
        foreach (var mention in mentions)
        {
            Judge(mention, sentence, language, phrases);
        }

        if (!byLead)
        {
            // A bank's word on the news is comment; where the news itself is its word, it stands at the top.
            mentions.RemoveAll(mention => mention.IsBank);
        }
        else if (!OutletContext.MayBeParty(sentence))
        {
            foreach (var mention in mentions.Where(mention => mention.IsResearch && !mention.IsBank && !mention.NeedsCredit))
            {
                mention.IsCredited = true;
            }
        }

        if (byName && mentions.Exists(mention => !mention.IsCredited && IsPaper(mention)) && !OutletContext.MayBeParty(sentence))
        {
            foreach (var mention in mentions.Where(IsPaper))
            {
                mention.IsCredited = true;
            }
        }

        ShareAmongNeighbours(mentions, sentence);
        if (mentions.Exists(mention => mention.IsCredited && !mention.IsResearch))
        {
            // "A relies on B, B on C": where one outlet is credited, the others of the sentence are its links.
            foreach (var mention in mentions.Where(IsPaper))
            {
                mention.IsCredited = true;
            }
        }

        return mentions;
    }

    /// <summary>Its name stands for nothing else.</summary>
    private static bool IsPaper(OutletMention mention) => !mention.IsResearch && !mention.NeedsCredit;

    /// <summary>
    /// By its usual name where the text shortens it ("FT"), adds to it ("Bloomberg News") or writes a foreign name in its own script; as the
    /// text writes it otherwise ("Les Échos").
    /// </summary>
    private static string NameOf(OutletMeaning outlet, string written)
    {
        var isShort = written.Length <= LongestAbbreviation && !written.Any(char.IsLower);
        return isShort || IsEndOf(written, outlet.Name) || Folding.IsCjk(written[0]) || written.Contains(outlet.Name, StringComparison.OrdinalIgnoreCase) && written.Length > outlet.Name.Length || IsShouted(written)
            ? outlet.Name
            : written;
    }

    /// <summary>Without its article: "Volkskrant", "aux Échos".</summary>
    private static bool IsEndOf(string written, string name)
    {
        var start = name.Length - written.Length;
        if (start < 2 || name[start - 1] != ' ')
        {
            return false;
        }

        for (var i = 0; i < written.Length; i++)
        {
            if (Folding.Fold(written[i]) != Folding.Fold(name[start + i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsShouted(string written) => written.Length > 4 && !written.Any(char.IsLower);

    /// <summary>The longer of two names that overlap; the one known by a list of two that are equal.</summary>
    private static void Add(List<OutletMention> mentions, OutletMention mention, Sentence sentence)
    {
        var other = mentions.FindIndex(known => known.Start < mention.End && known.End > mention.Start);
        if (other < 0)
        {
            mentions.Add(mention);
        }
        else if (mention.IsUnknown && !mentions[other].IsUnknown && !mentions[other].NeedsCredit
            && (Folding.IsCjk(sentence.Source[mention.Start]) || UnknownOutlets.OnlyIntroduces(sentence.Source, mention.Start, mentions[other].Start, mentions[other].End, mention.End)))
        {
            return;
        }
        else if (mention.End - mention.Start > mentions[other].End - mentions[other].Start
            || (mention.End - mention.Start == mentions[other].End - mentions[other].Start && mentions[other].NeedsCredit && !mention.NeedsCredit))
        {
            mentions[other] = mention;
        }
    }

    private static void Judge(OutletMention mention, Sentence sentence, string language, List<(PhraseHit Hit, CreditMeaning Credit)> phrases)
    {
        if (mention.IsUnknown || (mention.NeedsCredit && !mention.IsResearch && UnknownOutlets.IsIntroduced(sentence, mention.Start)) || (sentence.IsTitle && !mention.NeedsCredit && SetApart(mention, sentence)))
        {
            mention.IsCredited = true;
        }

        foreach (var (hit, credit) in phrases)
        {
            if (hit.Start < mention.End && hit.End > mention.Start)
            {
                continue;
            }

            var holds = credit.Place == CreditPlace.InFront
                ? hit.Start >= mention.End && Reaches(sentence, mention.End, hit.Start, hit.Length, mention, language)
                : hit.End <= mention.Start && Reaches(sentence, hit.End, mention.Start, hit.Length, mention, language);
            mention.IsCredited |= holds && (!mention.NeedsCredit || credit.Unknown || Folding.IsCjk(sentence.Source[mention.Start]) || Touches(sentence, hit, mention, credit));
            mention.IsCarrier |= holds && credit.Place == CreditPlace.Carrier;
        }

        mention.IsCarrier |= mention.IsCredited && IsRelative(sentence, mention);
    }

    /// <summary>"según Expansión, …", "told Fortune": a phrase of some length right before the name, nothing but quotes between, and the name not the first part of a longer one.</summary>
    private static bool Touches(Sentence sentence, PhraseHit hit, OutletMention mention, CreditMeaning credit)
    {
        if (credit.Place == CreditPlace.InFront || hit.Length < ShortestPhraseFromAfar || sentence.Source.AsSpan(hit.End, mention.Start - hit.End).Trim(" \u00A0«“”\"„'‘").Length > 0)
        {
            return false;
        }

        var behind = sentence.Source.AsSpan(mention.End, sentence.End - mention.End);
        return behind.Length < 2 || behind[0] != ' ' || !char.IsUpper(behind[1]);
    }

    /// <summary>Whether nothing between a phrase and a name parts them.</summary>
    private static bool Reaches(Sentence sentence, int from, int to, int phraseLength, OutletMention mention, string language)
    {
        var between = sentence.Source.AsSpan(from, to - from);
        if (language is "zh" or "ja" or "ko")
        {
            return between.Length <= (phraseLength >= 2 ? ReachForward : 1) && between.IndexOfAny("。；：:;") < 0;
        }

        if (mention.NeedsCredit && between.Trim(" «»“”\"„'").Length > 4)
        {
            return false;
        }

        if (between.Length > (phraseLength >= ShortestPhraseFromAfar ? Reach : 6) || between.IndexOfAny(".;:!?") >= 0)
        {
            return false;
        }

        // "X, as summed up here, says": commas come in pairs; "…, an analyst at X, writes".
        return between.Count(',') is 0 or 2 || between.Trim() is ",";
    }

    /// <summary>In a headline: "Reuters: …", "… – Bloomberg", "… (FT)".</summary>
    private static bool SetApart(OutletMention mention, Sentence sentence)
    {
        var before = sentence.Source.AsSpan(sentence.Start, mention.Start - sentence.Start).TrimEnd();
        var after = sentence.Source.AsSpan(mention.End, sentence.End - mention.End).TrimStart();
        return (before.Length == 0 && after.Length > 0 && after[0] is ':' or '：')
            || (after.Trim(" )）」”\"").Length == 0 && before.Length > 0
                && (before[^1] is '-' or '–' or '—' or '|' or '(' or '（' or ':' or '：' or '/' || sentence.Source[mention.Start - 1] == '\u3000'));
    }

    /// <summary>"A Reuters report that the Taipei Times carried": the relative clause makes the second a carrier.</summary>
    private static bool IsRelative(Sentence sentence, OutletMention mention)
    {
        var before = sentence.Source.AsSpan(sentence.Start, mention.Start - sentence.Start).TrimEnd();
        foreach (var article in (ReadOnlySpan<string>)[" the", " der", " die", " das", " la", " le", " el", " de", " het"])
        {
            if (before.EndsWith(article, StringComparison.Ordinal))
            {
                before = before[..^article.Length].TrimEnd();
                break;
            }
        }

        var after = sentence.Source.AsSpan(mention.End, sentence.End - mention.End);
        if (after.StartsWith(", which carried", StringComparison.Ordinal) || after.StartsWith(", which picked", StringComparison.Ordinal) || after.StartsWith(", which relayed", StringComparison.Ordinal))
        {
            return true;
        }

        return (before.EndsWith(" that", StringComparison.Ordinal) || before.EndsWith(" which", StringComparison.Ordinal) || before.EndsWith(" den", StringComparison.Ordinal)
                || before.EndsWith(" que", StringComparison.Ordinal) || before.EndsWith(" dat", StringComparison.Ordinal))
            && (after.StartsWith(" carr", StringComparison.Ordinal) || after.StartsWith(" rela", StringComparison.Ordinal) || after.StartsWith(" picked up", StringComparison.Ordinal)
                || after.StartsWith(" passed on", StringComparison.Ordinal) || after.StartsWith(" aufgriff", StringComparison.Ordinal) || after.StartsWith(" übern", StringComparison.Ordinal)
                || after.StartsWith(" repr", StringComparison.Ordinal) || after.StartsWith(" reco", StringComparison.Ordinal) || after.StartsWith(" overnam", StringComparison.Ordinal));
    }

    /// <summary>"According to A, B and C": what credits one of a list credits all.</summary>
    private static void ShareAmongNeighbours(List<OutletMention> mentions, Sentence sentence)
    {
        for (var i = 1; i < mentions.Count; i++)
        {
            Share(mentions[i - 1], mentions[i], sentence);
        }

        for (var i = mentions.Count - 1; i > 0; i--)
        {
            Share(mentions[i - 1], mentions[i], sentence);
        }
    }

    private static void Share(OutletMention one, OutletMention other, Sentence sentence)
    {
        if (one.IsCredited == other.IsCredited || one.End >= other.Start || one.IsResearch != other.IsResearch)
        {
            return;
        }

        var between = sentence.Source.AsSpan(one.End, other.Start - one.End).Trim(" «»“”\"„《》");
        if (between is "," or "、" or "，" or "and" or ", and" or "und" or "et" or "y" or "en" or "&" or "和" or "及" or "と" or "와" or "과" or "/" or "and the" or "und die" or "und der" or "et le" or "y la")
        {
            (one.IsCredited, other.IsCredited) = (true, true);
        }
    }
}
