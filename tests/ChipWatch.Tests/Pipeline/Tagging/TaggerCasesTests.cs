using System.Text.Json;
using System.Text.Json.Nodes;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Tagging;

/// <summary>
/// Every folder of Cases: `input.json` is an article, `expected.json` says only what the case is about. `companies`, `chips`, `topics`
/// and `primary` are whole sets; `topicsWith` and `topicsWithout` name some; `event` null means none; `quantities` must all be found.
/// </summary>
public sealed class TaggerCasesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Pipeline", "Tagging", "Cases");
    private static readonly Tagger Seeds = new(Vocabulary.Of(NewsCatalogue.LoadSeeds()));

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tag_Case_GivesWhatIsExpected(string name)
    {
        var input = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name, "input.json")))!;
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name, "expected.json")))!.AsObject();

        var tags = Seeds.Tag(Article(name, input));

        foreach (var (member, value) in expected)
        {
            Check(member, value, tags);
        }
    }

    private static void Check(string member, JsonNode? value, ArticleTags tags)
    {
        var topics = tags.Topics.Select(tag => tag.Id).ToList();
        switch (member)
        {
            case "companies":
                Assert.Equal(Ids(value), tags.Companies.Select(tag => tag.Id).Order(StringComparer.Ordinal));
                break;
            case "primary":
                Assert.Equal(Ids(value), tags.Companies.Where(tag => tag.Salience == Salience.Primary).Select(tag => tag.Id).Order(StringComparer.Ordinal));
                break;
            case "chips":
                Assert.Equal(Ids(value), tags.Chips.Select(tag => tag.Id).Order(StringComparer.Ordinal));
                break;
            case "topics":
                Assert.Equal(Ids(value), topics.Order(StringComparer.Ordinal));
                break;
            case "topicsWith":
                Assert.Subset(topics.ToHashSet(), Ids(value).ToHashSet());
                break;
            case "topicsWithout":
                Assert.Empty(Ids(value).Intersect(topics));
                break;
            case "event":
                Assert.Null(value);
                Assert.Null(tags.Event);
                break;
            case "quantities":
                Assert.All(value!.AsArray(), wanted => Assert.Contains(tags.Quantities, given => IsAsWanted(given, wanted!)));
                break;
            default:
                Assert.Fail($"No rule for “{member}”.");
                break;
        }
    }

    private static bool IsAsWanted(Quantity given, JsonNode wanted) =>
        given.Value == wanted["value"]!.GetValue<double>()
        && (wanted["unit"] is not { } unit || given.Unit == unit.GetValue<string>())
        && (wanted["hedge"] is not { } hedge || given.Hedge == hedge.GetValue<string>())
        && (wanted["hypothetical"] is not { } hypothetical || given.Hypothetical == hypothetical.GetValue<bool>());

    private static IEnumerable<string> Ids(JsonNode? value) => value!.AsArray().Select(id => id!.GetValue<string>()).Order(StringComparer.Ordinal);

    private static ArticleText Article(string name, JsonNode input)
    {
        var (text, language) = (input["text"]!.GetValue<string>(), input["language"]?.GetValue<string>());
        var published = input["published"]?.Deserialize<string>(PipelineJson.Options);
        return new(name, null, null, language, published is null ? null : DateTimeOffset.Parse(published + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture),
            input["title"]!.GetValue<string>(), text, BlockRoles.Find(text, language));
    }
}
