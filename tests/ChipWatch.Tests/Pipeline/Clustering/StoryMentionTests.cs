using System.Text.Json;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Clustering;

public sealed class StoryMentionTests
{
    [Theory]
    [InlineData("nvidia-h200", 1, false, "\"nvidia-h200\"")]
    [InlineData("tariff", 12, true, "\"^tariff 12\"")]
    public void Json_Written_ReadsTheSame(string id, int count, bool inTitle, string json)
    {
        var mention = new StoryMention(id, count, inTitle);

        Assert.Equal(json, JsonSerializer.Serialize(mention, PipelineJson.Options));
        Assert.Equal(mention, JsonSerializer.Deserialize<StoryMention>(json, PipelineJson.Options));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("\"tariff x\"")]
    public void Json_Other_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<StoryMention>(json, PipelineJson.Options));

    [Fact]
    public void Json_ASignatureOfBefore_HasNone()
    {
        var signature = JsonSerializer.Deserialize<StorySignature>("""{"published":"2026-03-02T08:00:00+00:00","keys":["company:amd"],"primary":["amd"],"companies":["amd"]}""", PipelineJson.Options)!;

        Assert.Empty(signature.Mentions);
        Assert.Empty(signature.Concepts);
        Assert.Equal("amd", signature.Front.Main);
    }
}
