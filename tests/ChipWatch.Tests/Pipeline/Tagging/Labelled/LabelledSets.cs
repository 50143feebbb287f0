using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace ChipWatch.Tests.Pipeline.Tagging.Labelled;

/// <summary>The labelled sets that travel with the tests.</summary>
public static class LabelledSets
{
    private const int Folds = 5;

    private static readonly FrozenDictionary<string, string> Affairs = File.ReadLines(InCases("affairs.txt")).Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(' ')).SelectMany(steps => steps.Select(step => (Step: step, Affair: steps[0]))).ToFrozenDictionary(pair => pair.Step, pair => pair.Affair, StringComparer.Ordinal);

    /// <summary>Reports on real news in own words.</summary>
    public static List<LabelledArticle> Briefs() => LabelledArticle.ReadSeeds();

    /// <summary>Articles on invented events, in eight languages, with traps.</summary>
    public static List<LabelledArticle> Invented() => LabelledArticle.Read(InCases("invented.jsonl"));

    /// <summary>Look-alikes, other news of our companies, and as many short articles that a name with a second meaning is about. No stories.</summary>
    public static List<LabelledArticle> Traps() => LabelledArticle.Read(Path.Combine(AppContext.BaseDirectory, "Cases", "Labelled", "traps.jsonl"));

    /// <summary>The other half of them, kept aside: nothing is trained on it, and no rule is written by it.</summary>
    public static List<LabelledArticle> TrapsKept() => LabelledArticle.Read(Path.Combine(AppContext.BaseDirectory, "Cases", "Labelled", "traps-kept.jsonl"));

    /// <summary>The same event told thrice in each language: it may come, it will come, it has come. No stories.</summary>
    public static List<LabelledArticle> Firmness() => LabelledArticle.Read(Path.Combine(AppContext.BaseDirectory, "Cases", "Labelled", "firmness.jsonl"));

    /// <summary>A quarter of them, kept aside.</summary>
    public static List<LabelledArticle> FirmnessKept() => LabelledArticle.Read(Path.Combine(AppContext.BaseDirectory, "Cases", "Labelled", "firmness-kept.jsonl"));

    /// <summary>Terse reports in the manner of the briefs, by seven further hands.</summary>
    public static List<LabelledArticle> Further() => LabelledArticle.Read(InCases("further.jsonl"));

    /// <summary>Short reports labelled for their event alone, each a story of its own.</summary>
    public static List<LabelledArticle> Reports() => LabelledArticle.Read(InCases("reports.jsonl"));

    /// <summary>What models but that of stories are trained on.</summary>
    public static List<LabelledArticle> Training() => [.. Briefs(), .. Invented(), .. Further(), .. Traps(), .. Firmness()];

    /// <summary>What the model of events is trained on: the briefs, the only reports on real news, count thrice.</summary>
    public static List<LabelledArticle> TrainingOfEvents() => [.. Briefs(), .. Briefs(), .. Training(), .. Reports()];

    /// <summary>The same by an eighth hand: nothing is trained on it, and no rule is written by it.</summary>
    public static List<LabelledArticle> HeldOut() => LabelledArticle.Read(InCases("heldout.jsonl"));

    /// <summary>The affair that a story is a step of, by the name of one of its steps; the story itself where it is none.</summary>
    public static string AffairOf(string story) => Affairs.GetValueOrDefault(story, story);

    /// <summary>Articles of one story always fall into one fold, so that nothing is tested on what its story taught.</summary>
    public static int FoldOf(LabelledArticle article) => FoldOf(article.Labels.Story ?? article.Id);

    /// <summary>The fold of a story; the same on every machine.</summary>
    public static int FoldOf(string story)
    {
        var hash = 2166136261u;
        foreach (var letter in story + "x")
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)(hash % Folds);
    }

    /// <summary>Numbers of the folds.</summary>
    public static IEnumerable<int> AllFolds => Enumerable.Range(0, Folds);

    /// <summary>A file of the checkout, where a training run or a table is written.</summary>
    public static string InCheckout(string path) => Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "..", "..", path));

    private static string InCases(string file) => Path.Combine(AppContext.BaseDirectory, "Cases", "Labelled", file);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
