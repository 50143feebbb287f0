using AngleSharp.Dom;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Listings;

/// <summary>Reads the index page of a site without a feed: by selectors, or by the structure that its entries repeat.</summary>
public static class ListingReader
{
    /// <summary>The entries of an index page, in the order of the page.</summary>
    /// <param name="rules">Selectors; null to find repeated entries.</param>
    /// <param name="body">The bytes, content coding removed.</param>
    /// <param name="contentType">The Content-Type header.</param>
    /// <param name="url">The page's final address.</param>
    /// <param name="clock">Measures how long the work takes; the system's clock where null.</param>
    /// <returns>The entries, dates null where the page shows none; or why there are none. Content never throws.</returns>
    public static FeedOutcome Read(ListingRules? rules, ReadOnlyMemory<byte> body, string? contentType, Uri url, TimeProvider? clock = null)
    {
        using var page = IndexPage.Read(body.Span, contentType, url, clock);
        return page is null ? new FeedOutcome.Unreadable("The page is too large to be read.", true) : Read(rules, page);
    }

    /// <summary>The entries of a parsed page.</summary>
    internal static FeedOutcome Read(ListingRules? rules, IndexPage page)
    {
        try
        {
            var entries = rules is null ? RepeatedLinks.Find(page) : Selected(rules, page);
            return entries.Count == 0
                ? new FeedOutcome.Unreadable(rules is null ? "The page has no repeated entries that could be watched." : "The selectors find no entry on the page.", true)
                : new FeedOutcome.Read(new Feed(FeedKind.Listing, page.Title, [.. entries.Take(FeedLimits.Items)])
                {
                    SiteUrl = page.Url.AbsoluteUri,
                    Language = page.Language,
                    Skipped = Math.Max(0, entries.Count - FeedLimits.Items),
                });
        }
        catch (WorkTooLongException)
        {
            return new FeedOutcome.Unreadable(WorkTooLongException.Say("page"), true);
        }
        catch (DomException)
        {
            return new FeedOutcome.Unreadable("A selector of this source is no CSS selector.", true);
        }
    }

    private static List<FeedItem> Selected(ListingRules rules, IndexPage page)
    {
        var entries = page.Document.QuerySelectorAll(rules.Item)
            .Select(item => (Item: item, Link: Within(item, rules.Link ?? "a[href]") ?? item.Closest("a[href]")))
            .Select(entry => (entry.Item, Url: page.Absolute(entry.Link?.GetAttribute("href"))))
            .Where(entry => entry.Url is not null && entry.Url != page.Url.AbsoluteUri)
            .Select(entry => (entry.Item, Url: entry.Url!))
            .ToList();
        var surroundings = new ListingEntries([.. entries.Select(entry => (entry.Item, entry.Url))]);
        var items = new List<FeedItem>();
        foreach (var group in entries.GroupBy(entry => entry.Url))
        {
            page.Work.Check();
            // One entry may be linked by its picture, its headline and its "more": the best headline of them counts.
            var whole = surroundings.Around(group.First().Item, group.Key);
            var title = group.Select(entry => rules.Title is null ? null : ListingTitle.TextOf(Within(entry.Item, rules.Title))).OfType<string>().MaxBy(text => text.Length)
                ?? ListingTitle.Of(whole, group.Key, page);
            var date = rules.Date is null ? null : group.Select(entry => ListingDate.Stated(Within(entry.Item, rules.Date))).FirstOrDefault(found => found is not null);
            if (title is not null)
            {
                items.Add(ListingEntries.Item(group.Key, title, date ?? ListingDate.Of(whole, group.Key), ListingTitle.Summary(whole, title)));
            }
        }

        return items;
    }

    private static IElement? Within(IElement item, string selector) => item.Matches(selector) ? item : item.QuerySelector(selector);
}
