using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>
/// Outlets that a sentence credits by a link: its words are the outlet's name, or it leads to the outlet's site and a word of reporting stands in it or
/// beside it ("according to &lt;a&gt;people who know&lt;/a&gt;", "&lt;a&gt;reported&lt;/a&gt; on Tuesday"). A link alone credits nobody: most are for reading on.
/// </summary>
internal static class LinkedOutlets
{
    /// <summary>So far may a word of reporting stand from the link.</summary>
    private const int Reach = 24;

    /// <summary>So far may the phrase end that introduces it: "according to a".</summary>
    private const int ReachOfPhrase = 8;

    private static readonly FrozenSet<string> Nouns = new[]
    {
        "report", "reporting", "story", "article", "interview", "scoop", "exclusive", "investigation", "bericht", "meldung", "recherche", "enquête", "entretien", "entrevista", "exclusiva", "artikel",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Verbs = new[]
    {
        "reports", "reported", "berichtet", "berichtete", "berichten", "meldet", "meldete", "rapporte", "rapporté", "révèle", "révélé", "informa", "informó", "publica", "publicó", "reveló", "meldt", "meldde",
        "berichtte", "schrijft", "onthulde",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Before a noun: a company's own report. Before a verb: a company that reports its figures.</summary>
    private static readonly FrozenSet<string> Own = new[]
    {
        "earnings", "annual", "quarterly", "results", "financial", "company", "it", "firm", "group", "they", "he", "she", "chipmaker", "maker", "unternehmen", "konzern", "entreprise", "groupe", "empresa", "compañía", "bedrijf",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] ReportSigns = ["报道", "報導", "報道", "报导", "報じ", "伝え", "보도", "기사", "独家", "獨家", "取材"];

    /// <summary>The outlets in order of the text; all of them are credited.</summary>
    public static IEnumerable<OutletMention> Of(Sentence sentence, ArticleReading reading, Vocabulary vocabulary)
    {
        if (sentence.IsTitle)
        {
            yield break;
        }

        foreach (var link in reading.Article.Links)
        {
            var end = link.Start + link.Length;
            if (link.Start >= sentence.Start && end <= sentence.End && vocabulary.Sites.Of(link.Url) is { } outlet)
            {
                if (IsNamed(outlet.Aliases.Prepend(outlet.Name), sentence.Source.AsSpan(link.Start, link.Length)) || IsReporting(sentence, link.Start, end, reading.Language, vocabulary))
                {
                    yield return new(NameOf(outlet, reading.Language), link.Start, end, outlet.Kind is not null, outlet.NeedsCredit, IsBank: outlet.Kind == "bank", IsUnknown: false) { IsCredited = true };
                }
            }
        }
    }

    private static string NameOf(Catalogue.OutletEntry outlet, string language) =>
        outlet.Native && language is "zh" or "ja" or "ko" ? outlet.Aliases.FirstOrDefault(alias => alias.Any(Folding.IsCjk)) ?? outlet.Name : outlet.Name;

    private static bool IsNamed(IEnumerable<string> spellings, ReadOnlySpan<char> words)
    {
        words = words.Trim(" “”\"'«»„()（）《》「」");
        words = words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words;
        foreach (var spelling in spellings)
        {
            var name = spelling.AsSpan();
            name = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
            if (words.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReporting(Sentence sentence, int start, int end, string language, Vocabulary vocabulary)
    {
        foreach (var hit in sentence.Hits)
        {
            // "according to", "citing": a phrase that an outlet follows, right before the link or within it.
            if (hit.Start < end && hit.End > start - ReachOfPhrase && hit.Length > ReachOfPhrase / 2
                && vocabulary.MeaningsOf(hit.Phrase).Any(meaning => meaning is CreditMeaning { Place: not CreditPlace.InFront } credit && credit.Language == language))
            {
                return true;
            }
        }

        var from = Math.Max(sentence.Start, start - Reach);
        var around = sentence.Source.AsSpan(from, Math.Min(sentence.End, end + Reach) - from);
        foreach (var sign in ReportSigns)
        {
            if (around.Contains(sign, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return HasReportWord(sentence, from, from + around.Length, vocabulary);
    }

    private static bool HasReportWord(Sentence sentence, int from, int to, Vocabulary vocabulary)
    {
        var nouns = Nouns.GetAlternateLookup<ReadOnlySpan<char>>();
        var verbs = Verbs.GetAlternateLookup<ReadOnlySpan<char>>();
        var own = Own.GetAlternateLookup<ReadOnlySpan<char>>();
        var source = sentence.Source.AsSpan(0, sentence.End);
        var before = ReadOnlySpan<char>.Empty;
        for (var at = WordStart(source, sentence.Start, from); at < to;)
        {
            var stop = at;
            while (stop < source.Length && char.IsLetter(source[stop]))
            {
                stop++;
            }

            if (stop == at)
            {
                at++;
                continue;
            }

            var word = source[at..stop];
            if (at >= from && stop <= to && ((nouns.Contains(word) && !own.Contains(before)) || (verbs.Contains(word) && !own.Contains(before) && !FollowsCompany(sentence, at, vocabulary))))
            {
                return true;
            }

            before = word;
            at = stop;
        }

        return false;
    }

    /// <summary>Two words back, so that the word before the first is known.</summary>
    private static int WordStart(ReadOnlySpan<char> source, int start, int from)
    {
        var at = from;
        for (var blanks = 0; at > start && blanks < 3; at--)
        {
            blanks += source[at - 1] == ' ' ? 1 : 0;
        }

        return at;
    }

    private static bool FollowsCompany(Sentence sentence, int verb, Vocabulary vocabulary) => sentence.Hits.Any(hit =>
        hit.End < verb && verb - hit.End <= 2 && vocabulary.MeaningsOf(hit.Phrase).Any(meaning => meaning is NameMeaning { IsChip: false }));
}
