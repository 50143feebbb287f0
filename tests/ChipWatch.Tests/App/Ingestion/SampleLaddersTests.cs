using System.Globalization;
using ChipWatch.Store;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Stories;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.App.Ingestion;

/// <summary>
/// Affairs of the sample corpus whose status moves: each by the headline of its first article, with the steps that a reader who knows the affair would
/// put on its ladder.
/// </summary>
public sealed class SampleLaddersTests(SampleStore samples, ITestOutputHelper output)
{
    /// <summary>Of all steps, so many at least stand on the ladder of the story that holds the affair's first article.</summary>
    private const int FewestSteps = 40;

    /// <summary>Of all affairs, so many at least show every step.</summary>
    private const int FewestWhole = 17;

    private static readonly (string Headline, string Steps)[] Affairs =
    [
        ("Amazon in talks to sell its Nvidia-rival chips to other companies", "2026-06-18 talks"),
        ("Nvidia said to plan H200 deliveries to China before the Lunar New Year", "2025-12-23 rumor, 2026-01-13 confirmed, 2026-01-28 rumor, 2026-05-15 rumor"),
        ("OpenAI plans its own chip with Broadcom for 2026", "2025-09-12 announced, 2026-05-09 rumor, 2026-06-24 announced"),
        ("Meta may rent and later buy Google's AI chips", "2025-11-29 rumor, 2026-02-26 rumor, 2026-04-30 confirmed"),
        ("Intel and Qualcomm circle Tenstorrent", "2026-05-19 rumor, 2026-06-30 talks"),
        ("Qualcomm said to be close to buying Modular", "2026-06-23 rumor, 2026-06-26 announced"),
        ("EU-Staaten wollen einen neuen Chips Act", "2025-09-29 talks, 2026-06-01 rumor, 2026-06-02 announced"),
        ("Telekom stellt Pläne für deutsche KI-Cloud vor", "2025-11-04 announced, 2026-02-04 confirmed"),
        ("Nvidia: six Vera Rubin processors in full production", "2026-01-07 confirmed, 2026-03-16 rumor, 2026-05-25 confirmed"),
        ("TSMC and Amkor agree on packaging in the United States", "2024-10-04 announced, 2026-06-20 confirmed"),
        ("Micron and Anthropic announce a partnership around memory", "2026-05-31 announced, 2026-06-22 confirmed"),
        ("SK hynix weighs a listing in the United States", "2025-12-10 talks, 2026-06-24 announced"),
        ("Intel nears a purchase of SambaNova for 1.6 billion dollars", "2025-12-14 rumor, 2026-01-22 cancelled, 2026-02-25 confirmed"),
        ("FuriosaAI sagt Nein zu 800 Millionen Dollar von Meta", "2025-03-24 cancelled, 2026-05-12 talks"),
        ("Tim Cook calls price rises unavoidable as memory gets dearer", "2026-06-18 announced, 2026-06-26 confirmed"),
        ("Round-up: Biren files for Hong Kong, Congress wants chips that tell where they are", "2025-06-26 announced, 2026-01-02 confirmed"),
        ("리벨리온, 내년 상장 준비… 코스닥 우선, 나스닥도 열어둬", "2025-12-17 announced, 2026-03-28 confirmed"),
    ];

    [Fact]
    public async Task Ladders_OfAffairsThatMove_ShowTheirSteps()
    {
        var (reached, whole) = (0, 0);
        foreach (var (headline, steps) in Affairs)
        {
            var rungs = await RungsAsync(headline);
            var asked = steps.Split(", ");
            var missing = asked.Where(step => !rungs.Any(rung => rung.TrimEnd('*') == step)).ToList();
            (reached, whole) = (reached + asked.Length - missing.Count, whole + (missing.Count == 0 ? 1 : 0));
            output.WriteLine($"{headline}: {string.Join(", ", rungs)}{(missing.Count == 0 ? "" : "; not reached: " + string.Join(", ", missing))}");
        }

        output.WriteLine($"{reached} of {Affairs.Sum(affair => affair.Steps.Split(", ").Length)} steps, {whole} of {Affairs.Length} affairs whole");
        Assert.True(reached >= FewestSteps && whole >= FewestWhole, $"Only {reached} steps, only {whole} affairs whole.");
    }

    [Fact]
    public async Task Ladder_OfTalks_StaysTalksThroughAllReports() => Assert.Equal(["2026-06-18 talks"], await RungsAsync(Affairs[0].Headline));

    [Fact]
    public async Task Ladder_Rebuilt_IsTheSame()
    {
        await using var db = await samples.Get<IDbContextFactory<ChipWatchDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var stories = await db.Stories.AsNoTracking().OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(TestContext.Current.CancellationToken);
        var outlets = samples.Get<LiveCatalogue>().Current.Outlets;
        foreach (var story in stories)
        {
            var kept = await db.StoryRungs.AsNoTracking().Where(r => r.StoryId == story).OrderBy(r => r.Ordinal).ToListAsync(TestContext.Current.CancellationToken);
            var again = StoryLadder.Of(
                story,
                await StoryMember.LoadAsync(db, outlets, story, TestContext.Current.CancellationToken),
                await StoryMember.LoadLaterAsync(db, outlets, story, TestContext.Current.CancellationToken));
            Assert.Equal(kept.Select(Words), again.Select(Words));
        }

        static string Words(ChipWatch.Store.Rows.StoryRungRow rung) => $"{rung.StoryId} {rung.Ordinal} {rung.Status} {rung.At:O} {rung.ArticleId} {rung.FromStoryId} {rung.Quote}";
    }

    private async Task<IReadOnlyList<string>> RungsAsync(string headline)
    {
        await using var db = await samples.Get<IDbContextFactory<ChipWatchDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var story = await db.Articles.Where(a => a.Title == headline).Select(a => a.StoryId).SingleAsync(TestContext.Current.CancellationToken);
        var view = await samples.Get<IStoryQueries>().FindAsync(story!.Value, TestContext.Current.CancellationToken);
        return [.. view!.Rungs.Select(rung =>
            $"{rung.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {rung.Status.ToString().ToLowerInvariant()}{(rung.From is null ? "" : "*")}")];
    }
}
