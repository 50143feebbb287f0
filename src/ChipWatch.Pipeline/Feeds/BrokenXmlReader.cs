namespace ChipWatch.Pipeline.Feeds;

/// <summary>
/// Reads XML that is not well-formed into a <see cref="FeedTreeBuilder"/>: bare ampersands, HTML's entities, characters that XML forbids,
/// undeclared prefixes, unquoted attributes, tags that never end or were never opened, CDATA without end, a document cut off.
/// It gives of well-formed XML what <see cref="FeedXmlReader"/> gives of it.
/// </summary>
internal sealed class BrokenXmlReader(string text, int root, FeedTreeBuilder builder)
{
    private const string CDataStart = "<![CDATA[";

    // Elements of HTML that have no end tag; `link` is left out, for in feeds it has one.
    private static readonly HashSet<string> EndlessElements = new(StringComparer.OrdinalIgnoreCase) { "br", "hr", "img", "wbr", "input" };

    // Elements that hold text alone: the start of one ends another that was left open.
    private static readonly HashSet<string> Leaves =
        ["title", "link", "pubdate", "guid", "author", "dc:date", "dc:creator", "published", "updated", "id"];

    private readonly List<(string Prefix, string Url, int Depth)> _namespaces = [];
    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _openByName = new(StringComparer.OrdinalIgnoreCase);
    private int _at = root;

    /// <summary>Reads all there is.</summary>
    public void Read()
    {
        while (_at < text.Length && !builder.IsComplete)
        {
            var tag = text.IndexOf('<', _at);
            if (tag < 0)
            {
                break;
            }

            if (tag > _at)
            {
                builder.Text(BrokenXmlText.Decode(text.AsSpan(_at, tag - _at)));
            }

            _at = tag;
            Markup();
        }

        builder.CutOff();
    }

    private void Markup()
    {
        var rest = text.AsSpan(_at);
        if (rest.StartsWith(CDataStart, StringComparison.OrdinalIgnoreCase))
        {
            CData();
        }
        else if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = text.IndexOf("-->", _at + 4, StringComparison.Ordinal);
            _at = end >= 0 ? end + 3 : After('>');
        }
        else if (rest.Length > 1 && rest[1] is '!' or '?')
        {
            _at = After('>');
        }
        else if (rest.Length > 2 && rest[1] == '/' && BrokenXmlTag.IsNameStart(rest[2]))
        {
            EndTag();
        }
        else if (rest.Length > 1 && BrokenXmlTag.IsNameStart(rest[1]))
        {
            StartTag();
        }
        else
        {
            builder.Text("<");
            _at++;
        }
    }

    private void CData()
    {
        var start = _at + CDataStart.Length;
        var end = text.IndexOf("]]>", start, StringComparison.Ordinal);
        var next = text.IndexOf(CDataStart, start, StringComparison.OrdinalIgnoreCase);
        if (end < 0 || (next >= 0 && next < end && EndOfInnermost(start, next) >= 0))
        {
            // Nobody closed it: it reaches to the end of the element that it is in.
            var close = EndOfInnermost(start, next < 0 ? text.Length : next);
            end = close < 0 ? text.Length : close;
            builder.Text(BrokenXmlText.Clean(text.AsSpan(start, end - start)));
            _at = end;
            return;
        }

        builder.Text(BrokenXmlText.Clean(text.AsSpan(start, end - start)));
        _at = end + 3;
    }

    private int EndOfInnermost(int start, int limit) =>
        _open.Count == 0 ? -1 : text.IndexOf($"</{_open[^1]}", start, Math.Max(0, limit - start), StringComparison.OrdinalIgnoreCase);

    private void EndTag()
    {
        var name = BrokenXmlTag.NameAt(text, _at + 2);
        _at = After('>');
        if (_openByName.GetValueOrDefault(name) > 0)
        {
            CloseTo(_open.FindLastIndex(open => open.Equals(name, StringComparison.OrdinalIgnoreCase)));
        }
    }

    private void StartTag()
    {
        if (BrokenXmlTag.Read(text, _at + 1) is not { } tag)
        {
            // Cut off within the tag.
            _at = text.Length;
            return;
        }

        _at = tag.End;
        foreach (var (attribute, value) in tag.Attributes)
        {
            if (attribute == "xmlns" || attribute.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                _namespaces.Add((attribute.Length > 6 ? attribute[6..] : "", value, _open.Count));
            }
        }

        var (prefix, local) = Split(tag.Name);
        var url = Namespace(prefix);
        if (_open.Count > 0)
        {
            // Not for the outermost element: what its namespace is decides what every name means.
            Imply(builder.NameOf(url, prefix, local));
        }

        builder.Start(url, prefix, local);
        _open.Add(tag.Name);
        _openByName[tag.Name] = _openByName.GetValueOrDefault(tag.Name) + 1;
        foreach (var (attribute, value) in tag.Attributes)
        {
            if (attribute != "xmlns" && !attribute.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                var (attributePrefix, attributeLocal) = Split(attribute);
                builder.Attribute(Namespace(attributePrefix), attributePrefix, attributeLocal, value);
            }
        }

        if (tag.IsEmpty || EndlessElements.Contains(tag.Name))
        {
            CloseTo(_open.Count - 1);
        }
    }

    /// <summary>Ends what a start tag of that name shows to have been left open.</summary>
    private void Imply(string name)
    {
        if (builder.Format is { } format && name == format.ItemName)
        {
            var item = builder.IndexOfOpen(name);
            if (item >= 0)
            {
                CloseTo(item);
            }
        }
        else if (builder.Innermost is { } innermost && Leaves.Contains(innermost) && Leaves.Contains(name))
        {
            CloseTo(_open.Count - 1);
        }
    }

    private void CloseTo(int index)
    {
        while (_open.Count > index)
        {
            _openByName[_open[^1]]--;
            _open.RemoveAt(_open.Count - 1);
            builder.End();
        }

        _namespaces.RemoveAll(declared => declared.Depth >= index);
    }

    private string? Namespace(string prefix)
    {
        for (var i = _namespaces.Count - 1; i >= 0; i--)
        {
            if (_namespaces[i].Prefix == prefix)
            {
                return _namespaces[i].Url;
            }
        }

        return prefix.Length == 0 ? "" : null;
    }

    private int After(char mark)
    {
        var found = text.IndexOf(mark, _at);
        return found < 0 ? text.Length : found + 1;
    }

    private static (string Prefix, string Local) Split(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 || colon == name.Length - 1 ? ("", name) : (name[..colon], name[(colon + 1)..]);
    }
}
