using AngleSharp.Html.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Finds the headline without the site's name.</summary>
internal static class TitleReader
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "];

    /// <summary>The headline; empty where the page has none.</summary>
    public static string Read(IHtmlDocument page, PageMetadata metadata)
    {
        var stated = NodeText.Squeeze(metadata.Headline ?? metadata.OpenGraphTitle ?? "");
        var whole = NodeText.Squeeze(page.Title ?? "");
        // The visible headline is what readers quote, where the page's own statements confirm that it is the headline.
        var headings = page.QuerySelectorAll("h1").Select(NodeText.Of).Where(text => text.Length > 0).ToList();
        var visible = headings.FirstOrDefault(text => IsWithin(text, stated) || IsWithin(text, whole)) ?? (headings.Count == 1 && headings[0].Length > 15 ? headings[0] : null);
        return visible ?? WithoutSite(stated.Length > 0 ? stated : whole, metadata.SiteName);
    }

    private static bool IsWithin(string text, string whole) => whole.Length > 0
        && (whole.Contains(text, StringComparison.OrdinalIgnoreCase) || text.Contains(whole, StringComparison.OrdinalIgnoreCase)) && text.Length > 8;

    private static string WithoutSite(string title, string? site)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }

            var (head, tail) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
            if ((site is not null && tail.Equals(site, StringComparison.OrdinalIgnoreCase)) || (head.Length >= 20 && tail.Length <= 30 && tail.Length < head.Length))
            {
                return head;
            }
        }

        return title;
    }
}
