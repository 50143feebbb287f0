using System.Text.Json;
using System.Text.Json.Nodes;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Sources;

/// <summary>Every folder of Cases: `input.opml` gives `expected.json`, and what is written of it reads back as the same entries.</summary>
public sealed class OpmlCasesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Pipeline", "Sources", "Cases");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_Case_GivesWhatIsExpected(string name)
    {
        var folder = Path.Combine(Folder, name);
        var read = Assert.IsType<OpmlOutcome.Read>(Opml.Read(File.ReadAllBytes(Path.Combine(folder, "input.opml"))));

        var told = JsonSerializer.SerializeToNode(read, PipelineJson.Options)!;
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        Assert.True(JsonNode.DeepEquals(expected, told), $"expected\n{expected}\nbut got\n{told.ToJsonString(new JsonSerializerOptions(PipelineJson.Options) { WriteIndented = true })}");

        var again = Assert.IsType<OpmlOutcome.Read>(Opml.Read(Opml.Write("Again", read.Entries, DateTimeOffset.UnixEpoch)));
        Assert.Empty(again.Refused);
        Assert.Equal(read.Entries.OrderBy(entry => entry.Url, StringComparer.Ordinal), again.Entries.OrderBy(entry => entry.Url, StringComparer.Ordinal));
    }
}
