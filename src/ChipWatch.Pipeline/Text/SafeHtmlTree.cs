using AngleSharp.Dom;

namespace ChipWatch.Pipeline.Text;

/// <summary>
/// Which elements of foreign HTML stay: a list of tags. Others lose the tag and keep what is in them, some go with all that is in them.
/// Works on the parsed tree before the sanitizer sees it, in time that grows with the tree and not with its square.
/// </summary>
internal static class SafeHtmlTree
{
    /// <summary>The tags that stay.</summary>
    public static readonly IReadOnlySet<string> Tags = Set(
        "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins "
        + "kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr");

    // Their content is no text of the article: code, fallbacks, controls.
    private static readonly HashSet<string> DroppedWhole = Set(
        "script style template noscript iframe object embed applet input button select option optgroup datalist textarea progress meter output title xmp "
        + "plaintext noembed noframes frame frameset link meta base audio video track source param map area canvas portal fencedframe");

    // Blocks that are not on the list: where text stands in them bare, it must not run into that of their neighbours.
    private static readonly HashSet<string> OtherBlocks = Set("address article aside center dialog dir footer header hgroup listing main menu nav search section");

    private static readonly HashSet<string> Blocks = new(
        OtherBlocks.Concat("blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre table ul".Split(' ')), StringComparer.OrdinalIgnoreCase);

    // What in SVG and MathML is no text for readers.
    private static readonly HashSet<string> ForeignSilent = Set(
        "script style title desc metadata annotation annotation-xml iframe noembed noframes noscript xmp plaintext object template textarea");

    /// <summary>Leaves only allowed elements of HTML below <paramref name="body"/>.</summary>
    public static void Reduce(IElement body)
    {
        var parents = new Stack<IElement>();
        parents.Push(body);
        while (parents.TryPop(out var parent))
        {
            if (parent.Children.Any(child => !Stays(child)))
            {
                Rebuild(parent);
            }

            foreach (var child in parent.Children)
            {
                parents.Push(child);
            }
        }
    }

    private static void Rebuild(IElement parent)
    {
        var kept = new List<INode>();
        var waiting = new Stack<INode>(parent.ChildNodes.Reverse());
        while (waiting.TryPop(out var node))
        {
            if (node is not IElement element || Stays(element))
            {
                kept.Add(node);
            }
            else if (element.NamespaceUri != NamespaceNames.HtmlUri)
            {
                // Foreign content changes how what is in it is parsed; only its text is sure to stay what it is.
                kept.Add(parent.Owner!.CreateTextNode(ForeignText(element)));
            }
            else if (OtherBlocks.Contains(element.LocalName) && HoldsBareText(element))
            {
                kept.Add(AsBlock(element));
            }
            else if (!DroppedWhole.Contains(element.LocalName))
            {
                for (var i = element.ChildNodes.Length - 1; i >= 0; i--)
                {
                    waiting.Push(element.ChildNodes[i]);
                }

                element.TextContent = "";
            }
        }

        parent.TextContent = "";
        foreach (var node in kept)
        {
            parent.AppendChild(node);
        }
    }

    private static bool HoldsBareText(IElement element) =>
        element.ChildNodes.Any(child => child is IText text ? !string.IsNullOrWhiteSpace(text.Data) : child is IElement inner && !Blocks.Contains(inner.LocalName));

    private static IElement AsBlock(IElement element)
    {
        var block = element.Owner!.CreateElement("div");
        foreach (var child in element.ChildNodes.ToList())
        {
            block.AppendChild(child);
        }

        return block;
    }

    private static bool Stays(IElement element) => element.NamespaceUri == NamespaceNames.HtmlUri && Tags.Contains(element.LocalName);

    private static string ForeignText(IElement foreign) =>
        string.Concat(foreign.Descendants<IText>().Where(text => text.ParentElement is { } parent && !ForeignSilent.Contains(parent.LocalName)).Select(text => text.Data));

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.OrdinalIgnoreCase);
}
