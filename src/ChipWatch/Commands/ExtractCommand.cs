using System.CommandLine;
using System.Text;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Commands;

/// <summary>`extract`: a page → its article.</summary>
internal static class ExtractCommand
{
    private const long LargeHeap = 32 * 1024 * 1024;

    public static Command Create()
    {
        var extractor = new Lazy<ArticleExtractor>(() => new ArticleExtractor(SiteRules.Load(NewsCatalogue.SeedsFolder)));
        return JsonLinesFilter.Create(
            "extract",
            "Extract the article of an HTML page.",
            input => Answer(Spare(extractor.Value.Extract(input.Needed("html"), input.Address("url")))),
            (_, bytes) => new { html = PageEncoding.Decode(bytes, null) },
            said => Describe((ArticleAnswer)said));
    }

    /// <summary>A page's tree is many times the page; a filter that reads thousands of them gives it back before the heap has grown by it.</summary>
    private static ExtractedArticle Spare(ExtractedArticle article)
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > LargeHeap)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        }

        return article;
    }

    private static ArticleAnswer Answer(ExtractedArticle article) => new(
        article.Title,
        article.Byline,
        article.PublishedThere,
        article.Language,
        article.Text,
        article.Html,
        article.Image,
        article.Blocks,
        article.Updated,
        article.CanonicalUrl,
        article.ImageAlt,
        article.SiteTags,
        article.IsTeaser,
        article.Fault ?? (article.Text.Length == 0 ? "The page holds no article." : null));

    private static string Describe(ArticleAnswer article)
    {
        var text = new StringBuilder()
            .AppendLine(article.Title)
            .AppendLine($"{article.Published:yyyy-MM-dd}  {article.Language}  {article.Byline}")
            .AppendLine();
        foreach (var block in article.Blocks)
        {
            text.AppendLine($"[{block.Role}] {article.Text.Substring(block.Start, block.Length)}").AppendLine();
        }

        return (article.Error ?? text.ToString()).TrimEnd();
    }
}
