using AngleSharp.Dom;
using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Pipeline.Listings;

/// <summary>Which part of a page belongs to which of its entries: the largest that leads to that one alone.</summary>
internal sealed class ListingEntries
{
    private const string Several = "";

    // The one entry that an element leads to, or several.
    private readonly Dictionary<IElement, string> _leadsTo = [];

    /// <param name="entries">An element of each entry with its address; an entry may have several.</param>
    public ListingEntries(IReadOnlyList<(IElement Element, string Url)> entries)
    {
        foreach (var (start, url) in entries)
        {
            for (var element = start; element is not null; element = element.ParentElement)
            {
                if (_leadsTo.TryGetValue(element, out var known))
                {
                    if (known == Several || known == url)
                    {
                        if (known == Several)
                        {
                            break;
                        }

                        continue;
                    }

                    _leadsTo[element] = Several;
                }
                else
                {
                    _leadsTo[element] = url;
                }
            }
        }
    }

    /// <summary>The largest element around <paramref name="element"/> that leads to no other entry; never the body.</summary>
    public IElement Around(IElement element, string url)
    {
        while (element.ParentElement is { LocalName: not "body" and not "main" and not "html" } parent && _leadsTo.GetValueOrDefault(parent, url) == url)
        {
            element = parent;
        }

        return element;
    }

    /// <summary>An entry as the feeds give theirs; its address is its id.</summary>
    public static FeedItem Item(string url, string title, DateTimeOffset? published, string? summary) =>
        new(FeedText.Id(null, url, title, summary), url, title, published, null, summary, null, []);
}
