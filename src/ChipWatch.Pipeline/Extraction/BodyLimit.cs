using System.Text;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>How long an article's text may be: what goes beyond is cut behind the last whole block.</summary>
internal static class BodyLimit
{
    /// <summary>Bytes of a text in UTF-8.</summary>
    public const int Bytes = 1024 * 1024;

    /// <summary>The text and its blocks as they are, or as much of them as may be kept.</summary>
    public static (string Text, IReadOnlyList<Block> Blocks) Cut(string text, IReadOnlyList<Block> blocks)
    {
        if (text.Length <= Bytes / 3 || Encoding.UTF8.GetByteCount(text) <= Bytes)
        {
            return (text, blocks);
        }

        var (most, bytes) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > Bytes)
            {
                break;
            }

            most += rune.Utf16SequenceLength;
        }

        var kept = blocks.TakeWhile(block => block.End <= most).ToList();
        if (kept.Count == 0 && blocks.Count > 0 && blocks[0].Start < most)
        {
            // One block that is too long alone is cut within.
            kept.Add(blocks[0] with { Length = most - blocks[0].Start });
        }

        return (text[..(kept.Count > 0 ? kept[^1].End : 0)], kept);
    }
}
