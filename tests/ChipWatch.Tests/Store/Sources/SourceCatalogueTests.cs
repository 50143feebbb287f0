using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Listings;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Seeding;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Upkeep;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store.Sources;

public sealed class SourceCatalogueTests
{
    private static readonly SourceSettings Wire = new("Chip Wire", "rss", "https://wire.example/feed")
    {
        SiteUrl = "https://wire.example/", Language = "en", Folder = "Press", CheckEvery = TimeSpan.FromHours(2), Rules = new(new ListingRules("li", null, "a", null), null),
    };

    [Fact]
    public async Task AddAsync_ThenSettingsAsync_GiveTheSameBack()
    {
        await using var store = await TestStore.CreateAsync();

        Assert.Equal([new SourceChange.Done("chip-wire")], await AddAsync(store, Wire));

        Assert.Equal([Wire], await store.Get<ISourceQueries>().SettingsAsync(default));
        Assert.Equal((SourceHealth.Waiting, false, true), (await LineAsync(store, "chip-wire")) is var line ? (line.Health, line.IsVerified, line.IsAdded) : default);
    }

    [Theory]
    [InlineData("https://wire.example/feed")]
    [InlineData("http://www.wire.example/feed/")]
    [InlineData("https://wire.example/feed?utm_source=x#top")]
    public async Task AddAsync_AddressThatIsRead_NamesTheSource(string url)
    {
        await using var store = await TestStore.CreateAsync();
        await AddAsync(store, Wire);

        Assert.Equal([new SourceChange.AlreadyThere("chip-wire", "Chip Wire")], await AddAsync(store, new SourceSettings("Other", "rss", url)));
    }

    [Fact]
    public async Task AddAsync_SomeBad_AddsTheOthersEachUnderItsOwnId()
    {
        await using var store = await TestStore.CreateAsync();

        var came = await AddAsync(store, Wire, Wire with { Url = "file:///etc/passwd" }, Wire with { Url = "https://other.example/" }, Wire with { Url = "https://third.example/", Name = "Import" });

        Assert.Equal(new SourceChange.Done("chip-wire"), came[0]);
        Assert.Equal(SourceField.Address, Assert.IsType<SourceChange.Refused>(came[1]).Field);
        Assert.Equal(new SourceChange.Done("chip-wire-2"), came[2]);
        Assert.Equal(new SourceChange.Done("import-2"), came[3]);
    }

    [Fact]
    public async Task AddAsync_DryRun_ChangesNothing()
    {
        await using var store = await TestStore.CreateAsync();

        Assert.Equal([new SourceChange.Done("chip-wire"), new SourceChange.AlreadyThere("chip-wire", "Chip Wire")], await store.Get<ISourceCatalogue>().AddAsync([Wire, Wire], dryRun: true, default));

        Assert.Empty(await store.Get<ISourceQueries>().SettingsAsync(default));
    }

    [Fact]
    public async Task EditAsync_NewAddress_KeepsTheOldOneAndIsUnverifiedAgain()
    {
        await using var store = await TestStore.CreateAsync();
        await AddAsync(store, Wire);
        await CheckAsync(store, "chip-wire", null);
        Assert.True((await LineAsync(store, "chip-wire")).IsVerified);

        await store.Get<ISourceCatalogue>().EditAsync("chip-wire", Wire with { Url = "https://wire.example/atom", Name = "The Wire" }, default);

        var source = (await store.Get<ISourceQueries>().FindAsync("chip-wire", default))!;
        Assert.Equal(["https://wire.example/feed"], source.FormerUrls);
        Assert.Equal((false, "The Wire", "the-wire", SourceHealth.Well), (source.Line.IsVerified, source.Line.Name, source.Line.OutletId, source.Line.Health));
        Assert.Contains(await store.Get<ISourceStore>().DueAsync(all: false, null, default), due => due.Id == "chip-wire" && due.Validators == Validators.None);
        Assert.IsType<SourceChange.AlreadyThere>((await AddAsync(store, Wire))[0]);
    }

    [Fact]
    public async Task EditAsync_AddressOfAnother_IsRefused()
    {
        await using var store = await TestStore.CreateAsync();
        await AddAsync(store, Wire, Wire with { Name = "Other", Url = "https://other.example/" });

        Assert.Equal(new SourceChange.AlreadyThere("chip-wire", "Chip Wire"), await store.Get<ISourceCatalogue>().EditAsync("other", Wire, default));
        Assert.IsType<SourceChange.Missing>(await store.Get<ISourceCatalogue>().EditAsync("none", Wire, default));
    }

    [Fact]
    public async Task PauseAsync_ThenResumeAsync_AsksAgain()
    {
        await using var store = await TestStore.CreateAsync();
        await AddAsync(store, Wire);

        await store.Get<ISourceCatalogue>().PauseAsync("chip-wire", default);
        Assert.Equal(SourceHealth.PausedByHand, (await LineAsync(store, "chip-wire")).Health);
        Assert.DoesNotContain(await store.Get<ISourceStore>().DueAsync(all: true, null, default), due => due.Id == "chip-wire");

        await store.Get<ISourceCatalogue>().ResumeAsync("chip-wire", default);
        Assert.Contains(await store.Get<ISourceStore>().DueAsync(all: false, null, default), due => due.Id == "chip-wire");
    }

    [Fact]
    public async Task CloneAsync_MakesAPausedCopy()
    {
        await using var store = await TestStore.CreateAsync();
        await AddAsync(store, Wire);

        Assert.Equal(new SourceChange.Done("chip-wire-copy"), await store.Get<ISourceCatalogue>().CloneAsync("chip-wire", default));

        Assert.Contains(Wire with { Name = "Chip Wire (copy)", IsPaused = true }, await store.Get<ISourceQueries>().SettingsAsync(default));
    }

    [Fact]
    public async Task RemoveAsync_ItsArticlesStay()
    {
        await using var store = await TestStore.CreateAsync();
        await AddAsync(store, Wire with { Name = "cyberivy" });
        await using (var db = await store.OpenAsync())
        {
            await store.AddAsync(new TestArticle("https://wire.example/1", "A", "2026-06-20"));
            await db.Articles.ExecuteUpdateAsync(a => a.SetProperty(x => x.Title, "kept"));
            await store.Get<ISourceCatalogue>().RemoveAsync("cyberivy", default);
            Assert.Equal(1, await db.Articles.CountAsync());
        }

        Assert.Null(await store.Get<ISourceQueries>().FindAsync("cyberivy", default));
        Assert.IsType<SourceChange.Missing>(await store.Get<ISourceCatalogue>().RemoveAsync("sample-cyberivy", default));
    }

    [Fact]
    public async Task RemoveAsync_OfTheStarterPack_StaysAwayAfterARestart_UntilChosenAgain()
    {
        await using var store = await TestStore.CreateAsync(seeds: [Seed("one"), Seed("two")]);
        var catalogue = store.Get<ISourceCatalogue>();
        await catalogue.RemoveAsync("one", default);

        await store.RestartAsync();
        Assert.Equal([("one", false), ("two", true)], (await catalogue.StarterPackAsync(default)).Sources.Select(s => (s.Seed.Id, s.IsTaken)));

        Assert.Equal((1, 1), await catalogue.ChooseStarterAsync(["one", "unknown"], default));
        await store.RestartAsync();
        var pack = await catalogue.StarterPackAsync(default);
        Assert.True(pack.HasChosen);
        Assert.Equal([("one", true), ("two", false)], pack.Sources.Select(s => (s.Seed.Id, s.IsTaken)));
    }

    [Fact]
    public async Task SummaryAsync_SilentSource_IsNotCountedAsWell()
    {
        await using var store = await TestStore.CreateAsync();
        await AddAsync(store, Wire, Wire with { Url = "https://wire.example/asia" });
        await CheckAsync(store, "chip-wire", null, [.. Enumerable.Range(1, 8).Select(day => Item($"old{day}", $"2026-06-0{day}"))]);
        await CheckAsync(store, "chip-wire-2", null, [.. Enumerable.Range(1, 8).Select(day => Item($"new{day}", $"2026-06-2{day}"))]);

        var summary = await store.Get<ISourceQueries>().SummaryAsync(default);

        Assert.Equal((1, 1, 0, 2), (summary.Well, summary.Silent, summary.Failing, summary.Samples));
        Assert.Equal(new SourceGlance(2, summary.LastCheckAt), await store.Get<ISourceQueries>().GlanceAsync(default));
    }

    [Theory]
    [InlineData(FetchFailure.Timeout, true)]
    [InlineData(FetchFailure.NotFound, false)]
    [InlineData(null, false)]
    public async Task GlanceAsync_NoneCanBeReached_TheLineIsDown(FetchFailure? third, bool isDown)
    {
        await using var store = await TestStore.CreateAsync();
        await AddAsync(store, Wire, Wire with { Url = "https://wire.example/asia" }, Wire with { Url = "https://wire.example/europe" });
        await CheckAsync(store, "chip-wire", null);
        store.Clock.Advance(TimeSpan.FromHours(1));
        await CheckAsync(store, "chip-wire", FetchFailure.Dns);
        await CheckAsync(store, "chip-wire-2", FetchFailure.Connection);
        Assert.False((await store.Get<ISourceQueries>().GlanceAsync(default)).Line.IsDown);

        await CheckAsync(store, "chip-wire-3", third);

        var line = (await store.Get<ISourceQueries>().GlanceAsync(default)).Line;
        Assert.Equal(isDown ? new OutsideLine(true, store.Clock.GetUtcNow().AddHours(-1)) : OutsideLine.Up, line);
        Assert.Equal(line, (await store.Get<ISourceQueries>().SummaryAsync(default)).Line);
    }

    [Fact]
    public async Task EditAsync_AnotherName_TakesItsArticlesAlong()
    {
        await using var store = await TestStore.CreateAsync();
        await AddAsync(store, Wire, Wire with { Url = "https://wire.example/asia" });
        await ReadAsync(store, "chip-wire", "Chip Wire", "a", "TSMC in talks over a plant");
        await ReadAsync(store, "chip-wire-2", "Chip Wire", "b", "Nvidia opens a laboratory");
        await store.Get<IStoryGrouper>().GroupAsync(default);

        await store.Get<ISourceCatalogue>().EditAsync("chip-wire", Wire with { Name = "The Wire" }, default);
        await ReadAsync(store, "chip-wire", "Chip Wire", "c", "Amazon orders memory from Micron"); // by a round that began before
        await store.Get<IStoryGrouper>().GroupAsync(default);

        var outlets = (await store.Get<ITimelineQueries>().FacetsAsync(TimelineFilter.All, default)).Groups.Single(group => group.Facet == Facet.Outlet).Values;
        Assert.Equal([("chip-wire", "Chip Wire"), ("the-wire", "The Wire")], outlets.Select(outlet => (outlet.Id, outlet.Name)).Order());
        await using var db = await store.OpenAsync();
        Assert.Equal(["chip-wire", "the-wire", "the-wire"], await db.Articles.Select(a => a.OutletId).OrderBy(outlet => outlet).ToListAsync());
        Assert.Equal("the-wire", (await LineAsync(store, "chip-wire")).OutletId);
        Assert.All(await store.Get<StoreDoctor>().ExamineAsync(default).ToListAsync(), finding => Assert.True(finding.IsWell, finding.Sentence));
    }

    [Fact]
    public async Task EditAsync_NameOfAnotherSource_JoinsItsOutlet()
    {
        await using var store = await TestStore.CreateAsync();
        await AddAsync(store, Wire, new SourceSettings("Feed of the wire", "rss", "https://wire.example/asia"));
        await ReadAsync(store, "chip-wire", "Chip Wire", "a", "TSMC in talks over a plant");
        await ReadAsync(store, "feed-of-the-wire", "Feed of the wire", "b", "TSMC in talks over a plant, reports say");
        await store.Get<IStoryGrouper>().GroupAsync(default);

        await store.Get<ISourceCatalogue>().EditAsync("feed-of-the-wire", new("Chip Wire", "rss", "https://wire.example/asia"), default);

        await using var db = await store.OpenAsync();
        Assert.Equal(["chip-wire"], await db.Outlets.Select(outlet => outlet.Id).ToListAsync());
        Assert.Equal(1, await db.FacetCounts.CountAsync(count => count.Facet == Facet.Outlet && count.Stories > 0));
    }

    [Fact]
    public async Task ListAsync_DayOnWhichAllFailed_IsAGap()
    {
        await using var store = await TestStore.CreateAsync();
        await AddAsync(store, Wire);
        await CheckAsync(store, "chip-wire", null, Item("a", "2026-07-01"), Item("b", "2026-07-01"), Item("c", "2026-06-30"));
        store.Clock.Advance(TimeSpan.FromDays(1));
        await CheckAsync(store, "chip-wire", FetchFailure.Dns);

        var line = await LineAsync(store, "chip-wire");

        Assert.Equal([(1, false), (2, false), (0, true)], line.Days.TakeLast(3).Select(day => (day.Items, day.IsGap)));
        Assert.Equal(new DateOnly(2026, 7, 2), line.Days[^1].Day);
    }

    [Fact]
    public async Task ItemsAsync_AndChecksAsync_ComeInPages()
    {
        await using var store = await TestStore.CreateAsync();
        await AddAsync(store, Wire);
        for (var i = 0; i < 30; i++)
        {
            await CheckAsync(store, "chip-wire", null, Item($"n{i}", $"2026-06-{1 + (i / 2):00}"));
        }

        var queries = store.Get<ISourceQueries>();
        var items = await queries.ItemsAsync("chip-wire", null, default);
        var older = await queries.ItemsAsync("chip-wire", items.Next, default);
        Assert.Equal((25, 5), (items.Items.Count, older.Items.Count));
        Assert.Equal(30, items.Items.Concat(older.Items).Select(item => item.Id).Distinct().Count());
        Assert.Null(older.Next);

        var checks = await queries.ChecksAsync("chip-wire", null, default);
        Assert.Equal(5, (await queries.ChecksAsync("chip-wire", checks.Next, default)).Items.Count);
        Assert.Equal(25, (await queries.ChecksAsync("chip-wire", "nonsense", default)).Items.Count);
        Assert.Equal(25, (await queries.ItemsAsync("chip-wire", "99999999999999999999.x", default)).Items.Count);
    }

    private static SeedSource Seed(string id) => FixedCatalogue.Starter(id, "en", 1, false).Seed;

    private static ChipWatch.Pipeline.Feeds.FeedItem Item(string id, string day) =>
        new(id, $"https://wire.example/{id}", id, DateTimeOffset.Parse(day + "T00:00Z", System.Globalization.CultureInfo.InvariantCulture), null, null, null, []);

    /// <summary>Stores an article as a round does.</summary>
    private static async Task ReadAsync(TestStore store, string source, string name, string id, string title)
    {
        await CheckAsync(store, source, null, Item(id, "2026-06-30"));
        var item = Assert.Single(await store.Get<ISourceStore>().PendingAsync(source, 10, default));
        await store.Get<IArticleStore>().StoreAsync(item.Id, new TestArticle(item.Url.AbsoluteUri, title, "2026-06-30T00:00") { Outlet = name }.Read(source), default);
    }

    private static Task<IReadOnlyList<SourceChange>> AddAsync(TestStore store, params SourceSettings[] sources) => store.Get<ISourceCatalogue>().AddAsync(sources, dryRun: false, default);

    private static async Task<SourceLine> LineAsync(TestStore store, string id) => (await store.Get<ISourceQueries>().FindAsync(id, default))!.Line;

    private static Task<int> CheckAsync(TestStore store, string id, FetchFailure? failure, params ChipWatch.Pipeline.Feeds.FeedItem[] items) => store.Get<ISourceStore>().StoreCheckAsync(
        new SourceCheck(id, TimeSpan.Zero, store.Clock.GetUtcNow().AddHours(1), failure, failure is null ? null : "It failed.", new Validators("\"v\"", null), items, false, null, false), default);
}
