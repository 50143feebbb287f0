using System.Text.Json;
using System.Text.Json.Nodes;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Listings;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Listings;

/// <summary>Every folder of Cases: `input.html` read as an index page at https://chips.example/news, with `rules.json` where there is one, gives `expected.json`.</summary>
public sealed class ListingReaderCasesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Pipeline", "Listings", "Cases");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_Case_GivesWhatIsExpected(string name)
    {
        var folder = Path.Combine(Folder, name);
        var rules = Path.Combine(folder, "rules.json");
        var outcome = ListingReader.Read(
            File.Exists(rules) ? JsonSerializer.Deserialize<ListingRules>(File.ReadAllText(rules), PipelineJson.Options) : null,
            File.ReadAllBytes(Path.Combine(folder, "input.html")),
            "text/html; charset=utf-8",
            new Uri("https://chips.example/news"));

        var told = outcome switch
        {
            FeedOutcome.Read(var feed) => JsonSerializer.SerializeToNode(
                new { feed.Title, feed.Language, Items = feed.Items.Select(item => new { item.Url, item.Title, item.Published, item.Summary }) }, PipelineJson.Options)!,
            FeedOutcome.Unreadable(var reason, _) => JsonSerializer.SerializeToNode(new { Reason = reason }, PipelineJson.Options)!,
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        Assert.True(JsonNode.DeepEquals(expected, told), $"expected\n{expected}\nbut got\n{told.ToJsonString(new JsonSerializerOptions(PipelineJson.Options) { WriteIndented = true })}");
    }
}
