using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging.Events;

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

    /// <summary>Where look-alikes stand and nothing sure beside them: a river counted by AI in a cloud is still a river.</summary>
    private const int EnoughAmongLookAlikesAlone = 6;

    /// <summary>Where it treats none of our topics: a noodle shop named Intel is sued by the right company for the wrong reason.</summary>
    private const int EnoughWithoutTopic = 7;

    /// <summary>Weight of a word that only the trade uses.</summary>
    private const int OfSureWord = 3;

    private const int MostBusiness = 2;

    /// <summary>Whether the article is about the trade.</summary>
    public static bool Suffices(ArticleReading reading, NamesFound names, Vocabulary vocabulary)
    {
        var nothingSure = names.Mentions.TrueForAll(mention => mention.Ambiguous);
        var enough = names.HasLookAlike ? nothingSure ? EnoughAmongLookAlikesAlone : EnoughBesideLookAlikes
            : nothingSure && names.Mentions.Count > 0 ? EnoughBesideLookAlikes
            : Enough;
        return Of(reading, names, vocabulary) >= enough;
    }

    /// <summary>Whether an article without any topic is about the trade all the same: it uses a word that only the trade uses, has one of its words in the headline, or names much.</summary>
    public static bool SufficesWithoutTopic(ArticleReading reading, NamesFound names, Vocabulary vocabulary) =>
        reading.Proving.Exists(sentence => sentence.Hits.Any(hit => vocabulary.TradeWeightOf(hit.Phrase) >= (sentence.IsTitle ? 1 : OfSureWord)))
        || Of(reading, names, vocabulary) >= EnoughWithoutTopic;

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
        sum += ambiguous >= 2 ? ambiguous : 0;
        return names.HasLookAlike ? sum : sum + BusinessOf(reading, names, vocabulary);
    }

    /// <summary>Business cues in the sentences that name a company: "Oracle shares fall" is no oracle's doing.</summary>
    private static int BusinessOf(ArticleReading reading, NamesFound names, Vocabulary vocabulary)
    {
        var sum = 0;
        var seen = new HashSet<Cue>();
        foreach (var mention in names.Mentions)
        {
            if (mention.IsChip)
            {
                continue;
            }

            foreach (var hit in mention.Sentence.Hits)
            {
                foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
                {
                    if (meaning is CueMeaning cue && cue.Language == reading.Language && BusinessWeight(cue) is > 0 and var weight && seen.Add(cue.Cue))
                    {
                        sum += weight;
                    }
                }
            }
        }

        return Math.Min(MostBusiness, sum);
    }

    /// <summary>What companies do and rivers, painters and fruit do not; phrases that often mean something else tell less.</summary>
    private static int BusinessWeight(CueMeaning cue) => cue.Cue switch
    {
        Cue.Results or Cue.Takeover => cue.Weight >= 1 ? 2 : 1,
        Cue.Market or Cue.Raise or Cue.Officer => cue.Weight >= 1 ? 1 : 0,
        _ => 0,
    };

    /// <summary>A company that does much besides.</summary>
    private static bool IsBroad(Company company) => company.Roles.Any(role => role is "cloud" or "lab" or "systems" or "power");
}
