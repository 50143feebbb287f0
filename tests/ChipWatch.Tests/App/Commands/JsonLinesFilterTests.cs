using System.Text;
using ChipWatch.Commands;

namespace ChipWatch.Tests.App.Commands;

public sealed class JsonLinesFilterTests
{
    [Fact]
    public void Filter_BrokenLineBetweenGoodOnes_AnswersEachInOrder()
    {
        var answers = Answers("""{"id":"a","text":"x"}""", "{broken", """{"id":7,"text":"y"}""", "[]");

        Assert.Equal(4, answers.Length);
        Assert.Equal("""{"id":"a","said":"x"}""", answers[0]);
        Assert.StartsWith("""{"id":null,"error":""", answers[1]);
        Assert.Equal("""{"id":7,"said":"y"}""", answers[2]);
        Assert.Contains("no JSON object", answers[3]);
    }

    [Fact]
    public void Filter_AnswerThrows_KeepsTheIdAndGoesOn()
    {
        var answers = Answers("""{"id":"a"}""", """{"id":"b","text":"y"}""");

        Assert.Equal("""{"id":"a","error":"The member \"text\" is missing."}""", answers[0]);
        Assert.Equal("""{"id":"b","said":"y"}""", answers[1]);
    }

    [Fact]
    public void Filter_LineLongerThanAnyBuffer_IsReadWhole()
    {
        var text = new string('é', 300_000);

        var answers = Answers($$"""{"id":1,"text":"{{text}}"}""", "", """{"id":2,"text":"y"}""");

        Assert.Equal(2, answers.Length);
        Assert.Contains(text, answers[0], StringComparison.Ordinal);
    }

    private static string[] Answers(params string[] lines)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        JsonLinesFilter.Filter(input, output, line => new { said = line.Needed("text") });
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
    }
}
