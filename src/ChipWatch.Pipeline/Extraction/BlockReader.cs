using System.Text;
using AngleSharp.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Writes the parts of an article as plain text, paragraphs parted by a blank line, with one block for each.</summary>
internal sealed class BlockReader
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "center",
    };

    private readonly StringBuilder text = new();
    private readonly StringBuilder current = new();
    private readonly List<Block> blocks = [];
    private readonly string title;
    private readonly string? language;
    private IElement? owner;
    private int linked;

    private BlockReader(string title, string? language) => (this.title, this.language) = (title, language);

    /// <summary>Reads the parts in order.</summary>
    /// <param name="parts">Elements of the article, none within another.</param>
    /// <param name="title">The headline, which is no part of the text.</param>
    /// <param name="language">Language of the article.</param>
    public static (string Text, IReadOnlyList<Block> Blocks) Read(IReadOnlyList<IElement> parts, string title, string? language)
    {
        var reader = new BlockReader(title, language);
        foreach (var part in parts)
        {
            reader.Walk(part);
            reader.Flush();
        }

        return (reader.text.ToString(), reader.blocks);
    }

    /// <summary>Document order without recursion: trees from outside may be deep enough to overflow the stack.</summary>
    private void Walk(IElement root)
    {
        INode? node = root;
        while (node is not null)
        {
            Enter(node);
            if (node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                Leave(node);
            }

            node = node is null || node == root ? null : node.NextSibling;
        }
    }

    private void Enter(INode node)
    {
        if (node is IText words)
        {
            owner ??= words.ParentElement;
            current.Append(words.Data);
            linked += words.ParentElement?.Closest("a") is null ? 0 : words.Data.Trim().Length;
        }
        else if (node is IElement element)
        {
            if (element.LocalName is "br")
            {
                current.Append(element.NextElementSibling?.LocalName is "br" && element.NextSibling is IElement ? "\n\n" : '\n');
            }
            else if (element.LocalName is "td" or "th")
            {
                current.Append('\t');
            }
            else if (Blocks.Contains(element.LocalName))
            {
                Flush();
            }
        }
    }

    private void Leave(INode? node)
    {
        if (node is IElement element && Blocks.Contains(element.LocalName))
        {
            Flush();
        }
    }

    private void Flush()
    {
        var (words, element, links) = (current.ToString(), owner, linked);
        current.Clear();
        (owner, linked) = (null, 0);
        foreach (var part in words.Split("\n\n"))
        {
            Add(part, element, links);
        }
    }

    private void Add(string words, IElement? element, int links)
    {
        var kind = KindOf(element);
        var line = kind switch
        {
            BlockKind.Code => words.Trim('\r', '\n'),
            BlockKind.Row => string.Join('\t', words.Split('\t').Select(NodeText.Squeeze).Where(cell => cell.Length > 0)),
            _ => NodeText.Squeeze(words),
        };
        if (line.Length == 0 || (kind == BlockKind.Heading && line.Equals(title, StringComparison.OrdinalIgnoreCase)) || IsLinkLine(kind, line, links))
        {
            return;
        }

        if (text.Length > 0)
        {
            text.Append("\n\n");
        }

        blocks.Add(new Block(RoleOf(kind), kind, text.Length, line.Length, OwnLanguage(element)));
        text.Append(line);
    }

    /// <summary>A short line that is nothing but links leads somewhere else; it says nothing itself.</summary>
    private static bool IsLinkLine(BlockKind kind, string line, int links) =>
        kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Heading && line.Length < 160 && links >= line.Replace(" ", "", StringComparison.Ordinal).Length * 0.85;

    private string? OwnLanguage(IElement? element)
    {
        var stated = element?.Closest("[lang]")?.GetAttribute("lang");
        return string.IsNullOrWhiteSpace(stated) || string.Equals(stated.Split('-')[0], language?.Split('-')[0], StringComparison.OrdinalIgnoreCase) ? null : stated;
    }

    private static BlockKind KindOf(IElement? element) => element?.Closest("h1,h2,h3,h4,h5,h6,li,figcaption,caption,pre,blockquote,td,th")?.LocalName switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
        "li" => BlockKind.ListItem,
        "figcaption" or "caption" => BlockKind.Caption,
        "pre" => BlockKind.Code,
        "blockquote" => BlockKind.Quote,
        "td" or "th" => BlockKind.Row,
        _ => BlockKind.Paragraph,
    };

    private static BlockRole RoleOf(BlockKind kind) => kind switch
    {
        BlockKind.Heading => BlockRole.Heading,
        BlockKind.Caption => BlockRole.Caption,
        BlockKind.Quote => BlockRole.Quote,
        _ => BlockRole.Fact,
    };
}
