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

    private static readonly FrozenSet<string> ReportWords = new[]
    {
        "report", "reports", "reported", "reporting", "story", "article", "interview", "scoop", "exclusive", "investigation",
        "bericht", "berichtet", "berichtete", "berichten", "meldet", "meldete", "meldung", "interview", "recherche",
        "rapporte", "rapporté", "enquête", "entretien", "révèle", "révélé", "article",
        "informa", "informó", "publica", "publicó", "entrevista", "reveló", "exclusiva",
        "meldt", "meldde", "berichtte", "schrijft", "artikel", "onthulde",
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

        var words = ReportWords.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < around.Length;)
        {
            var stop = at;
            while (stop < around.Length && char.IsLetter(around[stop]))
            {
                stop++;
            }

            if (stop > at && words.Contains(around[at..stop]))
            {
                return true;
            }

            at = stop + 1;
        }

        return false;
    }
}
