using System.Buffers;
using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pipeline.Text;

/// <summary>Finds blocks in plain text and gives every block its role, by structure, headings and phrasing.</summary>
public static class BlockRoles
{
    private const int LongestHeading = 110;
    private const int MostHeadingWords = 16;
    private const int LongestFurniture = 220;
    private const int LongestPoint = 180;
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”„«»「");
    private static readonly SearchValues<char> ListMarks = SearchValues.Create("-*•–·▪◦‣●○■□◆");

    /// <summary>The blocks of a plain text whose paragraphs are parted by blank lines, with their roles.</summary>
    /// <param name="text">The body of an article.</param>
    /// <param name="language">BCP 47 language of the text, or null.</param>
    /// <returns>Blocks in order; empty for an empty text.</returns>
    public static IReadOnlyList<Block> Find(string text, string? language)
    {
        var lines = TextLines.Of(text);
        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, end, last) = (lines[i].Start, lines[i].End, i);
            var item = IsListItem(text.AsSpan(start, end - start));
            // Lines without a blank one between them are one paragraph, unless they are items of a list.
            while (last + 1 < lines.Count && !lines[last + 1].AfterBlank && !IsListItem(text.AsSpan(lines[last + 1].Start, lines[last + 1].End - lines[last + 1].Start)))
            {
                end = lines[++last].End;
            }

            i = last;
            var words = text.AsSpan(start, end - start);
            var kind = item ? BlockKind.ListItem
                : i + 1 < lines.Count && LooksLikeHeading(words) ? BlockKind.Heading
                : BlockKind.Paragraph;
            blocks.Add(new Block(BlockRole.Fact, kind, start, end - start, kind == BlockKind.Heading ? null : BlockLanguage.Differs(null, text[start..end], language)));
        }

        return Assign(text, blocks, language);
    }

    /// <summary>The same blocks with the roles that headings and phrasing give them. Kinds, starts and lengths stay.</summary>
    public static IReadOnlyList<Block> Assign(string text, IReadOnlyList<Block> blocks, string? language)
    {
        var assigned = new Block[blocks.Count];
        BlockRole? section = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var words = text.AsSpan(block.Start, block.Length);
            if (block.Kind == BlockKind.Heading)
            {
                // A question as heading below a FAQ is one of its questions.
                section = SectionOf(words) ?? (section == BlockRole.Faq && words.EndsWith("?") ? section : null);
                assigned[i] = block with { Role = BlockRole.Heading };
                continue;
            }

            var role = RoleOf(block, words, section, isLast: i == blocks.Count - 1);
            if (section == BlockRole.Faq && role == BlockRole.Faq && IsPointAfterAnswers(text, blocks, i))
            {
                // Question and answer stood in one paragraph each; short points behind them sum the article up.
                (role, section) = (BlockRole.Takeaway, BlockRole.Takeaway);
            }

            if (role is BlockRole.Keywords or BlockRole.Boilerplate)
            {
                // Search words and furniture close what stood before them.
                section = role == BlockRole.Keywords && section == BlockRole.Keywords ? section : null;
            }

            assigned[i] = block.Role is BlockRole.Fact or BlockRole.Heading ? block with { Role = role } : block;
        }

        return assigned;
    }

    private static bool IsPointAfterAnswers(string text, IReadOnlyList<Block> blocks, int at)
    {
        var words = text.AsSpan(blocks[at].Start, blocks[at].Length);
        if (at == 0 || words.Length > LongestPoint || words.IndexOfAny('?', '？') >= 0 || blocks[at - 1].Kind == BlockKind.Heading)
        {
            return false;
        }

        var before = text.AsSpan(blocks[at - 1].Start, blocks[at - 1].Length);
        return BeginsWithQuestion(before) && before[^1] is not ('?' or '？');
    }

    private static BlockRole RoleOf(Block block, ReadOnlySpan<char> words, BlockRole? section, bool isLast) => block.Kind switch
    {
        BlockKind.Quote => BlockRole.Quote,
        BlockKind.Caption => BlockRole.Caption,
        _ when IsKeywords(words, isLast, section) => BlockRole.Keywords,
        _ when words.Length <= LongestFurniture && Begins(words, BlockRolePhrases.BoilerplateOpeners) => BlockRole.Boilerplate,
        _ when words.Length <= LongestFurniture && Begins(words, BlockRolePhrases.CaptionOpeners) => BlockRole.Caption,
        _ when Label(words) is { } label => label,
        // A short line in another language than the article is what stands under a picture.
        _ when block.Language is not null && words.Length <= LongestFurniture && !words.ContainsAny(QuotationMarks) => BlockRole.Caption,
        _ when section is BlockRole.Example or BlockRole.Analogy => section.Value,
        _ when Begins(words, BlockRolePhrases.ExampleOpeners) || Invents(words) => BlockRole.Example,
        _ when Begins(words, BlockRolePhrases.AnalogyOpeners) => BlockRole.Analogy,
        _ when section == BlockRole.Faq => BeginsWithQuestion(words) || block.Kind != BlockKind.ListItem ? BlockRole.Faq : BlockRole.Takeaway,
        _ when section == BlockRole.Takeaway => BlockRole.Takeaway,
        _ when BeginsWithQuestion(words) && words.IndexOfAny('?', '？') < words.Length - 1 => BlockRole.Faq,
        _ => BlockRole.Fact,
    };

    /// <summary>A short line without closing punctuation, or a short question alone.</summary>
    internal static bool LooksLikeHeading(ReadOnlySpan<char> words)
    {
        if (words.Length is 0 or > LongestHeading || words.Contains('\n'))
        {
            return false;
        }

        var last = words[^1];
        if (last is '.' or '。' or '!' or '！' or ';' or ',' or '…' or '"' or '”' or '»' or '」' or '，' or '、' || ListItems(words) >= 4)
        {
            return false;
        }

        var cjk = words.IndexOfAnyInRange('\u3040', '\uD7AF') >= 0;
        return cjk ? words.Length <= 45 : words.Count(' ') < MostHeadingWords;
    }

    private static BlockRole? SectionOf(ReadOnlySpan<char> heading)
    {
        foreach (var (role, phrases) in BlockRolePhrases.Headings)
        {
            foreach (var phrase in phrases)
            {
                var at = heading.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
                if (at >= 0 && StandsAlone(heading, at, phrase.Length) && heading.Length <= phrase.Length + 40)
                {
                    return role;
                }
            }
        }

        return null;
    }

    /// <summary>"In plain language: …", "Keywords: …": a heading that runs into its paragraph.</summary>
    private static BlockRole? Label(ReadOnlySpan<char> words)
    {
        var colon = words[..Math.Min(words.Length, 48)].IndexOfAny(':', '：');
        return colon <= 0 ? null : SectionOf(words[..colon]);
    }

    private static bool StandsAlone(ReadOnlySpan<char> words, int at, int length) =>
        (at == 0 || !char.IsAsciiLetterOrDigit(words[at - 1]) || !char.IsAsciiLetter(words[at]))
        && (at + length == words.Length || !char.IsAsciiLetter(words[at + length]) || !char.IsAsciiLetter(words[at + length - 1]));

    private static bool Begins(ReadOnlySpan<char> words, string[] openers)
    {
        var body = words.TrimStart("-*•–·▪◦‣●○■□◆\"'“„«「 ");
        foreach (var opener in openers)
        {
            if (body.StartsWith(opener, StringComparison.OrdinalIgnoreCase)
                && (body.Length == opener.Length || !char.IsAsciiLetter(body[opener.Length]) || !char.IsAsciiLetter(opener[^1])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Invents(ReadOnlySpan<char> words)
    {
        var end = words.IndexOfAny('.', '。');
        var first = end < 0 ? words : words[..end];
        foreach (var word in BlockRolePhrases.InventedWords)
        {
            if (first[..Math.Min(first.Length, 60)].Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A comma list of names, without a sentence: labelled so, below such a heading, or hashtags, or the last block.</summary>
    private static bool IsKeywords(ReadOnlySpan<char> words, bool isLast, BlockRole? section)
    {
        if (Label(words) == BlockRole.Keywords || section == BlockRole.Keywords || words.Count('#') >= 3)
        {
            return true;
        }

        return words.Length > 0 && words[^1] is not ('.' or '。' or '!' or '?' or '！' or '？' or ':')
            && ListItems(words) is var items && items >= (isLast ? 3 : 5);
    }

    /// <summary>How many items a list of short names has; 0 where an item is too long to be one.</summary>
    private static int ListItems(ReadOnlySpan<char> words)
    {
        var items = 0;
        foreach (var range in words.SplitAny(",;|、，；・·•"))
        {
            var item = words[range].Trim();
            if (item.Length is 0 or > 40 || item.Count(' ') > 4)
            {
                return 0;
            }

            items++;
        }

        return items;
    }

    private static bool BeginsWithQuestion(ReadOnlySpan<char> words)
    {
        var mark = words.IndexOfAny('?', '？');
        var stop = words.IndexOfAny('.', '。', '!');
        return mark > 0 && mark < 160 && (stop < 0 || mark < stop);
    }

    private static bool IsListItem(ReadOnlySpan<char> line) =>
        line.Length > 2 && ListMarks.Contains(line[0]) && line[1] == ' ';
}
