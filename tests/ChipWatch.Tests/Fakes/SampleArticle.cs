using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Articles;

namespace ChipWatch.Tests.Fakes;

/// <summary>One article with every role, overlapping spans and two revisions.</summary>
internal static class SampleArticle
{
    public const string Title = "Trainium may leave the AWS fold";

    private static readonly (BlockRole Role, BlockKind Kind, string Text, string? Language)[] Source =
    [
        (BlockRole.Caption, BlockKind.Caption, "Ein unbeschrifteter KI-Chip auf einem Servereinschub.", "de"),
        (BlockRole.Heading, BlockKind.Heading, "What is known", null),
        (BlockRole.Fact, BlockKind.Paragraph, "Amazon is looking into selling its Trainium chips to operators of other data centres, cyberivy writes, citing a Bloomberg report that the Taipei Times carried on 20 June. So far customers could only rent the chips as compute inside AWS.", null),
        (BlockRole.Fact, BlockKind.Paragraph, "Trainium3 is largely sold out, and Amazon reports orders of about 50 billion dollars.", null),
        (BlockRole.Heading, BlockKind.Heading, "Why it matters", null),
        (BlockRole.Fact, BlockKind.Paragraph, "Techzine places the move within the demand for sovereign AI infrastructure, where organisations want to run capacity locally. Local operators would gain physical control over the racks.", null),
        (BlockRole.Analogy, BlockKind.Paragraph, "A bakery that built special ovens for its own bread now thinks about selling the ovens to other bakeries.", null),
        (BlockRole.Example, BlockKind.Paragraph, "A made-up European provider runs 5,000 GPUs. If one fifth moved, 1,000 accelerators would no longer hang on Nvidia.", null),
        (BlockRole.Faq, BlockKind.Heading, "Does Amazon sell Trainium directly today?", null),
        (BlockRole.Faq, BlockKind.Paragraph, "No. The reports speak of talks and exploration.", null),
        (BlockRole.Fact, BlockKind.Row, "Part\tNode\tMemory", null),
        (BlockRole.Fact, BlockKind.Row, "Trainium3\t3 nm\t144 GB", null),
        (BlockRole.Quote, BlockKind.Quote, "“Talks with possible customers are under way.”", null),
        (BlockRole.Takeaway, BlockKind.ListItem, "Amazon discusses Trainium for data centres outside AWS.", null),
        (BlockRole.Takeaway, BlockKind.ListItem, "Trainium3 is largely sold out.", null),
        (BlockRole.Keywords, BlockKind.Paragraph, "Amazon Trainium, AWS, AI chips, Nvidia, sovereign AI, TSMC <script>alert(1)</script>", null),
    ];

    public static string Text { get; } = string.Join("\n\n", Source.Select(block => block.Text));

    public static ArticleView View { get; } = new(
        42, Slug.Of(Title), "cyberivy", "https://cyber-ivy.example/trainium", DateTimeOffset.Parse("2026-06-20T09:12Z"), "en", "Ada Writer", Title, Text, Blocks(),
        [
            Tag("amazon", "Amazon", Salience.Primary, .92, "Amazon is looking into selling its Trainium chips", "Amazon reports orders"),
            Tag("nvidia", "NVIDIA", Salience.Mentioned, .38, "Nvidia"),
        ],
        [Tag("amazon-trainium3", "Trainium3", Salience.Primary, .46, "Trainium3 is largely sold out")],
        [
            Tag("sovereign-ai", "Sovereign AI", Salience.Primary, .71, "Techzine places the move within the demand for sovereign AI infrastructure, where organisations want to run capacity locally.", "sovereign AI", "Local operators would gain physical control over the racks."),
            Tag("data-centers", "Data centres", Salience.Mentioned, .44, "data centres"),
        ],
        new ArticleEvent(EventType.Talks, EventStatus.Talks, ["Taipei Times", "Bloomberg"], [Span("Talks with possible customers are under way")])
        {
            CreditEvidence = [Span("the Taipei Times carried"), Span("a Bloomberg report")],
        },
        [
            new Quantity(50e9, "USD", "orders", "about", false, [Span("about 50 billion dollars")]),
            new Quantity(5000, "GPUs", "fleet of an invented provider", null, true, [Span("5,000 GPUs")]),
            new Quantity(1000, "accelerators", "moved", null, true, [Span("1,000 accelerators")]),
        ],
        [new RevisionLine(1, DateTimeOffset.Parse("2026-06-20T09:12Z"), "Trainium will leave the AWS fold"), new RevisionLine(2, DateTimeOffset.Parse("2026-06-20T14:40Z"), Title) { Changes = [new(RevisionMeaning.Softened, "will", "may"), new(RevisionMeaning.StatusMoved, "announced", "talks")], WordsRemoved = 2, WordsAdded = 6 }],
        2, SampleStories.All.Single(story => story.Id == 6), true);

    public static TextSpan Span(string quote) => TextSpan.Of(TextField.Text, Text, Text.IndexOf(quote, StringComparison.Ordinal), quote.Length);

    private static ArticleTagView Tag(string id, string name, Salience salience, double score, params string[] quotes) => new(
        new(id, name), salience, score, [.. quotes.Select(Span)], [new ScorePart("“sovereign AI”, term of weight 5", 5), new ScorePart("“run capacity locally”, weight 3", 3)]);

    private static List<Block> Blocks()
    {
        var blocks = new List<Block>();
        var at = 0;
        foreach (var (role, kind, text, language) in Source)
        {
            blocks.Add(new Block(role, kind, at, text.Length, language));
            at += text.Length + 2;
        }

        return blocks;
    }
}
