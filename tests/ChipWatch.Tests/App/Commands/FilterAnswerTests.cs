using System.Text.Json;
using System.Text.Json.Nodes;
using ChipWatch.Commands;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.App.Commands;

public sealed class FilterAnswerTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(-7));

    [Fact]
    public void WriteMembers_Feed_WritesWhatASerializerWould() => AssertSame(new FeedAnswer(
        FeedKind.JsonFeed, "A \"feed\" <b>", [new("1", null, "Ü", At, null, "s", "<p>x</p>", ["a", "b"]), new("2", "https://a.example/", "", null, "A", null, null, [])], null));

    [Fact]
    public void WriteMembers_UnreadFeed_WritesWhatASerializerWould() => AssertSame(new FeedAnswer(null, null, [], "No feed."));

    [Fact]
    public void WriteMembers_Article_WritesWhatASerializerWould() => AssertSame(new ArticleAnswer(
        "T", "A, B", At, "de", "Text\n\nmore", "<p>Text</p>", null, [new(BlockRole.Takeaway, BlockKind.ListItem, 0, 4), new(BlockRole.Fact, BlockKind.Row, 6, 4, "en")], At.AddDays(1), "https://a.example/", "alt", ["x"], true, null));

    private static void AssertSame(IFilterAnswer answer)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written, new() { Encoder = PipelineJson.Encoder }))
        {
            json.WriteStartObject();
            answer.WriteMembers(json);
            json.WriteEndObject();
        }

        var members = JsonNode.Parse(written.ToArray())!.ToJsonString(PipelineJson.Options);
        Assert.Equal(JsonSerializer.Serialize(answer, answer.GetType(), PipelineJson.Options), members);
    }
}
