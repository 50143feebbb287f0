using System.Globalization;
using System.Text;
using System.Text.Json;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Text;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Catalogue;

/// <summary>
/// seeds/topics.json holds thousands of terms that people edit by hand: a term a line, by language, the heaviest first, so that a change
/// is a line and what a language lacks is seen. `--explicit only --filter-method '*Write_TopicsInForm*'` puts an edited file into form.
/// </summary>
public sealed class TopicSeedsTests
{
    private const int ShortestOpenTerm = 3;

    /// <summary>What counts in every text comes first.</summary>
    private static readonly string?[] Languages = [null, "en", "de", "fr", "es", "nl", "zh", "ja", "ko"];

    private static readonly IReadOnlyList<Topic> Topics = NewsCatalogue.LoadSeeds().Topics;

    private static string File => LabelledSets.InCheckout(Path.Combine("seeds", "topics.json"));

    [Fact]
    public void Topics_File_IsInForm() => Assert.Equal(InForm(Topics), System.IO.File.ReadAllText(File));

    [Fact]
    public void Topics_Terms_AreWeighedAndOfAKnownLanguage() => Assert.All(Topics.SelectMany(topic => topic.Terms), term =>
    {
        Assert.InRange(Math.Abs(term.Weight), 1, 5);
        Assert.Contains(term.Language, Languages);
        Assert.Equal(term.NeedsContext, term.Context.Count > 0);
        Assert.True(!term.Text.EndsWith('*') || term.Text.Length > ShortestOpenTerm, $"“{term.Text}” would take in too much");
    });

    [Fact]
    public void Topics_Terms_StandOnceInATopic() => Assert.All(Topics, topic =>
    {
        var everywhere = topic.Terms.Where(term => term.Language is null).Select(Spelling).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            topic.Terms.GroupBy(term => (term.Language, Spelling(term))),
            group => Assert.True(group.Count() == 1 && (group.Key.Language is null || !everywhere.Contains(group.Key.Item2)), $"{topic.Id}: “{group.Key.Item2}” stands twice"));
    });

    [Fact]
    public void Topics_EachLanguage_HasTermsOfEachTopic() => Assert.All(Topics, topic =>
        Assert.All(Languages[2..], language => Assert.True(topic.Terms.Any(term => term.Language == language), $"{topic.Id} lacks terms in {language}")));

    [Fact(Explicit = true)]
    public void Write_TopicsInForm() => System.IO.File.WriteAllText(File, InForm(JsonSerializer.Deserialize<List<Topic>>(System.IO.File.ReadAllText(File), PipelineJson.Options)!));

    private static string Spelling(TopicTerm term) => term.Text.Replace('-', ' ').ToUpperInvariant();

    private static string InForm(IReadOnlyList<Topic> topics)
    {
        var text = new StringBuilder("[\n");
        for (var i = 0; i < topics.Count; i++)
        {
            var topic = topics[i];
            text.Append("  {\n");
            foreach (var (name, value) in new[] { ("id", topic.Id), ("name", topic.Name), ("description", topic.Description), ("parent", topic.Parent) })
            {
                text.Append(CultureInfo.InvariantCulture, $"    \"{name}\": {Json(value)},\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"    \"translations\": {{ {string.Join(", ", topic.Translations.Select(name => $"{Json(name.Key)}: {Json(name.Value)}"))} }},\n");
            text.Append("    \"terms\": [\n").AppendJoin(",\n", InOrder(topic.Terms).Select(Line)).Append("\n    ]\n  }").Append(i < topics.Count - 1 ? ",\n" : "\n");
        }

        return text.Append("]\n").ToString();
    }

    private static IEnumerable<TopicTerm> InOrder(IReadOnlyList<TopicTerm> terms) => terms
        .OrderBy(term => Array.IndexOf(Languages, term.Language)).ThenByDescending(term => term.Weight).ThenBy(term => term.Text, StringComparer.Ordinal);

    private static string Line(TopicTerm term) => string.Create(CultureInfo.InvariantCulture, $"      {{ \"text\": {Json(term.Text)}, \"weight\": {term.Weight}")
        + (term.Language is null ? "" : $", \"language\": {Json(term.Language)}")
        + (term.NeedsContext ? $", \"needsContext\": true, \"context\": [{string.Join(", ", term.Context.Select(Json))}]" : "")
        + " }";

    private static string Json(string? value) => JsonSerializer.Serialize(value, PipelineJson.Options);
}
