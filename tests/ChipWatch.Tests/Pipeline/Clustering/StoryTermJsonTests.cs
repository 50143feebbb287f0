using System.Text.Json;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Clustering;

public sealed class StoryTermJsonTests
{
    [Fact]
    public void Write_Term_NamesEachMember() => Assert.Equal(
        """{"text":"台積","weight":4,"isName":false,"inTitle":true,"count":3}""",
        JsonSerializer.Serialize(new StoryTerm("台積", 4, IsName: false, InTitle: true, Count: 3), PipelineJson.Options));

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        IReadOnlyList<StoryTerm> terms = [new("desantis", 10, IsName: true, InTitle: true), new("export", 5, IsName: false, InTitle: false, Count: 7)];

        Assert.Equal(terms, JsonSerializer.Deserialize<List<StoryTerm>>(JsonSerializer.Serialize(terms, PipelineJson.Options), PipelineJson.Options)!);
    }

    [Fact]
    public void Read_OlderTermAndOneOfALaterVersion_TakesWhatItKnows() => Assert.Equal(
        new StoryTerm("hbm4", 8, IsName: true, InTitle: false),
        JsonSerializer.Deserialize<StoryTerm>("""{"text":"hbm4","kind":{"of":["later"]},"weight":8,"isName":true,"inTitle":false}""", PipelineJson.Options));

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"text":null,"weight":1}""")]
    public void Read_NoTerm_Throws(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<StoryTerm>(json, PipelineJson.Options));
}
