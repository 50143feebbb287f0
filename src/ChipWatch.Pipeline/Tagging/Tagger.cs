using ChipWatch.Pipeline.Tagging.Events;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>Tags articles with companies, chips, topics, event and quantities. Immutable and safe to share between threads.</summary>
public sealed class Tagger(Vocabulary vocabulary)
{
    private readonly AliasMatcher aliases = new(vocabulary);
    private readonly ChipTagger chips = new(vocabulary);
    private readonly CompanyTagger companies = new(vocabulary);
    private readonly TopicTagger topics = new(vocabulary);
    private readonly EventClassifier events = new(vocabulary);
    private readonly QuantityReader quantities = new(vocabulary);

    /// <summary>Tags one article; every tag carries evidence that is the very text. Nothing found: <see cref="ArticleTags.None"/>.</summary>
    public ArticleTags Tag(ArticleText article)
    {
        var reading = ArticleReading.Of(article, vocabulary.Phrases);
        var mentions = chips.Resolve(aliases.Find(reading));
        var chipTags = chips.Tag(mentions);
        var companyTags = companies.Tag(mentions, reading);
        var topicTags = companyTags.Count + chipTags.Count == 0 && reading.Proving.Count == 0 ? [] : topics.Tag(reading);
        return new(companyTags, chipTags, topicTags, events.Classify(reading), quantities.Read(reading));
    }
}
