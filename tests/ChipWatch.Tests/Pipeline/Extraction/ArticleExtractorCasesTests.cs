using System.Text.Json;
using System.Text.Json.Nodes;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Extraction;

/// <summary>
/// Every folder of Cases: `input.html` read as the page at https://news.example/chips/page gives what `expected.json` states.
/// A member that `expected.json` leaves out is not what the case is about.
/// </summary>
public sealed class ArticleExtractorCasesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Pipeline", "Extraction", "Cases");
    private static readonly ArticleExtractor Extractor = new();

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Extract_Case_GivesWhatIsExpected(string name)
    {
        var folder = Path.Combine(Folder, name);
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!.AsObject();
        var html = PageEncoding.Decode(File.ReadAllBytes(Path.Combine(folder, "input.html")), null);
        var article = Extractor.Extract(html, new Uri(expected["address"]?.GetValue<string>() ?? "https://news.example/chips/page"));

        var told = Told(article);
        Assert.True(expected.Count > 0);
        foreach (var (member, value) in expected.Where(pair => pair.Key != "address"))
        {
            Assert.True(told.ContainsKey(member), $"{member} is no member of an answer");
            Assert.True(JsonNode.DeepEquals(value, told[member]), $"{member}: expected\n{value}\nbut got\n{told[member]}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Extract_Case_BlocksCoverTheTextInOrder(string name)
    {
        var article = Extractor.Extract(PageEncoding.Decode(File.ReadAllBytes(Path.Combine(Folder, name, "input.html")), null), null);

        Assert.Equal(article.Text, string.Join("\n\n", article.Blocks.Select(block => article.Text.Substring(block.Start, block.Length))));
    }

    private static JsonObject Told(ExtractedArticle article) => JsonSerializer.SerializeToNode(
        new
        {
            article.Title,
            article.Byline,
            article.Published,
            article.Updated,
            article.Language,
            article.Image,
            article.ImageAlt,
            article.CanonicalUrl,
            article.SiteTags,
            article.IsTeaser,
            Paragraphs = article.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries),
            Roles = article.Blocks.Select(block => block.Role.ToString().ToLowerInvariant()),
            Languages = article.Blocks.Select(block => block.Language),
        },
        PipelineJson.Options)!.AsObject();
}
