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
internal sealed class StoreMeasures(ServiceProvider services)
{
    private const int Batch = 200;
    private const int Queries = 100;

    private static readonly TimelineFilter Search = new([], [], "word17");

    private int stored;

    /// <summary>Grows a store in a folder of its own and measures it at each size.</summary>
    public static async Task RunAsync(IReadOnlyList<int> sizes, Action<Measured> tell)
    {
        var folder = Directory.CreateTempSubdirectory("chipwatch-bench-");
        try
        {
            var news = new NewsCatalogue([], [], [], []);
            await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddChipWatchStore(new StoreOptions(), folder.FullName, _ => news).BuildServiceProvider();
            await services.GetRequiredService<IStoreSetup>().PrepareAsync(
                news, new SampleWeb([new("bench", "Bench", "en", "https://bench.invalid/feed", "https://bench.invalid/")], []), CancellationToken.None);
            var store = new StoreMeasures(services);
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
        var grouper = services.GetRequiredService<IStoryGrouper>();
        while (stored < size - Batch)
        {
            await StoreAsync(Batch);
            await grouper.SettleAsync(CancellationToken.None);
        }

        var at = string.Create(CultureInfo.InvariantCulture, $"{size:N0} articles");
        var storing = await Measured.TimeAsync(1, _ => StoreAsync(Batch)) / Batch;
        var grouping = await Measured.TimeAsync(1, _ => grouper.SettleAsync(CancellationToken.None)) / Batch;
        tell(new($"store an article, {at}", storing, null, default));
        tell(new($"group an article, {at}", grouping, "storing it", storing));

        var timeline = services.GetRequiredService<ITimelineQueries>();
        tell(await Measured.AgainstAsync(
            $"newest 50 stories, {at}", Queries, _ => timeline.PageAsync(TimelineFilter.All, null, 50, CancellationToken.None),
            "bare SQL", _ => RowsAsync("SELECT * FROM Stories ORDER BY LatestAt DESC, Id DESC LIMIT 51")));
        tell(await Measured.AgainstAsync(
            $"newest 50 stories with a word, {at}", Queries, _ => timeline.PageAsync(Search, null, 50, CancellationToken.None),
            "bare SQL, newest articles by rowid", _ => RowsAsync("SELECT a.* FROM ArticleWords w JOIN Articles a ON a.Id = w.rowid WHERE ArticleWords MATCH 'word17' ORDER BY w.rowid DESC LIMIT 51")));
    }

    private async Task StoreAsync(int more)
    {
        var articles = Enumerable.Range(stored, more).Select(SyntheticNews.Of).ToList();
        stored += more;
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
