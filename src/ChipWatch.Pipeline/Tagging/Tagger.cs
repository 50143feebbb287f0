using ChipWatch.Pipeline.Tagging.Companies;
using ChipWatch.Pipeline.Tagging.Events;
using ChipWatch.Pipeline.Tagging.Topics;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>Tags articles with companies, chips, topics, event and quantities. Immutable and safe to share between threads.</summary>
public sealed class Tagger(Vocabulary vocabulary)
{
    private readonly AliasMatcher aliases = new(vocabulary);
    private readonly ChipTagger chips = new(vocabulary);
    private readonly CompanyTagger companies = new(vocabulary, new CompanySalience(SalienceModel.Shipped()));
    private readonly TopicTagger topics = new(vocabulary, TopicModel.Shipped());
    private readonly EventClassifier events = new(vocabulary);
    private readonly QuantityReader quantities = new(vocabulary);

    /// <summary>Tags one article; every tag carries evidence that is the very text. Nothing found: <see cref="ArticleTags.None"/>.</summary>
    public ArticleTags Tag(ArticleText article)
    {
        var reading = ArticleReading.Of(article, vocabulary.Phrases);
        var names = aliases.Find(reading);
        var isOfTheTrade = TradeEvidence.Suffices(reading, names, vocabulary);
        var mentions = chips.Resolve(isOfTheTrade ? names.Mentions : names.Mentions.FindAll(mention => !mention.Ambiguous));
        var numbers = quantities.Read(reading);
        return new(
            companies.Tag(mentions, reading),
            chips.Tag(mentions),
            isOfTheTrade ? topics.Tag(reading, mentions, numbers) : [],
            isOfTheTrade ? events.Classify(reading) : null,
            numbers);
    }

    /// <summary>What the topic model sees of an article, for training.</summary>
    internal TopicVectors TopicVectors(ArticleText article)
    {
        var reading = ArticleReading.Of(article, vocabulary.Phrases);
        return topics.Vectors(reading, chips.Resolve(aliases.Find(reading).Mentions), quantities.Read(reading));
    }

    /// <summary>How surely an article is about the trade, and whether that suffices.</summary>
    internal (int Evidence, bool Suffices) TradeOf(ArticleText article)
    {
        var reading = ArticleReading.Of(article, vocabulary.Phrases);
        var names = aliases.Find(reading);
        return (TradeEvidence.Of(reading, names, vocabulary), TradeEvidence.Suffices(reading, names, vocabulary));
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
