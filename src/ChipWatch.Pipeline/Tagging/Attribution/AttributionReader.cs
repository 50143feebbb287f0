using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>
/// Finds the outlets and agencies that a text credits for its news, outermost first: by a phrase beside the name, in the headline or where
/// the news is told; in the first sentences the name of a paper alone is enough, for there it is named for little else. An outlet credited
/// further down is the source of a side fact.
/// </summary>
internal static class AttributionReader
{
    /// <summary>The news is told in the first paragraph, or in so many sentences where paragraphs are short.</summary>
    private const int SentencesOfNews = 3;

    /// <summary>Credits, each outlet once.</summary>
    public static List<Credit> Read(ArticleReading reading, Vocabulary vocabulary)
    {
        var credits = new List<(Credit Credit, bool FromTitle)>();
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

            Add(sentence, reading, vocabulary, byName: facts <= SentencesOfNews && !isLater, credits);
        }

        return [.. credits.Select(credit => credit.Credit)];
    }

    private static void Add(Sentence sentence, ArticleReading reading, Vocabulary vocabulary, bool byName, List<(Credit Credit, bool FromTitle)> credits)
    {
        var inSentence = new List<Credit>();
        foreach (var mention in CreditedOutlets.Of(sentence, reading.Language, vocabulary, byName))
        {
            if (!mention.IsCredited || IsSame(mention.Name, reading.Article.Outlet) || inSentence.Exists(credit => IsSame(credit.Name, mention.Name)))
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

    /// <summary>Whether two names are one but for case, spaces, signs and a leading article.</summary>
    private static bool IsSame(string name, string? other) => other is not null && Key(name) == Key(other);

    private static string Key(string name)
    {
        var key = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return key.StartsWith("the", StringComparison.Ordinal) && key.Length > 5 ? key[3..] : key;
    }
}
