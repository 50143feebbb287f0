using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>
/// Builds elements from the starts, texts and ends that a parser sees, and hands every entry over as soon as it is whole,
/// so that only one entry's elements are in memory at a time.
/// </summary>
/// <param name="url">Address of the feed.</param>
/// <param name="formatOf">The format for a root of that name; null where it is the root of no feed.</param>
/// <param name="clock">Measures how long the work takes; the system's clock where null.</param>
internal sealed class FeedTreeBuilder(Uri? url, Func<string, XmlFeedFormat?> formatOf, TimeProvider? clock = null)
{
    // The feed's own elements, root and channel, live as long as the feed is read and are asked for every entry.
    private const int HeadDepth = 2;
    private const int HeadNodes = 500;

    private readonly List<FeedElement> _open = [];
    private readonly Dictionary<WrittenName, string> _names = [];
    private readonly WorkDeadline _deadline = new(clock);
    private string? _rootNamespace;
    private string _rootPrefix = "";
    private int _tooDeep;
    private int _attributes;

    /// <summary>The outermost element; null before it started.</summary>
    public FeedElement? Root { get; private set; }

    /// <summary>The format that the root tells; null where it is the root of no feed.</summary>
    public XmlFeedFormat? Format { get; private set; }

    /// <summary>Whether the outermost element has ended.</summary>
    public bool IsComplete => Root is not null && _open.Count == 0;

    /// <summary>How many elements are open.</summary>
    public int Depth => _open.Count + _tooDeep;

    /// <summary>Entries that are whole.</summary>
    public List<FeedItem> Items { get; } = [];

    /// <summary>Entries passed over.</summary>
    public int Skipped { get; private set; }

    /// <summary>An element starts.</summary>
    /// <param name="namespaceUrl">Its namespace; null where its prefix was not declared.</param>
    /// <param name="prefix">Its prefix, or empty.</param>
    /// <param name="localName">Its name without prefix.</param>
    public void Start(string? namespaceUrl, string prefix, string localName)
    {
        if (_tooDeep > 0 || _open.Count >= FeedLimits.XmlDepth)
        {
            _tooDeep++;
            return;
        }

        var parent = _open.Count > 0 ? _open[^1] : null;
        if (parent is null)
        {
            (_rootNamespace, _rootPrefix) = (namespaceUrl, prefix);
        }

        var element = new FeedElement(NameOf(namespaceUrl, prefix, localName), localName, parent?.BaseUrl ?? url)
        {
            HasOwnBase = parent?.HasOwnBase ?? false,
        };
        if (parent is null)
        {
            Root = element;
            Format = formatOf(element.Name);
        }
        else
        {
            parent.Add(element);
        }

        _open.Add(element);
    }

    /// <summary>An attribute of the element that started last.</summary>
    public void Attribute(string? namespaceUrl, string prefix, string localName, string value)
    {
        if (_tooDeep > 0 || _attributes >= FeedLimits.AttributesOfDocument || value.Length > FeedLimits.AttributeCharacters)
        {
            return;
        }

        _attributes++;
        var element = _open[^1];
        // Attributes without prefix belong to their element, not to the default namespace.
        var name = prefix.Length == 0 ? localName.ToLowerInvariant() : NameOf(namespaceUrl, prefix, localName);
        if (name == "xml:base")
        {
            if (FeedAddress.Base(element.BaseUrl, value) is { } baseUrl)
            {
                element.BaseUrl = baseUrl;
                element.HasOwnBase = true;
            }
        }
        else
        {
            element.Add(new FeedAttribute(name, value));
        }
    }

    /// <summary>Text of the innermost open element, entities resolved.</summary>
    public void Text(string text)
    {
        if (_tooDeep == 0 && _open.Count > 0 && !(_open.Count <= HeadDepth && string.IsNullOrWhiteSpace(text)))
        {
            _open[^1].Add(text);
        }
    }

    /// <summary>The innermost open element ends.</summary>
    public void End()
    {
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        var element = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (Format is not null && Format.IsItem(element, _open))
        {
            _open[^1].Detach(element);
            Take(element);
        }
        else if (Format is not null && _open.Count is > 0 and <= HeadDepth && _open[^1].Nodes.Count > HeadNodes)
        {
            _open[^1].Detach(element);
        }
    }

    /// <summary>The input ended in the middle: entries that are still open are passed over.</summary>
    public void CutOff()
    {
        while (_open.Count > 0)
        {
            var element = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            if (Format is not null && Format.IsItem(element, _open))
            {
                _open[^1].Detach(element);
                Skipped++;
            }
        }
    }

    /// <summary>How many open elements lie outside the nearest one of that name, or -1 where none is open.</summary>
    public int IndexOfOpen(string name) => _open.FindLastIndex(element => element.Name == name);

    /// <summary>Name of the innermost open element, or null.</summary>
    public string? Innermost => _open.Count > 0 ? _open[^1].Name : null;

    /// <summary>The one spelling of an element's name in this document.</summary>
    public string NameOf(string? namespaceUrl, string prefix, string localName)
    {
        var written = new WrittenName(namespaceUrl, prefix, localName);
        if (!_names.TryGetValue(written, out var name))
        {
            var vocabulary = FeedVocabulary.PrefixOf(namespaceUrl, prefix);
            // Whatever the root's namespace is, it is the format's own; feeds have used dozens of addresses for it.
            if (namespaceUrl == _rootNamespace && (namespaceUrl is not null || prefix == _rootPrefix) && vocabulary is FeedVocabulary.Foreign or "atom")
            {
                vocabulary = "";
            }

            name = FeedVocabulary.NameOf(vocabulary, localName);
            if (_names.Count < 1_000)
            {
                _names.Add(written, name);
            }
        }

        return name;
    }

    private void Take(FeedElement element)
    {
        _deadline.Check();
        if (Items.Count >= Format!.MaxItems)
        {
            Skipped++;
            return;
        }

        Items.Add(Format.Item(element, Root!));
    }

    /// <summary>A name as the document writes it.</summary>
    private sealed record WrittenName(string? Namespace, string Prefix, string LocalName);
}
