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

    private readonly StringBuilder current = new();
    private readonly List<Line> lines = [];
    private IElement? owner;
    private readonly List<(string Address, int Start, int End)> anchors = [];
    private readonly Dictionary<IElement, bool> layouts = [];
    private int linked;
    private int anchorAt = -1;

    /// <summary>Reads the parts in order.</summary>
    /// <param name="parts">Elements of the article, none within another.</param>
    /// <param name="title">The headline, which is no part of the text.</param>
    /// <param name="language">Language of the article.</param>
    public static (string Text, IReadOnlyList<Block> Blocks, IReadOnlyList<BodyLink> Links) Read(IReadOnlyList<IElement> parts, string title, string? language)
    {
        var reader = new BlockReader();
        foreach (var part in parts)
        {
            reader.Walk(part);
            reader.Flush();
        }

        var text = new StringBuilder();
        var blocks = new List<Block>();
        var links = new List<BodyLink>();
        foreach (var line in new LineFilter(title, language).Article(reader.lines))
        {
            text.Append(text.Length > 0 ? "\n\n" : "");
            blocks.Add(new Block(RoleOf(line.Kind), line.Kind, text.Length, line.Text.Length, BlockLanguage.Differs(line.Owner, line.Text, language)));
            links.AddRange(line.Links.Where(link => link.Start + link.Length <= line.Text.Length).Select(link => new BodyLink(link.Address, text.Length + link.Start, link.Length)));
            text.Append(line.Text);
        }

        return (text.ToString(), blocks, links);
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
            linked += words.ParentElement?.Closest("a") is null ? 0 : NodeText.Letters(words.Data);
        }
        else if (node is IElement element)
        {
            if (element.LocalName is "br")
            {
                if (element.NextElementSibling?.LocalName is "br" && (element.NextSibling is not IText between || string.IsNullOrWhiteSpace(between.Data)))
                {
                    // Two line breaks part paragraphs.
                    Flush();
                }
                else
                {
                    current.Append('\n');
                }
            }
            else if (element.LocalName is "td" or "th")
            {
                current.Append('\t');
            }
            else if (element.LocalName is "a")
            {
                anchorAt = current.Length;
            }
            else if (Blocks.Contains(element.LocalName))
            {
                Flush();
            }
        }
    }

    private void Leave(INode? node)
    {
        if (node is IElement { LocalName: "a" } anchor)
        {
            if (anchorAt >= 0 && anchor.GetAttribute("href") is { Length: > 0 } address)
            {
                anchors.Add((address, anchorAt, current.Length));
            }

            anchorAt = -1;
        }
        else if (node is IElement element && Blocks.Contains(element.LocalName))
        {
            Flush();
        }
    }

    private void Flush()
    {
        var (words, element, links) = (current.ToString(), owner, linked);
        current.Clear();
        (owner, linked, anchorAt) = (null, 0, -1);
        Add(words, element, links);
        anchors.Clear();
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
        if (line.Length > 0)
        {
            lines.Add(new Line(line, kind, element, links) { Links = kind is BlockKind.Code or BlockKind.Row ? [] : LinksIn(words, line) });
        }
    }

    /// <summary>Where the anchors' words stand once white space is squeezed.</summary>
    private List<(string Address, int Start, int Length)> LinksIn(string words, string line)
    {
        var links = new List<(string Address, int Start, int Length)>();
        foreach (var (address, from, to) in anchors)
        {
            var text = NodeText.Squeeze(words[from..to]);
            var before = NodeText.Squeeze(words[..from]);
            var start = before.Length + (before.Length > 0 && before.Length < line.Length && line[before.Length] == ' ' ? 1 : 0);
            if (text.Length > 0 && string.CompareOrdinal(line, start, text, 0, text.Length) == 0)
            {
                links.Add((address, start, text.Length));
            }
        }

        return links;
    }

    private BlockKind KindOf(IElement? element) => element?.Closest("h1,h2,h3,h4,h5,h6,li,figcaption,caption,pre,blockquote,td,th")?.LocalName switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
        "li" => BlockKind.ListItem,
        "figcaption" or "caption" => BlockKind.Caption,
        "pre" => BlockKind.Code,
        "blockquote" => BlockKind.Quote,
        "td" or "th" => IsLayout(element.Closest("td,th")!) ? BlockKind.Paragraph : BlockKind.Row,
        _ => BlockKind.Paragraph,
    };

    /// <summary>Old pages lay themselves out with a table: a cell that says so, or that holds headings, tables or paragraphs in a row, is no row of figures.</summary>
    private bool IsLayout(IElement cell)
    {
        if (!layouts.TryGetValue(cell, out var isLayout))
        {
            layouts[cell] = isLayout = cell.Closest("table")?.GetAttribute("role") is "presentation" or "none" || cell.QuerySelector("h1,h2,h3,table,p + p") is not null;
        }

        return isLayout;
    }

    private static BlockRole RoleOf(BlockKind kind) => kind switch
    {
        BlockKind.Heading => BlockRole.Heading,
        BlockKind.Caption => BlockRole.Caption,
        BlockKind.Quote => BlockRole.Quote,
        _ => BlockRole.Fact,
    };
}
