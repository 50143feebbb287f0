using System.Text;
using AngleSharp.Dom;
using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Pipeline.Listings;

/// <summary>
/// Finds the entries of an index page without being told where they are: links that stand in the same place of a repeated shape, with headlines,
/// dates and addresses as articles have them. Menus, footers and lists of topics repeat too, but say less and carry no dates.
/// </summary>
internal static class RepeatedLinks
{
    /// <summary>Fewer are no list.</summary>
    public const int Fewest = 3;

    private const int GroupsLookedAt = 16;
    private const int EntriesLookedAt = 40;
    private const double LeastQuality = 1.3;

    /// <summary>The entries in the order of the page; empty where nothing repeats that could be entries.</summary>
    public static IReadOnlyList<FeedItem> Find(IndexPage page)
    {
        var links = ListingLink.AllOf(page);
        var best = Groups(links)
            .Where(group => group.Select(link => link.Url).Distinct(StringComparer.Ordinal).Skip(Fewest - 1).Any())
            .OrderByDescending(Promise).Take(GroupsLookedAt)
            .Select(group => Judge(group, page)).Where(judged => judged.Quality >= LeastQuality)
            .OrderByDescending(judged => judged.Quality * Math.Log2(1 + judged.Count)).FirstOrDefault();
        return best.Links is null ? [] : Entries(links, best.Links, page);
    }

    // The same place in the page by elements and classes, and by elements alone: the first entry often has a class of its own.
    private static IEnumerable<IReadOnlyList<ListingLink>> Groups(IReadOnlyList<ListingLink> links) =>
        links.GroupBy(link => link.Shape).Concat(links.GroupBy(link => link.Path)).Select(group => group.ToList());

    private static double Promise(IReadOnlyList<ListingLink> group) =>
        group.DistinctBy(link => link.Url).Sum(link => Math.Min(ListingTitle.Words(link.Text), 8) + (link.IsArticleLike ? 3 : 0) + 0.5);

    private static (IReadOnlyList<ListingLink>? Links, double Quality, int Count) Judge(IReadOnlyList<ListingLink> group, IndexPage page)
    {
        var surroundings = new ListingEntries([.. group.Select(link => (link.Anchor, link.Url))]);
        var looked = group.DistinctBy(link => link.Url).Take(EntriesLookedAt).ToList();
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var quality = 0.0;
        foreach (var link in looked)
        {
            page.Work.Check();
            var entry = surroundings.Around(link.Anchor, link.Url);
            var title = ListingTitle.Of(entry, link.Url, page);
            if (title is null || !titles.Add(title))
            {
                continue;
            }

            var words = ListingTitle.Words(title);
            quality += (words >= 4 ? 1 : words == 3 ? 0.6 : words == 2 ? 0.2 : 0)
                + (ListingDate.Of(entry, link.Url) is not null ? 0.8 : 0)
                + (link.IsArticleLike ? 0.6 : 0)
                + (entry.QuerySelector("h1, h2, h3, h4, h5, h6") is not null ? 0.3 : 0)
                - (link.IsOutside ? 0.3 : 0);
        }

        // An address that stands in several entries is their topic or author.
        var repeated = group.Count - group.DistinctBy(link => (link.Url, surroundings.Around(link.Anchor, link.Url))).Count();
        return (group, (quality / looked.Count) - (repeated / (double)group.Count), looked.Count);
    }

    private static List<FeedItem> Entries(IReadOnlyList<ListingLink> all, IReadOnlyList<ListingLink> best, IndexPage page)
    {
        // Entries that stand elsewhere in another dress (the lead story) lead to addresses of the same family.
        var urls = best.Select(link => link.Url).ToHashSet(StringComparer.Ordinal);
        var family = ListingLink.FamilyOf([.. urls]);
        var links = all.Where(link => urls.Contains(link.Url) || (family is not null && link.Url.StartsWith(family, StringComparison.Ordinal) && link.IsArticleLike)).ToList();
        var surroundings = new ListingEntries([.. links.Select(link => (link.Anchor, link.Url))]);
        var items = new List<FeedItem>();
        foreach (var same in links.GroupBy(link => link.Url))
        {
            page.Work.Check();
            var parts = same.Select(link => surroundings.Around(link.Anchor, link.Url)).Distinct().ToList();
            var title = parts.Select(part => ListingTitle.Of(part, same.Key, page)).OfType<string>().MaxBy(ListingTitle.Words);
            if (title is null || (!urls.Contains(same.Key) && ListingTitle.Words(title) < 3))
            {
                continue;
            }

            items.Add(ListingEntries.Item(
                same.Key,
                title,
                parts.Select(part => ListingDate.Of(part, same.Key)).FirstOrDefault(date => date is not null),
                parts.Select(part => ListingTitle.Summary(part, title)).FirstOrDefault(text => text is not null)));
        }

        return items;
    }
}
