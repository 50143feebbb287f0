using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>
/// Finds the outlets and agencies that a text credits for its news, outermost first: by a phrase beside the name, in the headline or where
/// the news is told; by a link to their site beside a word of reporting; in the first sentences the name of a paper alone is enough, for there it is named for little else. An outlet credited
/// further down is the source of a side fact.
/// </summary>
internal static class AttributionReader
{
    /// <summary>The news is told in the first paragraph, or in so many sentences where paragraphs are short.</summary>
    private const int SentencesOfNews = 3;

    private const int SentencesOfLead = 2;

    /// <summary>Credits, each outlet once.</summary>
    public static List<Credit> Read(ArticleReading reading, Vocabulary vocabulary)
    {
        var credits = new List<(Credit Credit, bool FromTitle)>();
        var own = Own(reading.Article.Outlet, vocabulary);
        var (facts, section, isLater) = (0, -1, false);
        foreach (var sentence in reading.Proving)
        {
            if (!sentence.IsTitle)
            {
                if (sentence.Role is not (BlockRole.Fact or BlockRole.Quote))
                {
                    continue;
                }

                section = section < 0 ? sentence.Section : section;
                isLater = sentence.Section != section;
                if (++facts > SentencesOfNews && isLater)
                {
                    break;
                }

                if (facts > 1 && OutletContext.IsAside(sentence, isLater))
                {
                    continue;
                }
            }

            Add(sentence, reading, vocabulary, own, byName: facts <= SentencesOfNews && !isLater, byLead: facts <= SentencesOfLead, credits);
        }

        return [.. credits.Select(credit => credit.Credit)];
    }

    private static void Add(Sentence sentence, ArticleReading reading, Vocabulary vocabulary, HashSet<string> own, bool byName, bool byLead, List<(Credit Credit, bool FromTitle)> credits)
    {
        var inSentence = new List<Credit>();
        var named = CreditedOutlets.Of(sentence, reading.Language, vocabulary, byName, byLead);
        if (reading.Article.Links.Count > 0)
        {
            // What the words already credit needs no link; what researches is the origin of the news only where it stands at the top.
            named.AddRange(LinkedOutlets.Of(sentence, reading, vocabulary)
                .Where(link => (byLead || !link.IsResearch) && !named.Exists(other => other.IsCredited && IsSame(other.Name, link.Name))).ToList());
            named.Sort((a, b) => a.Start.CompareTo(b.Start));
        }

        foreach (var mention in named)
        {
            if (!mention.IsCredited || own.Contains(Key(mention.Name)) || inSentence.Exists(credit => IsSame(credit.Name, mention.Name)))
            {
                continue;
            }

            var credit = new Credit(mention.Name, TextSpan.Of(sentence.Field, sentence.Source, mention.Start, mention.End - mention.Start));
            // "A report of A that B carried": B stands outside.
            inSentence.Insert(mention.IsCarrier ? Math.Max(0, inSentence.Count - 1) : inSentence.Count, credit);
        }

        foreach (var credit in inSentence)
        {
            // The body tells the chain better than a headline does.
            var known = credits.FindIndex(other => IsSame(other.Credit.Name, credit.Name));
            if (known >= 0 && credits[known].FromTitle)
            {
                credits.RemoveAt(known);
            }
            else if (known >= 0)
            {
                continue;
            }

            credits.Add((credit, sentence.IsTitle));
        }
    }

    /// <summary>The names of the article's own outlet: an edition ("ロイター日本語版") is its outlet.</summary>
    private static HashSet<string> Own(string? outlet, Vocabulary vocabulary)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        if (string.IsNullOrEmpty(outlet))
        {
            return own;
        }

        own.Add(Key(outlet));
        var hits = new List<PhraseHit>();
        vocabulary.Phrases.Find(outlet, 0, outlet.Length, hits);
        foreach (var hit in hits.Where(hit => !hits.Exists(longer => longer.Length > hit.Length && longer.Start <= hit.Start && longer.End >= hit.End && IsOutlet(longer))))
        {
            own.UnionWith(vocabulary.MeaningsOf(hit.Phrase).OfType<OutletMeaning>().SelectMany(meaning => new[] { Key(meaning.Name), Key(meaning.Spelling) }));
        }

        return own;

        bool IsOutlet(PhraseHit hit) => vocabulary.MeaningsOf(hit.Phrase).Any(meaning => meaning is OutletMeaning);
    }

    /// <summary>Whether two names are one but for case, spaces, signs and a leading article.</summary>
    private static bool IsSame(string name, string? other) => other is not null && Key(name) == Key(other);

    private static string Key(string name)
    {
        var key = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return key.StartsWith("the", StringComparison.Ordinal) && key.Length > 5 ? key[3..] : key;
    }
}
