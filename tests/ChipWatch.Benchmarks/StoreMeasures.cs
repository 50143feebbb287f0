using System.Globalization;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Seeding;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChipWatch.Benchmarks;

/// <summary>What a store of synthetic articles costs, at several sizes of one store that grows.</summary>
internal sealed class StoreMeasures(ServiceProvider services, SyntheticNews synthetic)
{
    /// <summary>So many articles are stored and grouped at each size before what counts, so that pages are in memory.</summary>
    private const int WarmUp = 100;
    private const int Batch = 300;
    private const int Batches = (SyntheticNews.Block - WarmUp) / Batch;
    private const int Queries = 40;

    private int filled;
    private TimeSpan? firstGrouping;

    /// <summary>Grows a store in a folder of its own and measures it at each size.</summary>
    public static async Task RunAsync(IReadOnlyList<int> sizes, Action<Measured> tell)
    {
        var folder = Directory.CreateTempSubdirectory("chipwatch-bench-");
        try
        {
            var names = NewsCatalogue.LoadSeeds();
            var news = new NewsCatalogue([], [], [], []);
            await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddChipWatchStore(new StoreOptions(), folder.FullName, _ => news).BuildServiceProvider();
            await services.GetRequiredService<IStoreSetup>().PrepareAsync(
                news, new SampleWeb([new("bench", "Bench", "en", "https://bench.invalid/feed", "https://bench.invalid/")], []), CancellationToken.None);
            var store = new StoreMeasures(services, new SyntheticNews(names));
            foreach (var size in sizes)
            {
                await store.MeasureAsync(size, tell);
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private async Task MeasureAsync(int size, Action<Measured> tell)
    {
        if (filled == 0)
        {
            // The first block goes the way of all articles, so that code is compiled before anything counts.
            await StoreAsync(0, SyntheticNews.Block);
            await services.GetRequiredService<IStoryGrouper>().SettleAsync(CancellationToken.None);
            filled = SyntheticNews.Block;
        }

        // The articles measured at the size before are part of a block that is left as it is.
        size = (size + SyntheticNews.Block - 1) / SyntheticNews.Block * SyntheticNews.Block;
        await using (var db = await services.GetRequiredService<IDbContextFactory<ChipWatchDb>>().CreateDbContextAsync())
        {
            await StoreFiller.FillAsync(db, synthetic, filled, size);
        }

        filled = size + SyntheticNews.Block;
        var at = string.Create(CultureInfo.InvariantCulture, $"{size:N0} articles");
        await MeasureWritingAsync(size, at, tell);
        await MeasureReadingAsync(at, tell);
    }

    private async Task MeasureWritingAsync(int size, string at, Action<Measured> tell)
    {
        var grouper = services.GetRequiredService<IStoryGrouper>();
        await StoreAsync(size, WarmUp);
        await grouper.SettleAsync(CancellationToken.None);
        var (stored, grouped) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var batch = 0; batch < Batches; batch++)
        {
            stored.Add(await Measured.TimeAsync(1, _ => StoreAsync(size + WarmUp + (batch * Batch), Batch)) / Batch);
            grouped.Add(await Measured.TimeAsync(1, _ => grouper.SettleAsync(CancellationToken.None)) / Batch);
        }

        var (storing, grouping) = (Measured.Median(stored), Measured.Median(grouped));
        tell(new($"store an article, {at}", storing, null, default));
        tell(new($"group an article, {at}", grouping, firstGrouping is null ? "storing it" : "the same in the smallest store", firstGrouping ?? storing));
        firstGrouping ??= grouping;
    }

    private async Task MeasureReadingAsync(string at, Action<Measured> tell)
    {
        var busiest = synthetic.BusiestCompany;
        await TellAsync("newest 50 stories", TimelineFilter.All, "bare SQL", "SELECT * FROM Stories ORDER BY LatestAt DESC, Id DESC LIMIT 51");
        await TellAsync(
            "newest 50 of a vendor", new([new(Facet.Vendor, busiest)], [], null), "bare SQL",
            $"SELECT s.* FROM StoryFacets f JOIN Stories s ON s.Id = f.StoryId WHERE f.Facet = {(int)Facet.Vendor} AND f.Value = '{busiest}' ORDER BY f.LatestAt DESC, f.StoryId DESC LIMIT 51");
        foreach (var (word, kind) in new[] { ("word17", "common"), ("word29017", "seldom"), ("nowhere", "unknown") })
        {
            await TellAsync(
                $"newest 50 stories with a {kind} word", new([], [], word), "bare SQL, newest articles by rowid",
                $"SELECT a.* FROM ArticleWords w JOIN Articles a ON a.Id = w.rowid WHERE ArticleWords MATCH '{word}' ORDER BY w.rowid DESC LIMIT 51");
        }

        var timeline = services.GetRequiredService<ITimelineQueries>();
        tell(await Measured.AgainstAsync(
            $"counts beside the timeline, {at}", Queries, _ => timeline.FacetsAsync(TimelineFilter.All, CancellationToken.None), "bare SQL", _ => RowsAsync("SELECT * FROM FacetCounts")));

        async Task TellAsync(string what, TimelineFilter filter, string bare, string sql) => tell(await Measured.AgainstAsync(
            $"{what}, {at}", Queries, _ => services.GetRequiredService<ITimelineQueries>().PageAsync(filter, null, 50, CancellationToken.None), bare, _ => RowsAsync(sql)));
    }

    private async Task StoreAsync(int from, int more)
    {
        var articles = Enumerable.Range(from, more).Select(synthetic.Of).ToList();
        var items = articles.Select(read => new FeedItem(read.CanonicalUrl, read.CanonicalUrl, read.Article.Title, read.PublishedAt, null, null, null, [])).ToList();
        await services.GetRequiredService<ISourceStore>().StoreCheckAsync(
            new SourceCheck(SyntheticNews.SourceId, TimeSpan.Zero, DateTimeOffset.UtcNow.AddHours(1), null, null, Validators.None, items, false, null, false), CancellationToken.None);
        await using var db = await services.GetRequiredService<IDbContextFactory<ChipWatchDb>>().CreateDbContextAsync();
        var urls = articles.Select(read => read.CanonicalUrl).ToList();
        var ids = await db.Items.Where(item => urls.Contains(item.Url!)).ToDictionaryAsync(item => item.Url!, item => item.Id);
        foreach (var read in articles)
        {
            await services.GetRequiredService<IArticleStore>().StoreAsync(ids[read.CanonicalUrl], read, CancellationToken.None);
        }
    }

    private async Task RowsAsync(string sql)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ChipWatchDb>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var values = new object[rows.FieldCount];
        while (await rows.ReadAsync())
        {
            rows.GetValues(values);
        }
    }
}
