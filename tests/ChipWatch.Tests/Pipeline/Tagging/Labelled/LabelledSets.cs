using System.Runtime.CompilerServices;

namespace ChipWatch.Tests.Pipeline.Tagging.Labelled;

/// <summary>The labelled sets that travel with the tests.</summary>
public static class LabelledSets
{
    private const int Folds = 5;

    /// <summary>Reports on real news in own words.</summary>
    public static List<LabelledArticle> Briefs() => LabelledArticle.Read(Path.Combine(AppContext.BaseDirectory, "Cases", "briefs.jsonl"));

    /// <summary>Articles on invented events, in eight languages, with traps.</summary>
    public static List<LabelledArticle> Invented() => LabelledArticle.Read(Path.Combine(AppContext.BaseDirectory, "Cases", "Labelled", "invented.jsonl"));

    /// <summary>Articles of one story always fall into one fold, so that nothing is tested on what its story taught.</summary>
    public static int FoldOf(LabelledArticle article)
    {
        var hash = 2166136261u;
        foreach (var letter in (article.Labels.Story ?? article.Id) + "x")
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)(hash % Folds);
    }

    /// <summary>Numbers of the folds.</summary>
    public static IEnumerable<int> AllFolds => Enumerable.Range(0, Folds);

    /// <summary>The folder of the program's sources, where a training run writes.</summary>
    public static string SourceFolder() => Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "..", "..", "src", "ChipWatch.Pipeline"));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
