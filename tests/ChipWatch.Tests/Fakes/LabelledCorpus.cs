using ChipWatch.Pipeline.Accuracy;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Articles;

namespace ChipWatch.Tests.Fakes;

/// <summary>The labelled reports of the sample corpus, tagged and signed once: what a store takes in, without pages and feeds.</summary>
internal static class LabelledCorpus
{
    private static readonly Lazy<IReadOnlyList<ReadArticle>> Read = new(ReadAll);

    /// <summary>The seeds without sources.</summary>
    public static NewsCatalogue Catalogue { get; } = NewsCatalogue.LoadSeeds() with { Sources = [] };

    /// <summary>The outlets that they came out in.</summary>
    public static SampleWeb Outlets { get; } = new(
        [.. LabelledArticle.ReadSeeds().Select(article => article.Outlet!).GroupBy(Slug.Of).Select(outlet => new SampleOutlet(outlet.Key, outlet.First(), "en", $"https://{outlet.Key}.invalid/feed", $"https://{outlet.Key}.invalid/"))], []);

    /// <summary>All of them, oldest first.</summary>
    public static IReadOnlyList<ReadArticle> Articles => Read.Value;

    /// <summary>An empty store that knows their outlets.</summary>
    public static Task<TestStore> StoreAsync() => TestStore.CreateAsync(Catalogue, Outlets);

    private static IReadOnlyList<ReadArticle> ReadAll()
    {
        var tagger = new Tagger(Vocabulary.Of(Catalogue));
        return [.. LabelledArticle.ReadSeeds().Select(labelled => Of(labelled.ToArticle(), tagger)).OrderBy(article => article.PublishedAt).ThenBy(article => article.CanonicalUrl, StringComparer.Ordinal)];
    }

    private static ReadArticle Of(ArticleText text, Tagger tagger)
    {
        var tags = tagger.Tag(text);
        var article = new ExtractedArticle(text.Title, null, text.Published, text.Language, text.Text, $"<p>{text.Text}</p>", null, text.Blocks);
        return new("sample-" + Slug.Of(text.Outlet!), text.Outlet!, text.Url!, text.Published!.Value, article, tags, StorySignature.Of(text, tags), null);
    }
}
