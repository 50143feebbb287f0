using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Today;
using ChipWatch.Store.Vendors;

namespace ChipWatch.Tests.Fakes;

/// <summary>What the other pages show.</summary>
internal static class SampleViews
{
    public static StoryCard Trainium { get; } = SampleStories.All.Single(story => story.Id == 6);

    public static StoryView Story { get; } = new(
        Trainium with { FirstAt = At("2026-06-18"), LatestAt = At("2026-06-26T10:00Z") },
        [
            Article(1, "Amazon in talks to sell its Nvidia-rival chips to other companies", "Bloomberg", "2026-06-18", EventStatus.Talks, "first of the story"),
            Article(2, "AWS weighs selling Trainium and Inferentia to outside data centres", "Ship or Skip", "2026-06-18", EventStatus.Talks, "same companies and chip, one day apart", "TechCrunch", "Bloomberg"),
            Article(3, "Amazon’s AI chief says Trainium sales are under discussion", "Techmeme", "2026-06-18T09:00Z", EventStatus.Talks, "links to the first", "Bloomberg"),
            Article(42, SampleArticle.Title, "cyberivy", "2026-06-20T09:12Z", EventStatus.Talks, "credits the same origin", "Taipei Times", "Bloomberg"),
            Article(5, "Amazon follows Google in offering chips", "Semi Doped", "2026-06-22", EventStatus.Rumor, "same companies and chip", "EE Times"),
            Article(6, "Amazon shares gain as Trainium plan reaches beyond AWS", "Benzinga", "2026-06-25T17:08Z", null, "same companies and chip"),
            Article(7, "Amazon announces Trainium for partners", "Benzinga", "2026-06-26T10:00Z", EventStatus.Announced, "same companies and chip"),
        ],
        [
            new StoryRung(EventStatus.Talks, At("2026-06-18"), 1, "amazon-in-talks", "Bloomberg", "said in an interview that such talks are going on"),
            new StoryRung(EventStatus.Announced, At("2026-06-26T10:00Z"), 7, "amazon-announces", "Benzinga", "Amazon announced Trainium for partners"),
        ],
        [
            new StoryQuantity(new Quantity(50e9, "USD", "Business of selling chips to others", null, false, []), 2, "x", "Ship or Skip"),
            new StoryQuantity(new Quantity(80e9, "USD", "business of selling chips to others", null, false, []), 42, "x", "cyberivy"),
            new StoryQuantity(new Quantity(5, "GW", "Trainium capacity signed by Anthropic", "up to", false, []), 6, "x", "Benzinga"),
        ]);

    public static TodayView Today { get; } = new(
        new DateOnly(2026, 6, 20), new DateOnly(2026, 6, 26), true,
        [
            new StatusMove(Trainium, EventStatus.Talks, EventStatus.Announced, At("2026-06-26T10:00Z"), "Benzinga", 7, "x", "Amazon announced Trainium for partners, to begin in the autumn in two regions outside its own cloud."),
            new StatusMove(SampleStories.All[0], EventStatus.Announced, EventStatus.Confirmed, At("2026-06-25"), "AI Brief", 9, "x", "On 25 June Apple raised prices across nearly its whole range"),
            new StatusMove(SampleStories.All[5], EventStatus.Rumor, EventStatus.Denied, At("2026-06-24"), "전자신문", 9, "x", null),
            new StatusMove(SampleStories.All[1], null, EventStatus.Announced, At("2026-06-24"), "Qualcomm", 9, "x", "Meta commits to it"),
        ],
        [
            new RankedStory(SampleStories.All[1], 8, [new("announced", 3), new("1 independent origin", 1), new("new in the window", 2), new("lifted from rumor", 2)]),
            new RankedStory(SampleStories.All[2], 6.5, [new("confirmed", 4), new("1 independent origin", 1), new("new in the window", 1.5)]),
            new RankedStory(SampleStories.All[3], -1, [new("rumor of one source", -2), new("1 independent origin", 1)]),
        ],
        [new VendorPulse(SampleStories.Nvidia, 6, 9), new VendorPulse(SampleStories.Amazon, 4, 1), new VendorPulse(SampleStories.Alchip, 1, 0)],
        new SourceSummary(113, 6, 1, 4, At("2026-06-26T08:12Z")), 14, 31, true);

    public static IReadOnlyList<SourceLine> Sources { get; } =
    [
        Source("techzine", "Techzine", "rss", "https://www.techzine.eu/feed/", SourceHealth.Failing, FetchFailure.Dns, "Name not found (techzine.eu).", 31, [4, 9, 3, 1]),
        Source("nikkei", "Nikkei Asia", "html-listing", "https://asia.nikkei.com/tech", SourceHealth.Failing, FetchFailure.Robots, null, 1, [2]) with { Language = "ja" },
        Source("gone", "Old Wire", "rss", "https://old.example/rss", SourceHealth.Paused, FetchFailure.Gone, "Answer 410.", 10, []),
        Source("new", "New Wire", "atom", "https://new.example/atom.xml", SourceHealth.Waiting, null, null, 0, []) with { LastCheckAt = null, LastSuccessAt = null, Articles = 0 },
        Source("theelec", "TheElec", "rss", "https://www.thelec.kr/rss", SourceHealth.Silent, null, null, 0, [2, 1, 1]) with { Language = "ko", Tempo = new(TimeSpan.FromHours(20), At("2026-06-20T08:00Z")) },
        Source("hn", "Hacker News", "api", "https://hn.example/search", SourceHealth.PausedByHand, null, null, 0, [2]),
        Source("register", "The Register", "atom", "https://www.theregister.com/headlines.atom", SourceHealth.Well, null, null, 0, [4, 9, 3, 1, 7, 12, 5, 6, 3, 2, 8, 9, 4, 6]) with { Pending = 3 },
        Source("sample-a", "Sample wire", "rss", "sample://a", SourceHealth.Well, null, null, 0, [12]) with { IsSample = true, SiteUrl = "sample://a" },
    ];

    public static IReadOnlyList<VendorView> Vendors { get; } =
    [
        new(new Company("amazon", "Amazon", [], ["cloud", "designer"], "US", "Seattle", "AMZN", null, "https://www.aboutamazon.com", "https://www.aboutamazon.com/news", "#FF9900"), SampleStories.Amazon, 1,
            [new FacetValue("talks", "Talks", 1)], [new FacetValue("amazon-trainium3", "Trainium3", 1)], [new FacetValue("custom-silicon", "Custom silicon", 1), new FacetValue("sovereign-ai", "Sovereign AI", 1)], [new FacetValue("nvidia", "NVIDIA", 1, "#76B900")]),
        new(new Company("alchip", "Alchip", [], ["design house"], "TW", null, null, null, null, null, "#B03A73"), SampleStories.Alchip, 0, [], [], [], []),
    ];

    public static DigestIssue Issue { get; } = new(
        "2026-W25", new DateOnly(2026, 6, 15), new DateOnly(2026, 6, 21), 13, 32, 31,
        [new DigestLine(Trainium, 1), new DigestLine(SampleStories.All[0], 2)],
        [new DigestMove(Today.Moves[0], 1), new DigestMove(Today.Moves[2], 2), new DigestMove(Today.Moves[3], 2)],
        [
            new DigestStory(Trainium, [new("talks", 2), new("1 independent origin", 1)], [new DigestSentence("Amazon is negotiating the sale of Trainium, the AI chip it designs for itself.", 1), new DigestSentence("Peter DeSantis said in an interview that such talks are going on.", 2)],
                new DigestSentence("A sale would move the border between cloud provider and chip supplier.", 2), ["customer", "price", "date"], [new("Bloomberg", ["Taipei Times", "cyberivy"])], [SampleStories.Amazon]),
            new DigestStory(SampleStories.All[5], [new("denied", 4)], [new DigestSentence("인텔은 지연설을 부인했다.", 1)], null, [], [], []),
        ],
        [new DigestSection(SampleStories.Amazon, [new DigestLine(Trainium, 1), new DigestLine(SampleStories.All[7], 2)]), new DigestSection(SampleStories.Alchip, [new DigestLine(SampleStories.All[6], 2)])],
        [new DigestSection(SampleStories.Sovereign, [new DigestLine(Trainium, 1)])],
        [
            new DigestFootnote(1, 42, "trainium", SampleArticle.Title, "cyberivy", "https://cyber-ivy.example/trainium", At("2026-06-20T09:12Z"), "Amazon is looking into selling its Trainium chips"),
            new DigestFootnote(2, 1, "amazon-in-talks", "Amazon in talks", "Bloomberg", "javascript:alert(1)", At("2026-06-18"), "said in an interview that such talks are going on"),
        ],
        "4f1c9a07e2b853d64f1c9a07e2b853d64f1c9a07e2b853d64f1c9a07e2b853d6", true);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, null, System.Globalization.DateTimeStyles.AssumeUniversal);

    private static StoryArticle Article(long id, string title, string outlet, string at, EventStatus? status, string reason, params string[] credits) =>
        new(id, ChipWatch.Pipeline.Text.Slug.Of(title), title, outlet, $"https://example.org/{id}", At(at), "en", status, credits, "a sentence", reason);

    private static SourceLine Source(string id, string name, string kind, string url, SourceHealth health, FetchFailure? failure, string? cause, int failures, IReadOnlyList<int> recent) =>
        new(id, name, kind, url, url, "en", health, failure, cause, At("2026-06-26T08:10Z"), At("2026-06-24T07:12Z"), At("2026-06-26T12:12Z"), failures, recent.Sum(), 0, false)
        {
            OutletId = id,
            Days = [.. Enumerable.Range(0, 14).Select(day => new SourceDay(new DateOnly(2026, 6, 13).AddDays(day), recent.ElementAtOrDefault(day), health == SourceHealth.Failing && day > 11))],
        };
}
