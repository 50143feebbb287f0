using DiffPlex;
using DiffPlex.Chunkers;

namespace ChipWatch.Pipeline.Revisions;

/// <summary>A row of two texts side by side.</summary>
/// <param name="Pieces">The paragraph with its changes; empty where <paramref name="Unchanged"/> paragraphs are passed over.</param>
/// <param name="Unchanged">How many paragraphs are the same here; 0 for a row with a change.</param>
public sealed record ComparedRow(IReadOnlyList<DiffPiece> Pieces, int Unchanged)
{
    /// <summary>Whether the paragraph stood in the older text.</summary>
    public bool HasOld => Pieces.Any(piece => piece.Kind is not DiffKind.Added);

    /// <summary>Whether it stands in the newer text.</summary>
    public bool HasNew => Pieces.Any(piece => piece.Kind is not DiffKind.Removed);
}

/// <summary>Compares two texts paragraph by paragraph, and changed paragraphs word by word. Derived anew each time: nothing of it is stored.</summary>
public static class TextComparison
{
    private const double SameParagraph = 0.3;
    private const int MostPaired = 60;

    private static readonly CustomFunctionChunker Lines = new(text => text.Length == 0 ? [] : text.Split('\n'));

    /// <summary>The rows in reading order.</summary>
    public static IReadOnlyList<ComparedRow> Between(string old, string now) => Between(Paragraphs(old), Paragraphs(now));

    /// <summary>Words that went and came in all of headline and text.</summary>
    internal static (int Removed, int Added) CountWords(EssentialText old, EssentialText now)
    {
        var pieces = Between([old.Title, .. old.Paragraphs], [now.Title, .. now.Paragraphs]).SelectMany(row => row.Pieces).ToList();
        return (Words(DiffKind.Removed), Words(DiffKind.Added));

        int Words(DiffKind kind) => pieces.Where(piece => piece.Kind == kind).Sum(piece => WordDiff.Tokens(piece.Text).Count(token => char.IsLetterOrDigit(token.Text[0])));
    }

    private static List<ComparedRow> Between(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var rows = new List<ComparedRow>();
        var ahead = 0;
        foreach (var block in Differ.Instance.CreateDiffs(Joined(left), Joined(right), ignoreWhiteSpace: false, ignoreCase: false, Lines).DiffBlocks)
        {
            PassOver(rows, block.InsertStartB - ahead);
            AddChanged(rows, [.. left.Skip(block.DeleteStartA).Take(block.DeleteCountA)], [.. right.Skip(block.InsertStartB).Take(block.InsertCountB)]);
            ahead = block.InsertStartB + block.InsertCountB;
        }

        PassOver(rows, right.Count - ahead);
        return rows;
    }

    private static void PassOver(List<ComparedRow> rows, int count)
    {
        if (count > 0)
        {
            rows.Add(new([], count));
        }
    }

    /// <summary>Paragraphs that share words are one that changed; the others went or came. The order of both sides is kept.</summary>
    private static void AddChanged(List<ComparedRow> rows, List<string> left, List<string> right)
    {
        var ahead = 0;
        foreach (var paragraph in left)
        {
            var partner = left.Count <= MostPaired && right.Count <= MostPaired ? right.FindIndex(ahead, other => Likeness(paragraph, other) >= SameParagraph) : -1;
            if (partner < 0)
            {
                rows.Add(new([new(DiffKind.Removed, paragraph)], 0));
                continue;
            }

            rows.AddRange(right.GetRange(ahead, partner - ahead).Select(Added));
            rows.Add(new(WordDiff.Between(paragraph, right[partner]), 0));
            ahead = partner + 1;
        }

        rows.AddRange(right.Skip(ahead).Select(Added));
    }

    private static ComparedRow Added(string paragraph) => new([new(DiffKind.Added, paragraph)], 0);

    private static double Likeness(string one, string other)
    {
        var left = WordDiff.Tokens(one).Select(token => token.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var right = WordDiff.Tokens(other).Select(token => token.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return left.Count(right.Contains) / (double)Math.Max(1, Math.Max(left.Count, right.Count));
    }

    private static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Joined(IReadOnlyList<string> paragraphs) => string.Join('\n', paragraphs.Select(EssentialText.Even));
}
