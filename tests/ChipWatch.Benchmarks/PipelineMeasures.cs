using System.Text;
using System.Xml;
using AngleSharp.Html.Parser;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Benchmarks;

/// <summary>The steps without a store, over the sample pages and feeds that come with the program.</summary>
internal static class PipelineMeasures
{
    public static async Task<IReadOnlyList<Measured>> RunAsync()
    {
        var web = SampleWeb.Load(SampleWeb.Folder);
        var files = web.Files.Select(file => (file.Url, Bytes: File.ReadAllBytes(Path.Combine(SampleWeb.Folder, file.File)), file.ContentType)).ToList();
        var pages = files.Where(file => file.ContentType.Contains("html", StringComparison.Ordinal)).Select(file => (Url: new Uri(file.Url), Html: PageEncoding.Decode(file.Bytes, file.ContentType))).ToList();
        var feeds = files.Where(file => file.ContentType.Contains("xml", StringComparison.Ordinal)).Select(file => (Url: new Uri(file.Url), file.Bytes)).ToList();
        return [await ExtractAsync(pages), await TagAsync(pages), await FeedAsync(feeds)];
    }

    private static Task<Measured> ExtractAsync(List<(Uri Url, string Html)> pages)
    {
        var extractor = new ArticleExtractor();
        var parser = new HtmlParser();
        return Measured.AgainstAsync(
            "extract a page", 4 * pages.Count, Do(i => extractor.Extract(pages[i % pages.Count].Html, pages[i % pages.Count].Url)),
            "AngleSharp's parse alone", Do(i => parser.ParseDocument(pages[i % pages.Count].Html).Dispose()));
    }

    private static Task<Measured> TagAsync(List<(Uri Url, string Html)> pages)
    {
        var seeds = NewsCatalogue.LoadSeeds();
        var tagger = new Tagger(Vocabulary.Of(seeds));
        var extractor = new ArticleExtractor();
        var articles = pages.Select(page => (page.Url, Article: extractor.Extract(page.Html, page.Url))).Where(page => page.Article.Text.Length > 0)
            .Select(page => new ArticleText(page.Url.AbsoluteUri, page.Url.AbsoluteUri, "Outlet", page.Article.Language, page.Article.Published, page.Article.Title, page.Article.Text, page.Article.Blocks)).ToList();
        var aliases = System.Buffers.SearchValues.Create(
            [.. seeds.Companies.SelectMany(company => company.Aliases.Select(alias => alias.Text).Prepend(company.Name)).Where(name => name.Length > 1).Distinct(StringComparer.OrdinalIgnoreCase)], StringComparison.OrdinalIgnoreCase);
        return Measured.AgainstAsync(
            "tag an article", 4 * articles.Count, Do(i => tagger.Tag(articles[i % articles.Count])),
            "scan of its text for the companies' names", Do(i => Scan(articles[i % articles.Count].Text, aliases)));
    }

    private static Task<Measured> FeedAsync(List<(Uri Url, byte[] Bytes)> feeds) => Measured.AgainstAsync(
        "read a feed, content made safe", 20 * feeds.Count, Do(i => FeedReader.Read(feeds[i % feeds.Count].Bytes, "application/xml", feeds[i % feeds.Count].Url)),
        "XmlReader alone", Do(i => ReadXml(feeds[i % feeds.Count].Bytes)));

    private static int Scan(string text, System.Buffers.SearchValues<string> names)
    {
        var found = 0;
        for (var rest = text.AsSpan(); rest.IndexOfAny(names) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            found++;
        }

        return found;
    }

    private static void ReadXml(byte[] bytes)
    {
        using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(bytes)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        while (reader.Read())
        {
            _ = reader.Value;
        }
    }

    private static Func<int, Task> Do<T>(Func<int, T> step) => i =>
    {
        step(i);
        return Task.CompletedTask;
    };

    private static Func<int, Task> Do(Action<int> step) => i =>
    {
        step(i);
        return Task.CompletedTask;
    };
}
