using System.Text.Json;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Revisions;

/// <summary>Pairs of states in folders: before.txt and after.txt (headline, blank line, text), and what the change means.</summary>
public sealed class RevisionReaderTests
{
    private static readonly string Cases = Path.Combine(AppContext.BaseDirectory, "Pipeline", "Revisions", "Cases");
    private static readonly Tagger Seeds = new(Vocabulary.Of(NewsCatalogue.LoadSeeds()));

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Cases).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Compare_Case_MeansWhatIsExpected(string folder)
    {
        var expected = JsonSerializer.Deserialize<Expected>(File.ReadAllText(Path.Combine(Cases, folder, "expected.json")), PipelineJson.Options)!;

        var reading = RevisionReader.Compare(State(folder, "before.txt", expected.Language, expected.Statuses?[0]), State(folder, "after.txt", expected.Language, expected.Statuses?[1]));

        Assert.Equal(expected.Changes, reading?.Changes ?? []);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Compare_StateWithItself_IsNoRevision(string folder)
    {
        var state = State(folder, "after.txt", null);

        Assert.Null(RevisionReader.Compare(state, state));
    }

    [Fact]
    public void Compare_OneWordForAnother_CountsOneWordEachWay()
    {
        var reading = RevisionReader.Compare(State("will-becomes-may", "before.txt", "en"), State("will-becomes-may", "after.txt", "en"))!;

        Assert.Equal((1, 1), (reading.WordsRemoved, reading.WordsAdded));
    }

    [Fact]
    public void Compare_LanguageNotStated_IsReadFromTheText()
    {
        var reading = RevisionReader.Compare(State("wird-becomes-koennte", "before.txt", null), State("wird-becomes-koennte", "after.txt", null))!;

        Assert.Equal(RevisionMeaning.Softened, reading.Changes[0].Meaning);
    }

    [Fact]
    public void Compare_HugeTextRewritten_EndsSoon()
    {
        var old = new ArticleState("Old", string.Join("\n\n", Enumerable.Range(0, 4000).Select(i => $"Old paragraph {i} says what number {i * 7} meant for the chip.")), [], "en", null, []);
        var now = new ArticleState("New", string.Join("\n\n", Enumerable.Range(0, 4000).Select(i => $"Newer line {i} tells which part {i * 3} stands where today.")), [], "en", null, []);
        var began = System.Diagnostics.Stopwatch.GetTimestamp();

        Assert.NotNull(RevisionReader.Compare(old, now));
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
    }

    private static ArticleState State(string folder, string file, string? language, EventStatus? status = null)
    {
        var (title, text) = Read(File.ReadAllText(Path.Combine(Cases, folder, file)));
        var blocks = BlockRoles.Find(text, language);
        var tags = Seeds.Tag(new("case", null, null, language, null, title, text, blocks));
        return new(title, text, blocks, language, status, tags.Quantities);
    }

    private static (string Title, string Text) Read(string file)
    {
        var end = file.IndexOf("\n\n", StringComparison.Ordinal);
        return (file[..end].Trim(), file[(end + 2)..].Trim());
    }

    private sealed record Expected(string? Language, IReadOnlyList<RevisionChange> Changes, IReadOnlyList<EventStatus>? Statuses);
}
