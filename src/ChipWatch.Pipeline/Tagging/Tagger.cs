using ChipWatch.Pipeline.Tagging.Companies;
using ChipWatch.Pipeline.Tagging.Events;
using ChipWatch.Pipeline.Tagging.Proposals;
using ChipWatch.Pipeline.Tagging.Topics;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>Tags articles with companies, chips, topics, event and quantities. Immutable and safe to share between threads.</summary>
public sealed class Tagger
{
    private readonly Vocabulary vocabulary;
    private readonly AliasMatcher aliases;
    private readonly ChipTagger chips;
    private readonly CompanyTagger companies;
    private readonly TopicTagger topics;
    private readonly EventClassifier events;
    private readonly QuantityReader quantities;

    /// <summary>A tagger with the models that travel with the program.</summary>
    public Tagger(Vocabulary vocabulary)
        : this(vocabulary, TopicModel.Shipped(), SalienceModel.Shipped())
    {
    }

    /// <summary>A tagger with models just trained.</summary>
    internal Tagger(Vocabulary vocabulary, TopicModel topicModel, SalienceModel salienceModel)
    {
        this.vocabulary = vocabulary;
        aliases = new(vocabulary);
        chips = new(vocabulary);
        companies = new(vocabulary, new CompanySalience(salienceModel));
        topics = new(vocabulary, topicModel);
        events = new(vocabulary);
        quantities = new(vocabulary);
    }

    /// <summary>Tags one article; every tag carries evidence that is the very text. Nothing found: <see cref="ArticleTags.None"/>.</summary>
    public ArticleTags Tag(ArticleText article)
    {
        var reading = ArticleReading.Of(article, vocabulary.Phrases);
        var names = aliases.Find(reading);
        var numbers = quantities.Read(reading);
        var trade = new TradeEvidence(reading, names, vocabulary);
        var isOfTheTrade = trade.Suffices;
        var treated = isOfTheTrade ? topics.Tag(reading, chips.Resolve(names.Mentions), numbers) : [];
        isOfTheTrade = isOfTheTrade && (treated.Count > 0 || trade.SufficesWithoutTopic);
        var mentions = chips.Resolve(isOfTheTrade ? names.Mentions : names.Mentions.FindAll(mention => !mention.Ambiguous));
        return new(companies.Tag(mentions, reading), chips.Tag(mentions), treated, isOfTheTrade ? events.Classify(reading) : null, numbers)
        {
            Names = isOfTheTrade ? NameProposals.Find(reading, vocabulary) : [],
        };
    }

    /// <summary>What the topic model sees of an article, for training.</summary>
    internal TopicVectors TopicVectors(ArticleText article)
    {
        var reading = ArticleReading.Of(article, vocabulary.Phrases);
        return topics.Vectors(reading, chips.Resolve(aliases.Find(reading).Mentions), quantities.Read(reading));
    }

    /// <summary>How surely an article is about the trade, and whether that suffices.</summary>
    internal TradeEvidence TradeOf(ArticleText article)
    {
        var reading = ArticleReading.Of(article, vocabulary.Phrases);
        return new(reading, aliases.Find(reading), vocabulary);
    }

    /// <summary>Names of the figures beside a topic's own.</summary>
    internal IReadOnlyList<string> TopicSignalNames => topics.SignalNames;

    /// <summary>What the salience model sees of an article, by company id, for training.</summary>
    internal IReadOnlyDictionary<string, double[]> CompanyFigures(ArticleText article)
    {
        var reading = ArticleReading.Of(article, vocabulary.Phrases);
        var named = companies.Named(chips.Resolve(aliases.Find(reading).Mentions));
        return Companies.CompanyFigures.Of(named, reading).ToDictionary(entry => vocabulary.Catalogue.Companies[entry.Key].Id, entry => entry.Value);
    }
}
