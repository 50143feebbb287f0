namespace ChipWatch.Pipeline.Feeds;

/// <summary>What an XML format means by its elements.</summary>
internal abstract class XmlFeedFormat
{
    /// <summary>The format, as far as the root's name tells.</summary>
    public abstract FeedKind Kind { get; }

    /// <summary>Name of the element that is an entry.</summary>
    public abstract string ItemName { get; }

    /// <summary>Entries read of one document.</summary>
    public virtual int MaxItems => FeedLimits.Items;

    /// <summary>Whether an element that ended is an entry.</summary>
    /// <param name="element">The element.</param>
    /// <param name="around">The elements that are open around it, outermost first.</param>
    public abstract bool IsItem(FeedElement element, IReadOnlyList<FeedElement> around);

    /// <summary>The entry.</summary>
    /// <param name="item">Its element.</param>
    /// <param name="root">The feed's outermost element with all that came before the entry, without other entries.</param>
    public abstract FeedItem Item(FeedElement item, FeedElement root);

    /// <summary>The feed, from all but its entries.</summary>
    public abstract Feed Feed(FeedElement root, IReadOnlyList<FeedItem> items);

    /// <summary>The format of a feed whose outermost element has that name; null where none has.</summary>
    public static XmlFeedFormat? OfRoot(string name) => name switch
    {
        "rss" or "channel" => new RssReader(FeedKind.Rss),
        "rdf:rdf" or "rdf" => new RssReader(FeedKind.Rdf),
        "feed" => new AtomReader(),
        _ => null,
    };

    /// <summary>The date in the first of those children that hold one that can be read. Of several of one name the last holds: writers append what is newer.</summary>
    protected static DateTimeOffset? FirstDate(FeedElement item, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            DateTimeOffset? found = null;
            foreach (var date in item.Children(name))
            {
                found = FeedDate.Parse(date.Text()) ?? found;
            }

            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
