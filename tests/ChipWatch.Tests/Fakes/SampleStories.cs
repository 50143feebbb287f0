using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Tests.Fakes;

/// <summary>Stories for pages: every status, midnight and clock times, ghosts, many relays, another script.</summary>
internal static class SampleStories
{
    public static readonly TagName Amazon = new("amazon", "Amazon", "#FF9900");
    public static readonly TagName Nvidia = new("nvidia", "NVIDIA", "#76B900");
    public static readonly TagName Intel = new("intel", "Intel", "#0068B5");
    public static readonly TagName Qualcomm = new("qualcomm", "Qualcomm", "#3253DC");
    public static readonly TagName Meta = new("meta", "Meta", "#0064E0");
    public static readonly TagName Alchip = new("alchip", "Alchip", "#B03A73");
    public static readonly TagName Sovereign = new("sovereign-ai", "Sovereign AI");
    public static readonly TagName Silicon = new("custom-silicon", "Custom silicon");
    public static readonly TagName Memory = new("memory-hbm", "Memory and HBM");
    public static readonly TagName Centres = new("data-centers", "Data centres");
    public static readonly TagName Trainium = new("amazon-trainium3", "Trainium3");

    public static IReadOnlyList<StoryCard> All { get; } =
    [
        Story(14, "Apple raises prices in mid-cycle over the memory shortage", "Announced on 18 June, in force since 25 June across nearly the whole range.", "2026-06-26T07:50Z", EventType.Capacity, EventStatus.Confirmed,
            [new("apple", "Apple", "#A2AAAD"), new("microsoft", "Microsoft", "#00A4EF")], [Memory], "Apple", relays: 1),
        Story(13, "Meta becomes first customer for Qualcomm’s data-centre chip", "The Dragonfly C1000 is promised for 2028; Meta commits to it and its successors.", "2026-06-25T15:20Z", EventType.Deal, EventStatus.Announced,
            [Qualcomm, Meta], [Silicon, new("inference", "Inference")], "Qualcomm", relays: 1),
        Story(12, "Micron reports a record quarter of 41.5 billion dollars", "Revenue of 41.46 billion dollars, more than four times the year before.", "2026-06-25T11:05Z", EventType.Earnings, EventStatus.Confirmed,
            [new("micron", "Micron", "#0A6EBD")], [Memory], "Micron", relays: 2),
        Story(11, "Anthropic is running Claude on Maia 200, says the headline; the text says otherwise", "Talks were early in May; nothing was signed. Both firms declined to comment.", "2026-06-25T09:31Z", EventType.Talks, EventStatus.Rumor,
            [new("anthropic", "Anthropic"), new("microsoft", "Microsoft", "#00A4EF")], [Silicon], "The Information", relays: 2, read: false),
        Story(10, "OpenAI and Broadcom unveil Jalapeño", "An inference accelerator, taped out in nine months; engineering samples run in the lab.", "2026-06-24T18:02Z", EventType.Launch, EventStatus.Announced,
            [new("openai", "OpenAI", "#10A37F"), new("broadcom", "Broadcom", "#CC092F"), Alchip, Intel, Nvidia], [Silicon, new("networking", "Networking")], null, relays: 3),
        Story(9, "인텔, 18A 공정 지연설 부인", null, "2026-06-24T00:00Z", EventType.Delay, EventStatus.Denied, [Intel], [new("manufacturing", "Manufacturing")], "전자신문", language: "ko"),
        Story(8, "Firm drops its wafer-scale plan", "The plan was called off.", "2026-06-23T12:00Z", EventType.Roadmap, EventStatus.Cancelled, [Alchip], [], "EE Times"),
        Story(7, "What if every country built its own cloud?", null, "2026-06-23T10:44Z", EventType.Analysis, EventStatus.Hypothetical, [], [Sovereign], "Semi Doped"),
        Story(6, "Amazon in talks to sell its Nvidia-rival chips to other companies", "Amazon may sell Trainium outside AWS. Buyers, price and date are not known.", "2026-06-18T00:00Z", EventType.Talks, EventStatus.Talks,
            [Amazon, Nvidia], [Silicon, Sovereign], "Bloomberg", relays: 15, chips: [Trainium]),
        Story(5, "6G AI Sweden and atNorth build sovereign AI infrastructure", "Only the headline is known; capacity, chips and date are not given.", "2026-06-18T00:00Z", null, null, [], [Sovereign, Centres], "atNorth"),
    ];

    public static StoryCard Story(
        long id, string headline, string? claim, string at, EventType? type, EventStatus? status, IReadOnlyList<TagName> vendors, IReadOnlyList<TagName> topics,
        string? origin, int relays = 0, bool read = true, string language = "en", IReadOnlyList<TagName>? chips = null, int origins = 1)
    {
        var latest = DateTimeOffset.Parse(at);
        return new StoryCard(id, Slug.Of(headline), headline, language, claim, latest.AddDays(-1), latest, type, status, vendors, chips ?? [], topics,
            origin, read, origins, relays, origins + relays, IsSample: id % 2 == 0);
    }
}
