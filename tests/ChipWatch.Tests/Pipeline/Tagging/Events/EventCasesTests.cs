using System.Text.Json.Nodes;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Tagging.Events;

/// <summary>Every folder of Cases: `input.json` is an article, `expected.json` its kind of event, its status and the outlets it credits, outermost first; `proof`, where given, is the sentence that shows it.</summary>
public sealed class EventCasesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Pipeline", "Tagging", "Events", "Cases");
    private static readonly Tagger Seeds = new(Vocabulary.Of(NewsCatalogue.LoadSeeds()));

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tag_Case_GivesKindStatusAndCredits(string name)
    {
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name, "expected.json")))!;

        var article = Article(name);
        var read = Seeds.Tag(article).Event;

        Assert.Equal(expected["type"]?.GetValue<string>(), read?.Type?.ToString().ToLowerInvariant());
        Assert.Equal(expected["status"]?.GetValue<string>(), read?.Status?.ToString().ToLowerInvariant());
        Assert.Equal(expected["reportedBy"]!.AsArray().Select(outlet => outlet!.GetValue<string>()), read?.ReportedBy ?? []);
        if (expected["proof"]?.GetValue<string>() is { } proof)
        {
            Assert.Equal([proof], read?.Evidence.Select(span => span.Quote));
        }

        Assert.All((read?.Evidence ?? []).Concat(read?.CreditEvidence ?? []), span => Assert.Equal(span.Quote, (span.Field == TextField.Title ? article.Title : article.Text).Substring(span.Start, span.Length)));
    }

    [Fact]
    public void Tag_ArticleWithAnEvent_SaysWhatDecided()
    {
        var read = Seeds.Tag(Article("reported-results")).Event!;

        Assert.NotEmpty(read.Parts);
        Assert.All(read.Parts, part => Assert.True(part.Points > 0));
    }

    private static ArticleText Article(string name)
    {
        var input = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name, "input.json")))!;
        var (text, language) = (input["text"]!.GetValue<string>(), input["language"]!.GetValue<string>());
        return new(name, null, input["outlet"]!.GetValue<string>(), language, null, input["title"]!.GetValue<string>(), text, BlockRoles.Find(text, language));
    }
}
