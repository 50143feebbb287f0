using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store.Stories;

/// <summary>A renamed outlet must leave its stories as if they had been summed up from nothing.</summary>
public sealed class StoryOutletsTests
{
    /// <summary>Alone, credited by another, crediting the new name, beside an article of the new name, a relay.</summary>
    private static readonly (string Source, TestArticle Article)[] Told =
    [
        ("wire", Of("alone", "2026-06-01T08:00", "amazon")),
        ("wire", Of("credited", "2026-06-04T08:00", "tsmc")),
        ("other", Of("credits", "2026-06-04T09:00", "tsmc") with { ReportedBy = ["The Wire"] }),
        ("other", Of("credits-new", "2026-06-07T08:00", "nvidia") with { ReportedBy = ["Chip Daily"] }),
        ("wire", Of("first-hand", "2026-06-07T09:00", "nvidia")),
        ("wire", Of("relay", "2026-06-10T08:00", "amazon") with { ReportedBy = ["Reuters"] }),
        ("wire", Of("beside", "2026-06-13T08:00", "tsmc")),
        ("daily", Of("of-the-new-name", "2026-06-13T09:00", "tsmc")),
        ("wire-asia", Of("of-the-old-name", "2026-06-16T08:00", "nvidia")),
        ("wire", Of("beside-the-old-name", "2026-06-16T09:00", "nvidia")),
    ];

    /// <summary>What is one story whatever the rules say.</summary>
    private static readonly (string, string)[] Together =
        [("credited", "credits"), ("credits-new", "first-hand"), ("beside", "of-the-new-name"), ("of-the-old-name", "beside-the-old-name")];

    [Theory]
    [InlineData("Chip Daily")]
    [InlineData("Wire of Wires")]
    [InlineData("the WIRE")]
    public async Task RenameAsync_LeavesWhatSummingUpGives(string name)
    {
        await using var store = await TestStore.CreateAsync();
        await store.Get<ISourceCatalogue>().AddAsync([Source("wire", "The Wire"), Source("wire-asia", "The Wire"), Source("daily", "Chip Daily"), Source("other", "Other")], dryRun: false, default);
        var ids = await IdsAsync(store);
        foreach (var (source, article) in Told)
        {
            await store.AddAsync(article, ids[source]);
        }

        await store.Get<IStoryGrouper>().GroupAsync(default);
        foreach (var (one, other) in Together)
        {
            await store.Get<IStoryDecisions>().MergeAsync(await StoryOfAsync(store, other), await StoryOfAsync(store, one), default);
        }

        var before = await DumpAsync(store);

        await store.Get<ISourceCatalogue>().EditAsync(ids["wire"], Source("wire", name), default);

        var renamed = await DumpAsync(store);
        Assert.NotEqual(before, renamed);
        await using var db = await store.OpenAsync();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await StoryRefresh.RunAsync(db, OutletAliases.Of(TestStore.Catalogue), await db.Stories.Select(s => s.Id).ToListAsync(), default);
            await transaction.CommitAsync();
        }

        Assert.Equal(await DumpAsync(store), renamed);
    }

    private static TestArticle Of(string name, string at, string company) =>
        new($"https://{name}.invalid/a", $"{company} {name} {at}", at) { Companies = [company], Text = $"A word of {name} and of {company} on {at}." };

    private static SourceSettings Source(string id, string name) => new(name, "rss", $"https://{id}.invalid/feed");

    private static async Task<Dictionary<string, string>> IdsAsync(TestStore store)
    {
        await using var db = await store.OpenAsync();
        return await db.Sources.Where(s => s.IsAdded).ToDictionaryAsync(s => new Uri(s.Url).Host.Split('.')[0], s => s.Id);
    }

    private static async Task<long> StoryOfAsync(TestStore store, string name)
    {
        await using var db = await store.OpenAsync();
        return await db.Articles.Where(a => a.Url.StartsWith($"https://{name}.invalid/")).Select(a => a.StoryId!.Value).SingleAsync();
    }

    private static async Task<IReadOnlyList<string>> DumpAsync(TestStore store)
    {
        await using var db = await store.OpenAsync();
        return
        [
            .. (await db.Stories.AsNoTracking().OrderBy(s => s.Id).ToListAsync()).Select(StoredJson.Write),
            .. (await db.StoryFacets.AsNoTracking().OrderBy(f => f.StoryId).ThenBy(f => f.Facet).ThenBy(f => f.Value).ToListAsync()).Select(StoredJson.Write),
            .. (await db.FacetCounts.AsNoTracking().Where(c => c.Stories != 0).OrderBy(c => c.Facet).ThenBy(c => c.Value).ToListAsync()).Select(StoredJson.Write),
        ];
    }
}
