using System.Text.Json;
using System.Text.Json.Nodes;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Feeds;

/// <summary>Every folder of Cases: `input.*` read as a feed at https://news.example/feed gives `expected.json`.</summary>
public sealed class FeedReaderCasesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Pipeline", "Feeds", "Cases");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_Case_GivesWhatIsExpected(string name)
    {
        var folder = Path.Combine(Folder, name);
        var outcome = FeedReader.Read(File.ReadAllBytes(Directory.GetFiles(folder, "input.*").Single()), null, new Uri("https://news.example/feed"));

        var feed = Assert.IsType<FeedOutcome.Read>(outcome).Feed;
        var told = JsonSerializer.SerializeToNode(new { feed.Kind, feed.Title, feed.SiteUrl, feed.Language, feed.AskedPause, feed.Skipped, feed.Items }, PipelineJson.Options)!;
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        Assert.True(JsonNode.DeepEquals(expected, told), $"expected\n{expected}\nbut got\n{told}");
    }
}
