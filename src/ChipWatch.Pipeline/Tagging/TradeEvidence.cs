using ChipWatch.Pipeline.Tagging.Events;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>
/// Weighs whether an article is about computing hardware at all. Where names were met that mean something else (a river, a painter), or
/// only ones that often do, it takes more to be sure; where every name is one that is known for much else, the words must say it.
/// </summary>
internal sealed class TradeEvidence
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

    /// <summary>What the words must say by themselves where no name does: a review of a phone names its maker often, and no server.</summary>
    private const int EnoughWords = 3;
    private const int EnoughWordsBesideLookAlikes = 6;

    /// <summary>Sentences after which a further word is asked for, since long articles hold each word by chance; the first where a name is sure.</summary>
    private const int SentencesAWordBesideNames = 12;
    private const int SentencesAWord = 8;

    /// <summary>Weight of a word that only the trade uses, and of a term that speaks for its topic by itself.</summary>
    private const int OfSureWord = 3;
    private const double OfStrongTerm = 4;

    private const int MostBusiness = 2;

    private readonly ArticleReading reading;
    private readonly NamesFound names;
    private readonly Vocabulary vocabulary;
    private readonly HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
    private bool hasTelling;
    private int inHeadline;
    private int strongTerms;
    private int business;

    /// <summary>Reads the signs of an article.</summary>
    public TradeEvidence(ArticleReading reading, NamesFound names, Vocabulary vocabulary)
    {
        (this.reading, this.names, this.vocabulary) = (reading, names, vocabulary);
        ReadWords();
        ReadNames();
    }

    /// <summary>The sum over distinct words of the trade, chips and companies.</summary>
    public int Points { get; private set; }

    /// <summary>What the words say without the names: words of the trade, and terms that speak for a topic by themselves.</summary>
    public int Words { get; private set; }

    /// <summary>Names that say by themselves what the article is about.</summary>
    public int SureNames { get; private set; }

    /// <summary>Whether the article is about the trade.</summary>
    public bool Suffices
    {
        get
        {
            var nothingSure = names.Mentions.TrueForAll(mention => mention.Ambiguous);
            var enough = names.HasLookAlike ? nothingSure ? EnoughAmongLookAlikesAlone : EnoughBesideLookAlikes
                : nothingSure && names.Mentions.Count > 0 ? EnoughBesideLookAlikes
                : Enough;
            var words = SureNames > 0
                ? 1 + (reading.Proving.Count / SentencesAWordBesideNames)
                : (names.HasLookAlike ? EnoughWordsBesideLookAlikes : EnoughWords) + (reading.Proving.Count / SentencesAWord);
            return Points >= enough && Words + (SureNames > 0 ? business : 0) >= words;
        }
    }

    /// <summary>Whether an article without any topic is about the trade all the same: it uses a word that only the trade uses, has one of its words in the headline, or names much.</summary>
    public bool SufficesWithoutTopic => hasTelling || (Points >= EnoughWithoutTopic && (Words > 1 || SureNames > 1));

    private void ReadWords()
    {
        foreach (var sentence in reading.Proving)
        {
            foreach (var hit in sentence.Hits)
            {
                var weight = vocabulary.TradeWeightOf(hit.Phrase);
                // "chip" and "chips" are one word.
                if (weight > 0 && seen.Add(vocabulary.SpellingOf(hit.Phrase).TrimEnd('s')))
                {
                    Words += weight;
                    inHeadline += sentence.IsTitle && weight > 1 ? InHeadline : 0;
                }

                hasTelling |= weight >= (sentence.IsTitle ? 1 : OfSureWord);
                foreach (var term in vocabulary.TermsOf(hit.Phrase))
                {
                    if (term.Weight >= OfStrongTerm && term.Is(hit, sentence, reading.Language) && seen.Add(":" + term.Spelling))
                    {
                        strongTerms++;
                    }
                }
            }
        }

        Points = Words + inHeadline;
        Words += strongTerms;
    }

    private void ReadNames()
    {
        var named = new HashSet<(bool, int)>();
        var sureCompanies = new HashSet<int>();
        var ambiguous = 0;
        foreach (var mention in names.Mentions)
        {
            var company = mention.IsChip ? vocabulary.MakerOf(mention.Owner) : mention.Owner;
            var isSure = !mention.Ambiguous && (mention.IsChip || !vocabulary.Catalogue.Companies[company].Broad);
            if (isSure)
            {
                sureCompanies.Add(company);
            }

            if (named.Add((mention.IsChip, mention.Owner)))
            {
                ambiguous += mention.Ambiguous && !mention.IsChip ? 1 : 0;
                Points += (isSure ? OfSureName : OfAmbiguousName) + (mention.Sentence.IsTitle ? InHeadline : 0);
            }
        }

        // Apple beside Intel: two names that could be something else vouch for each other.
        if (ambiguous >= 2)
        {
            Points += ambiguous;
            sureCompanies.Add(-2);
        }

        SureNames = sureCompanies.Count;
        business = names.HasLookAlike ? 0 : Business();
        Points += business;
    }

    /// <summary>Business cues in the sentences that name a company: "Oracle shares fall" is no oracle's doing.</summary>
    private int Business()
    {
        var sum = 0;
        var found = new HashSet<Cue>();
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
                    if (meaning is CueMeaning cue && cue.Language == reading.Language && BusinessWeight(cue) is > 0 and var weight && found.Add(cue.Cue))
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
}
