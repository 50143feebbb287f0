using System.Text;
using ChipWatch.Commands;

namespace ChipWatch.Tests.App.Commands;

public sealed class JsonLinesFilterTests
{
    [Fact]
    public async Task FilterAsync_BrokenLineBetweenGoodOnes_AnswersEachInOrder()
    {
        var answers = await FilterAsync("""{"id":"a","text":"x"}""", "{broken", """{"id":7,"text":"y"}""", "[]");

        Assert.Equal(4, answers.Length);
        Assert.Equal("""{"id":"a","said":"x"}""", answers[0]);
        Assert.StartsWith("""{"id":null,"error":""", answers[1]);
        Assert.Equal("""{"id":7,"said":"y"}""", answers[2]);
        Assert.Contains("no JSON object", answers[3]);
    }

    [Fact]
    public async Task FilterAsync_AnswerThrows_KeepsTheIdAndGoesOn()
    {
        var answers = await FilterAsync("""{"id":"a"}""", """{"id":"b","text":"y"}""");

        Assert.Equal("""{"id":"a","error":"The member \"text\" is missing."}""", answers[0]);
        Assert.Equal("""{"id":"b","said":"y"}""", answers[1]);
    }

    [Fact]
    public async Task FilterAsync_LineLongerThanAnyBuffer_IsReadWhole()
    {
        var text = new string('é', 300_000);

        var answers = await FilterAsync($$"""{"id":1,"text":"{{text}}"}""", "", """{"id":2,"text":"y"}""");

        Assert.Equal(2, answers.Length);
        Assert.Contains(text, answers[0], StringComparison.Ordinal);
    }

    private static async Task<string[]> FilterAsync(params string[] lines)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        await JsonLinesFilter.FilterAsync(input, output, line => new { said = line.Needed("text") }, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
    }
}
