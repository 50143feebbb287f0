using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pages.Articles;

/// <summary>Neighbouring blocks of one role that are read as one: a paragraph, a list, a table, a run of questions.</summary>
/// <param name="Role">What they do.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Blocks">The blocks, in order.</param>
/// <param name="NamesRole">Whether the margin names the role: the first of its role after another.</param>
/// <param name="Number">Position in the article, from 1.</param>
public sealed record ReadingPart(BlockRole Role, BlockKind Kind, IReadOnlyList<Block> Blocks, bool NamesRole, int Number);

/// <summary>Turns the blocks of an article into what the reader view draws one below the other.</summary>
public static class Reading
{
    /// <summary>The parts of a text. Text that no block covers is read as paragraphs of fact, so nothing is ever left out.</summary>
    public static IReadOnlyList<ReadingPart> Of(string text, IReadOnlyList<Block> blocks)
    {
        var parts = new List<ReadingPart>();
        foreach (var block in Whole(text, blocks))
        {
            if (parts is [.., var last] && Joins(last, block))
            {
                parts[^1] = last with { Blocks = [.. last.Blocks, block] };
            }
            else
            {
                parts.Add(new ReadingPart(block.Role, block.Kind, [block], parts is not [.., var before] || before.Role != block.Role, parts.Count + 1));
            }
        }

        return parts;
    }

    private static bool Joins(ReadingPart last, Block block) =>
        last.Role == block.Role && (last.Kind == block.Kind
            ? block.Kind is BlockKind.ListItem or BlockKind.Row || block.Role is not (BlockRole.Fact or BlockRole.Heading or BlockRole.Caption)
            : !block.Proves || block.Role is BlockRole.Faq);

    private static IEnumerable<Block> Whole(string text, IReadOnlyList<Block> blocks)
    {
        var at = 0;
        foreach (var block in blocks.OrderBy(block => block.Start))
        {
            foreach (var bare in Paragraphs(text, at, Math.Min(block.Start, text.Length)))
            {
                yield return bare;
            }

            if (block.Start < text.Length && block.Start >= at)
            {
                yield return block.End > text.Length ? block with { Length = text.Length - block.Start } : block;
                at = Math.Min(block.End, text.Length);
            }
        }

        foreach (var bare in Paragraphs(text, at, text.Length))
        {
            yield return bare;
        }
    }

    private static IEnumerable<Block> Paragraphs(string text, int from, int to)
    {
        while (from < to)
        {
            var gap = text.IndexOf("\n\n", from, to - from, StringComparison.Ordinal);
            var end = gap < 0 ? to : gap;
            if (!text.AsSpan(from, end - from).IsWhiteSpace())
            {
                yield return new Block(BlockRole.Fact, BlockKind.Paragraph, from, end - from);
            }

            from = gap < 0 ? to : gap + 2;
        }
    }
}
