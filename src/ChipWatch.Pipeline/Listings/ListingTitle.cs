using System.Collections.Frozen;
using AngleSharp.Dom;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Pipeline.Listings;

/// <summary>The headline of an entry of an index page.</summary>
internal static class ListingTitle
{
    private const int ShortestSummary = 40;
    private const int LongestSummary = 1_000;

    // Links that say what they do and not where they lead.
    private static readonly FrozenSet<string> Phrases = new[]
    {
        "read more", "more", "learn more", "continue reading", "read article", "read the article", "read story", "read full story", "see more", "view more", "view", "details", "full story",
        "read", "read now", "view article", "view post", "find out more", "download", "press release", "news", "blog", "open",
        "mehr", "mehr lesen", "weiterlesen", "mehr erfahren", "zum artikel", "artikel lesen", "lire la suite", "en savoir plus", "lire plus", "lire", "leer más", "seguir leyendo", "más",
        "leggi tutto", "leggi", "lees meer", "meer", "leia mais", "saiba mais", "читать далее", "подробнее", "続きを読む", "詳細", "もっと見る", "더보기", "자세히 보기", "阅读更多", "閱讀更多", "查看更多", "更多", "详情",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>An element's text as a headline; null where it has none.</summary>
    public static string? TextOf(IElement? element) => element is null ? null : FeedText.Title(IndexPage.Encoded(NodeText.Of(element)));

    /// <summary>Whether the words lead on without saying to what.</summary>
    public static bool IsPhrase(string text) => Phrases.Contains(text.Trim(' ', '.', '…', '»', '›', '→', '>', '+', ':', '\u00A0'));

    /// <summary>How much a text looks like a headline: words, or characters of scripts that write without blanks.</summary>
    public static int Words(string text)
    {
        var (words, dense) = (0, 0);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words += word.Any(char.IsLetterOrDigit) ? 1 : 0;
            dense += word.Count(c => c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF');
        }

        return Math.Max(words, dense / 3);
    }

    /// <summary>The headline of the entry with that address; null where nothing could be one.</summary>
    public static string? Of(IElement entry, string url, IndexPage page)
    {
        var links = Self(entry, "a[href]").Where(link => IsTo(link, url, page)).ToList();
        if (links.Count == 0 && entry.Closest("a[href]") is { } around)
        {
            links = [around];
        }

        return Best(links.SelectMany(link => Self(link, "h1, h2, h3, h4, h5, h6")))
            ?? Best(links.Where(link => link.Closest("h1, h2, h3, h4, h5, h6") is not null))
            ?? Best(Self(entry, "h1, h2, h3, h4, h5, h6"))
            ?? Best(links.SelectMany(link => Self(link, "[class*=title i], [class*=headline i], [itemprop=headline], [itemprop=name]")))
            ?? Best(links.Select(Line))
            ?? Best(Self(entry, "[class*=title i], [class*=headline i], [itemprop=headline]"))
            ?? Best(links.Select(link => link.GetAttribute("aria-label") ?? link.GetAttribute("title") ?? link.QuerySelector("img[alt]")?.GetAttribute("alt")));
    }

    private static bool IsTo(IElement link, string url, IndexPage page)
    {
        page.Work.Check();
        return page.Absolute(link.GetAttribute("href")) == url;
    }

    /// <summary>The short text beside the headline; null where there is none.</summary>
    public static string? Summary(IElement entry, string title) =>
        Self(entry, "p, [class*=excerpt i], [class*=summary i], [class*=description i]").Select(NodeText.Of)
            .Where(text => text.Length is >= ShortestSummary and <= LongestSummary && !text.Equals(title, StringComparison.Ordinal))
            .Select(text => FeedText.Lines(IndexPage.Encoded(text))).FirstOrDefault();

    // A link around a whole card holds more than its headline: of its parts the first that could be one.
    private static string? Line(IElement link)
    {
        var parts = link.QuerySelectorAll("*").Where(part => part.ChildElementCount == 0 || part.ChildNodes.OfType<IText>().Any(text => !string.IsNullOrWhiteSpace(text.Data)))
            .Select(part => NodeText.Of(part)).Where(text => text.Length > 0 && !ListingDate.IsDate(text)).ToList();
        var own = NodeText.Squeeze(string.Join(' ', link.ChildNodes.OfType<IText>().Select(text => text.Data)));
        return parts.Count == 0 || Words(own) >= 3 ? NodeText.Of(link)
            : parts.Where(part => part.Length <= 250).FirstOrDefault(part => Words(part) >= 3) ?? parts.MaxBy(part => Math.Min(Words(part), 12));
    }

    private static string? Best(IEnumerable<IElement> elements) => Best(elements.Select(element => NodeText.Of(element)));

    private static string? Best(IEnumerable<string?> texts) =>
        FeedText.Title(IndexPage.Encoded(texts.Where(text => text is { Length: > 1 } && !IsPhrase(text) && !ListingDate.IsDate(text)).MaxBy(text => Words(text!))));

    private static IEnumerable<IElement> Self(IElement element, string selector) =>
        element.Matches(selector) ? element.QuerySelectorAll(selector).Prepend(element) : element.QuerySelectorAll(selector);
}
