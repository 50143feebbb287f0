using System.Globalization;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Articles;

namespace ChipWatch.Benchmarks;

/// <summary>
/// Articles made by a fixed rule, a hundred a day. Companies and chips come as unevenly as in the news; a story has its own names, and each of its
/// articles tells most of them. Of a thousand articles a hundred and fifty are of one story and sixty of another; the others are of one to five each.
/// </summary>
internal sealed class SyntheticNews
{
    public const string SourceId = "sample-bench";

    /// <summary>Stories lie within so many articles.</summary>
    public const int Block = 1_000;

    private const int Large = 150;
    private const int Medium = 60;
    private const int MostVocabulary = 30_000;

    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly EventType[] Types = Enum.GetValues<EventType>();
    private static readonly EventStatus[] Statuses = Enum.GetValues<EventStatus>();

    private readonly List<string> companies;
    private readonly List<string> chips;
    private (int Block, int[] Stories) plan = (-1, []);

    /// <summary>Uses the names of a catalogue, those first that are in the news most.</summary>
    public SyntheticNews(NewsCatalogue catalogue)
    {
        companies = [.. catalogue.Companies.Select(company => company.Id).OrderBy(WordWeights.OfCompany).ThenBy(id => id, StringComparer.Ordinal).Take(200)];
        chips = [.. catalogue.Chips.Select(chip => chip.Id).Take(100)];
    }

    /// <summary>The company that is named most often.</summary>
    public string BusiestCompany => companies[0];

    /// <summary>The story of the article with that number, as a number that grows with time.</summary>
    public int StoryOf(int number)
    {
        if (plan.Block != number / Block)
        {
            plan = (number / Block, PlanOf(number / Block));
        }

        return plan.Stories[number % Block];
    }

    /// <summary>The article with that number.</summary>
    public ReadArticle Of(int number)
    {
        var (story, own) = (new Random(StoryOf(number)), new Random(-number - 1));
        List<string> named = [Pick(companies, story), .. story.Next(3) == 0 ? [Pick(companies, story)] : Array.Empty<string>()];
        List<string> chip = story.Next(2) == 0 ? [Pick(chips, story)] : [];
        var (type, status) = (Types[story.Next(Types.Length)], Statuses[story.Next(Statuses.Length)]);
        var topic = $"topic-{story.Next(12)}";
        var names = Enumerable.Range(0, 14).Select(_ => $"word{story.Next(MostVocabulary)}").Distinct().ToList();
        var value = story.Next(100, 1_000) * 1e6;
        var told = names.Where(_ => own.Next(4) > 0).ToList();
        var title = $"{named[0]} {string.Join(' ', told.Take(5))}";
        var text = string.Join("\n\n", Enumerable.Range(0, 6).Select(_ => string.Join(' ', Enumerable.Range(0, 40).Select(i => i % 4 == 0 && told.Count > 0 ? told[own.Next(told.Count)] : Word(own))) + "."));
        var published = Begin.AddMinutes(14.4 * number);
        var url = string.Create(CultureInfo.InvariantCulture, $"https://bench.invalid/{number}");
        var evidence = TextSpan.Of(TextField.Text, text, 0, 20);
        Tag Tagged(string id) => new(id, Salience.Primary, 0.9, [evidence]);
        var tags = new ArticleTags([.. named.Distinct().Select(Tagged)], [.. chip.Select(Tagged)], [Tagged(topic)], new ArticleEvent(type, status, [], [evidence]), []);
        var terms = told.Select((name, at) => new StoryTerm(name, 8 + (at % 3), at % 2 == 0, at < 5, 2))
            .Concat(Enumerable.Range(0, 25).Select(_ => new StoryTerm(Word(own), 4, false, false))).DistinctBy(term => term.Text).OrderBy(term => term.Text, StringComparer.Ordinal).ToList();
        var signature = new StorySignature(published, [.. named.Distinct().Select(id => "company:" + id), .. chip.Select(id => "chip:" + id), .. told.Take(StorySignature.TermsAsKeys).Select(name => "term:" + name), $"number:{value.ToString("G3", CultureInfo.InvariantCulture)}"])
        {
            Language = "en",
            Primary = [.. named.Distinct().Order(StringComparer.Ordinal)],
            Companies = [.. named.Distinct().Order(StringComparer.Ordinal)],
            Chips = chip,
            Topics = [topic],
            Type = type,
            Status = status,
            Terms = terms,
            Numbers = [new StoryNumber(value, 3)],
        };
        return new(SourceId, "Bench", url, published, new ExtractedArticle(title, null, published, "en", text, "", null, []), tags, signature, null);
    }

    private static int[] PlanOf(int block)
    {
        var random = new Random(block);
        var stories = new int[Block];
        var next = (block * Block) + 1;
        foreach (var size in new[] { Large, Medium })
        {
            for (var i = 0; i < size; i++)
            {
                stories[FreeAfter(stories, random.Next(Block))] = next;
            }

            next++;
        }

        for (var at = 0; at < Block; at++)
        {
            if (stories[at] != 0)
            {
                continue;
            }

            var size = random.Next(100) switch { < 55 => 1, < 75 => 2, < 87 => 3, < 95 => 4, _ => 5 };
            stories[at] = next;
            for (var i = 1; i < size && Array.IndexOf(stories, 0) >= 0; i++)
            {
                stories[FreeAfter(stories, (at + random.Next(60)) % Block)] = next;
            }

            next++;
        }

        return stories;
    }

    private static int FreeAfter(int[] stories, int at)
    {
        while (stories[at] != 0)
        {
            at = (at + 1) % Block;
        }

        return at;
    }

    /// <summary>Few names come often, most seldom.</summary>
    private static string Pick(List<string> names, Random random) => names[(int)(names.Count * Math.Pow(random.NextDouble(), 3))];

    private static string Word(Random random) => string.Create(CultureInfo.InvariantCulture, $"word{(int)(MostVocabulary * Math.Pow(random.NextDouble(), 3))}");
}
