using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>
/// Weighs whether an article is about computing hardware at all. Where names were met that mean something else (a river, a painter), or
/// only ones that often do, it takes more to be sure.
/// </summary>
internal static class TradeEvidence
{
    private const int OfSureName = 3;
    private const int OfAmbiguousName = 1;
    private const int InHeadline = 1;
    private const int Enough = 2;
    private const int EnoughBesideLookAlikes = 4;

    /// <summary>Whether the article is about the trade.</summary>
    public static bool Suffices(ArticleReading reading, NamesFound names, Vocabulary vocabulary) =>
        Of(reading, names, vocabulary) >= (names.HasLookAlike || names.Mentions.TrueForAll(mention => mention.Ambiguous) && names.Mentions.Count > 0 ? EnoughBesideLookAlikes : Enough);

    /// <summary>The sum over distinct words of the trade, chips and companies.</summary>
    public static int Of(ArticleReading reading, NamesFound names, Vocabulary vocabulary)
    {
        var sum = 0;
        var seen = new HashSet<int>();
        foreach (var sentence in reading.Proving)
        {
            foreach (var hit in sentence.Hits)
            {
                if (vocabulary.TradeWeightOf(hit.Phrase) is > 0 and var weight && seen.Add(hit.Phrase))
                {
                    sum += weight + (sentence.IsTitle && weight > 1 ? InHeadline : 0);
                }
            }
        }

        var named = new HashSet<(bool, int)>();
        var ambiguous = 0;
        foreach (var mention in names.Mentions)
        {
            if (named.Add((mention.IsChip, mention.Owner)))
            {
                var broad = !mention.IsChip && IsBroad(vocabulary.Catalogue.Companies[mention.Owner]);
                ambiguous += mention.Ambiguous && !mention.IsChip ? 1 : 0;
                sum += (mention.Ambiguous || broad ? OfAmbiguousName : OfSureName) + (mention.Sentence.IsTitle ? InHeadline : 0);
            }
        }

        // Apple beside Intel: two names that could be something else vouch for each other.
        return ambiguous >= 2 ? sum + ambiguous : sum;
    }

    /// <summary>A company that does much besides.</summary>
    private static bool IsBroad(Company company) => company.Roles.Any(role => role is "cloud" or "lab" or "systems" or "power");
}
