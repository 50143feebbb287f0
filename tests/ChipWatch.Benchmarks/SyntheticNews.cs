using System.Globalization;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Articles;

namespace ChipWatch.Benchmarks;

/// <summary>Articles made by a fixed rule: one every fourteen minutes, by three outlets; each event is told about twice, by one of forty companies, in words of an uneven spread.</summary>
internal static class SyntheticNews
{
    public const string SourceId = "sample-bench";

    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly EventType[] Types = Enum.GetValues<EventType>();
    private static readonly EventStatus[] Statuses = Enum.GetValues<EventStatus>();

    /// <summary>The article with that number.</summary>
    public static ReadArticle Of(int number)
    {
        // Two in a row tell of one event, in words of their own.
        var story = new Random(number / 2);
        var own = new Random(-number - 1);
        var company = $"company-{story.Next(40)}";
        var nouns = Enumerable.Range(0, 12).Select(_ => Word(story)).ToList();
        var title = $"{company} {string.Join(' ', nouns.Take(5))}";
        var text = string.Join("\n\n", Enumerable.Range(0, 6).Select(_ => string.Join(' ', Enumerable.Range(0, 40).Select(i => i % 3 == 0 ? nouns[own.Next(nouns.Count)] : Word(own))) + "."));
        var url = string.Create(CultureInfo.InvariantCulture, $"https://bench.invalid/{number}");
        var published = Begin.AddMinutes(14L * number);
        var evidence = TextSpan.Of(TextField.Text, text, 0, 20);
        Tag Tagged(string id) => new(id, Salience.Primary, 0.9, [evidence]);
        var tags = new ArticleTags(
            [Tagged(company)], [], [Tagged($"topic-{story.Next(12)}")], new ArticleEvent(Types[story.Next(Types.Length)], Statuses[story.Next(Statuses.Length)], [], [evidence]), []);
        var article = new ExtractedArticle(title, null, published, "en", text, "", null, BlockRoles.Find(text, "en"));
        var read = new ArticleText(url, url, "Bench", "en", published, title, text, article.Blocks);
        return new(SourceId, "Bench", url, published, article, tags, StorySignature.Of(read, tags), null);
    }

    private static string Word(Random random) => string.Create(CultureInfo.InvariantCulture, $"word{(int)(20_000 * Math.Pow(random.NextDouble(), 3))}");
}
