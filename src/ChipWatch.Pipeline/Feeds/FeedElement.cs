using System.Net;
using System.Text;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>An attribute under the name that <see cref="FeedVocabulary"/> gives it.</summary>
internal sealed record FeedAttribute(string Name, string Value);

/// <summary>A piece of an element's content: text, or an element.</summary>
internal sealed record FeedNode(string? Text, FeedElement? Element);

/// <summary>An element of an XML feed.</summary>
/// <param name="name">Its name as <see cref="FeedVocabulary"/> gives it: `title`, `dc:date`, `?:x` for what no reader asks for.</param>
/// <param name="localName">Its own name without prefix, as written.</param>
/// <param name="baseUrl">The address against which its relative addresses are read.</param>
internal sealed class FeedElement(string name, string localName, Uri? baseUrl)
{
    private static readonly HashSet<string> VoidElements =
        new(StringComparer.OrdinalIgnoreCase) { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr" };

    private List<FeedNode>? _nodes;
    private List<FeedAttribute>? _attributes;

    public string Name { get; } = name;

    public string LocalName { get; } = localName;

    public Uri? BaseUrl { get; set; } = baseUrl;

    /// <summary>Whether xml:base, on this element or around it, says what <see cref="BaseUrl"/> is.</summary>
    public bool HasOwnBase { get; set; }

    /// <summary>Whether any of the content is an element.</summary>
    public bool HasElements { get; private set; }

    public IReadOnlyList<FeedNode> Nodes => _nodes ?? (IReadOnlyList<FeedNode>)[];

    public void Add(string text)
    {
        if (text.Length > 0)
        {
            (_nodes ??= new(1)).Add(new(text, null));
        }
    }

    public void Add(FeedElement element)
    {
        HasElements = true;
        (_nodes ??= new(1)).Add(new(null, element));
    }

    public void Add(FeedAttribute attribute) => (_attributes ??= new(2)).Add(attribute);

    /// <summary>Takes <paramref name="last"/>, the element added last, out again.</summary>
    public void Detach(FeedElement last)
    {
        if (_nodes is [.., { Element: { } element }] && ReferenceEquals(element, last))
        {
            _nodes.RemoveAt(_nodes.Count - 1);
        }
    }

    /// <summary>The attribute's value, or null.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (var (name, value) in _attributes ?? [])
            {
                if (name == attribute)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The first child of that name.</summary>
    public FeedElement? Child(string name)
    {
        foreach (var node in _nodes ?? [])
        {
            if (node.Element is { } element && element.Name == name)
            {
                return element;
            }
        }

        return null;
    }

    /// <summary>All children of that name in order.</summary>
    public IEnumerable<FeedElement> Children(string name)
    {
        foreach (var node in _nodes ?? [])
        {
            if (node.Element is { } element && element.Name == name)
            {
                yield return element;
            }
        }
    }

    /// <summary>All text within, markup left out.</summary>
    public string Text()
    {
        if (!HasElements)
        {
            return _nodes switch
            {
                null => "",
                [{ Text: { } only }] => only,
                _ => string.Concat(_nodes.Select(node => node.Text)),
            };
        }

        var text = new StringBuilder();
        Walk(this, node => text.Append(node), _ => { }, _ => { });
        return text.ToString();
    }

    /// <summary>The content as HTML. Elements that HTML does not know lose their tags.</summary>
    /// <param name="isTextMarkup">Whether the text within is itself markup that was escaped, as RSS descriptions are.</param>
    public string InnerHtml(bool isTextMarkup)
    {
        if (!HasElements)
        {
            return isTextMarkup ? Text() : WebUtility.HtmlEncode(Text());
        }

        var html = new StringBuilder();
        Walk(
            this,
            text => html.Append(isTextMarkup ? text : WebUtility.HtmlEncode(text)),
            element =>
            {
                if (PlainText.IsElement(element.LocalName))
                {
                    WriteStart(html, element);
                }
            },
            element =>
            {
                if (PlainText.IsElement(element.LocalName) && !VoidElements.Contains(element.LocalName))
                {
                    html.Append("</").Append(element.LocalName).Append('>');
                }
            });
        return html.ToString();
    }

    private static void WriteStart(StringBuilder html, FeedElement element)
    {
        html.Append('<').Append(element.LocalName);
        foreach (var (name, value) in element._attributes ?? [])
        {
            if (!name.Contains(':', StringComparison.Ordinal))
            {
                html.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
            }
        }

        html.Append('>');
    }

    private static void Walk(FeedElement root, Action<string> text, Action<FeedElement> start, Action<FeedElement> end)
    {
        // A loop with its own stack: the depth is a stranger's choice.
        var open = new Stack<Position>();
        open.Push(new(root));
        while (open.TryPeek(out var at))
        {
            if (at.Next >= at.Element.Nodes.Count)
            {
                open.Pop();
                if (open.Count > 0)
                {
                    end(at.Element);
                }

                continue;
            }

            var node = at.Element.Nodes[at.Next++];
            if (node.Element is { } child)
            {
                start(child);
                open.Push(new(child));
            }
            else
            {
                text(node.Text!);
            }
        }
    }

    /// <summary>How far an element has been walked.</summary>
    private sealed class Position(FeedElement element)
    {
        public FeedElement Element { get; } = element;

        public int Next { get; set; }
    }
}
