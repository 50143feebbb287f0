using System.CommandLine;
using System.Text;
using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Commands;

/// <summary>`extract`: a page → its article.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var extractor = new Lazy<ArticleExtractor>(() => new ArticleExtractor());
        return JsonLinesFilter.Create(
            "extract",
            "Extract the article of an HTML page.",
            input => Answer(extractor.Value.Extract(input.Needed("html"), input.Address("url"))),
            (_, bytes) => new { html = Encoding.UTF8.GetString(bytes) },
            said => Describe((ArticleAnswer)said));
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
        article.Text.Length == 0 ? "The page holds no article." : null);

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

    private sealed record ArticleAnswer(
        string Title,
        string? Byline,
        DateTimeOffset? Published,
        string? Language,
        string Text,
        string Html,
        string? Image,
        IReadOnlyList<Block> Blocks,
        string? Error);
}
