using ChipWatch.Pipeline.Tagging;
using DiffPlex;
using DiffPlex.Chunkers;

namespace ChipWatch.Pipeline.Revisions;

/// <summary>What became of a piece of text.</summary>
public enum DiffKind
{
    /// <summary>It stands in both.</summary>
    Same,

    /// <summary>It stood in the older text.</summary>
    Removed,

    /// <summary>It stands in the newer text.</summary>
    Added,
}

/// <summary>A stretch of text with what became of it.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>Compares two texts by words; Chinese and Japanese by characters. Differences of quotation marks and blanks alone count as none.</summary>
public static class WordDiff
{
    /// <summary>Beyond that many words on one side a text is not compared but shown as replaced: the work grows with the product.</summary>
    private const int MostTokens = 4000;

    /// <summary>The pieces in reading order: all that is Same or Removed is the older text, all that is Same or Added the newer (blanks evened).</summary>
    public static IReadOnlyList<DiffPiece> Between(string old, string now)
    {
        var (left, right) = (Tokens(old), Tokens(now));
        var pieces = new PieceList();
        if (left.Count > MostTokens || right.Count > MostTokens)
        {
            pieces.Add(DiffKind.Removed, left, 0, left.Count);
            pieces.Add(DiffKind.Added, right, 0, right.Count);
            return pieces.All;
        }

        var ahead = 0;
        foreach (var block in Differ.Instance.CreateDiffs(Joined(left), Joined(right), ignoreWhiteSpace: false, ignoreCase: false, Tokenised).DiffBlocks)
        {
            pieces.Add(DiffKind.Same, right, ahead, block.InsertStartB - ahead);
            pieces.Add(DiffKind.Removed, left, block.DeleteStartA, block.DeleteCountA);
            pieces.Add(DiffKind.Added, right, block.InsertStartB, block.InsertCountB);
            ahead = block.InsertStartB + block.InsertCountB;
        }

        pieces.Add(DiffKind.Same, right, ahead, right.Count - ahead);
        return pieces.All;
    }

    private static readonly CustomFunctionChunker Tokenised = new(text => text.Length == 0 ? [] : text.Split('\n'));

    /// <summary>Words and signs of a text in order, with the blank that stands behind them.</summary>
    internal static List<DiffToken> Tokens(string text)
    {
        var tokens = new List<DiffToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            if (Folding.IsWord(text[at]))
            {
                while (end < text.Length && (Folding.IsWord(text[end]) || (IsInner(text[end]) && end + 1 < text.Length && Folding.IsWord(text[end + 1]))))
                {
                    end++;
                }
            }
            else if (char.IsHighSurrogate(text[at]) && end < text.Length)
            {
                end++;
            }

            var next = end;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            tokens.Add(new(text[at..end], next > end));
            at = next;
        }

        return tokens;
    }

    /// <summary>Signs inside a word or number: "don't", "1,234.5", "GB-200".</summary>
    private static bool IsInner(char c) => c is '\'' or '’' or '.' or ',' or '-' or '‑' or '·';

    private static string Joined(List<DiffToken> tokens) => string.Join('\n', tokens.Select(token => EssentialText.Even(token.Text)));

    private sealed class PieceList
    {
        private readonly List<DiffPiece> pieces = [];

        public IReadOnlyList<DiffPiece> All => pieces;

        public void Add(DiffKind kind, List<DiffToken> tokens, int from, int count)
        {
            if (count <= 0)
            {
                return;
            }

            var text = string.Concat(tokens.Skip(from).Take(count).Select(token => token.HasGap ? token.Text + " " : token.Text));
            if (pieces is [.., var last] && last.Kind == kind)
            {
                pieces[^1] = last with { Text = last.Text + text };
            }
            else
            {
                pieces.Add(new(kind, text));
            }
        }
    }
}

/// <summary>A word or sign.</summary>
/// <param name="Text">As the text spells it.</param>
/// <param name="HasGap">Whether a blank stands behind it.</param>
internal readonly record struct DiffToken(string Text, bool HasGap);
