using System.Text;
using ChipWatch.Ingestion;
using ChipWatch.Live;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Seeding;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Upkeep;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChipWatch.Tests.App.Ingestion;

/// <summary>Whole rounds over a real server with everything that goes wrong out there: feed, items, pages, articles, over real sockets.</summary>
public sealed class FaultyWorldTests : IAsyncLifetime
{
    private const int Healthy = 4;
    private const int ItemsEach = 3;
    private FaultServer server = null!;
    private TestStore store = null!;
    private PageFetcher fetcher = null!;
    private IngestionRound round = null!;
    private RoundMonitor monitor = null!;

    private static Dictionary<string, (Action<FaultServer, string> Set, FetchFailure Expected)> Faults => new(StringComparer.Ordinal)
    {
        ["error"] = ((server, path) => server.On(path, FaultServer.Status(500)), FetchFailure.ServerError),
        ["busy"] = ((server, path) => server.On(path, FaultServer.Status(429, "7200")), FetchFailure.RateLimited),
        ["missing"] = ((server, path) => server.On(path, FaultServer.Status(404)), FetchFailure.NotFound),
        ["gone"] = ((server, path) => server.On(path, FaultServer.Status(410)), FetchFailure.Gone),
        ["closed"] = ((server, path) => server.On(path, FaultServer.Status(402)), FetchFailure.AccessDenied),
        ["teapot"] = ((server, path) => server.On(path, FaultServer.Status(418)), FetchFailure.ClientError),
        ["hanging"] = ((server, path) => server.On(path, FaultServer.Hang), FetchFailure.Timeout),
        ["dripping"] = ((server, path) => server.On(path, FaultServer.Drip), FetchFailure.Timeout),
        ["cut"] = ((server, path) => server.On(path, FaultServer.Cut), FetchFailure.Connection),
        ["endless"] = ((server, path) => server.On(path, FaultServer.Endless), FetchFailure.TooLarge),
        ["bomb"] = ((server, path) => server.On(path, FaultServer.Bomb), FetchFailure.TooLarge),
        ["packed"] = ((server, path) => server.On(path, FaultServer.Packed("gzip", [1, 2, 3])), FetchFailure.Protocol),
        ["loop"] = ((server, path) => server.On(path, FaultServer.Redirect(path)), FetchFailure.Redirects),
        ["inside"] = ((server, path) => server.On(path, FaultServer.Redirect("http://169.254.169.254/latest/meta-data/")), FetchFailure.AddressRefused),
        ["moved"] = ((server, path) => server.On(path, FaultServer.Redirect(path + "-new", 301)).On(path + "-new", "<html>Our new site has much to tell.</html>"), FetchFailure.Moved),
        ["page"] = ((server, path) => server.On(path, "<html><title>News</title>Welcome.</html>"), FetchFailure.NotAFeed),
        ["shell"] = ((server, path) => server.On(path, "<rss version=\"2.0\"><itém>1</itém></rss>", "application/rss+xml"), FetchFailure.NotAFeed),
        ["challenge"] = ((server, path) => server.On(path, "<!doctype html><title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/a></script>"), FetchFailure.Challenge),
        ["login"] = ((server, path) => server.On(path, FaultServer.Redirect("/login")).On("/login", "<html><form><input type=password></form></html>"), FetchFailure.LoginWall),
        ["empty"] = ((server, path) => server.On(path, ""), FetchFailure.Empty),
    };

    public async ValueTask InitializeAsync()
    {
        var faults = Faults;
        server = await FaultServer.StartAsync(Healthy + faults.Count);
        var sources = new List<SeedSource>();
        for (var n = 0; n < Healthy; n++)
        {
            sources.Add(Source($"healthy-{n}", server.At($"/h{n}/feed", n)));
            server.OnTagged($"/h{n}/feed", Feed(n), "application/rss+xml");
            for (var i = 0; i < ItemsEach; i++)
            {
                server.On($"/h{n}/{i}", Page(n, i));
            }
        }

        foreach (var (name, (set, _)) in faults)
        {
            set(server, $"/{name}");
            sources.Add(Source(name, server.At($"/{name}", sources.Count)));
        }

        store = await TestStore.CreateAsync(samples: false);
        await store.Get<IStoreSetup>().PrepareAsync(TestStore.Catalogue with { Sources = sources }, null, CancellationToken.None);
        // Long enough for a busy machine to answer what is meant to be answered
        var fetching = new FetchingOptions
        {
            HostGap = TimeSpan.Zero, Allow = ["127.0.0.1/32"], HeaderTimeout = TimeSpan.FromSeconds(4), Timeout = TimeSpan.FromSeconds(6), MaxFeedBytes = 1024 * 1024 * 4,
        };
        fetcher = new(fetching, TimeProvider.System);
        monitor = new(store.Clock);
        var options = Options.Create(new IngestionOptions());
        var reading = new PageReading(new ArticleExtractor(), new LiveCatalogue(TestStore.Catalogue), store.Clock);
        var rereading = new ArticleRereading(
            fetcher, store.Get<IRereadingStore>(), store.Get<IArticleStore>(), reading, store.Get<RereadSchedule>(), Options.Create(new RereadingOptions()), options, store.Clock, NullLogger<ArticleRereading>.Instance);
        var ingester = new SourceIngester(
            fetcher,
            new SampleFetcher("nowhere"),
            store.Get<ISourceStore>(),
            store.Get<IArticleStore>(),
            reading,
            options,
            store.Clock,
            NullLogger<SourceIngester>.Instance);
        round = new(
            store.Get<ISourceStore>(), ingester, rereading, store.Get<IngestPermit>(), store.Get<IStoryGrouper>(), store.Get<IDigestStore>(), new StoryNotifier(), monitor,
            options, Options.Create(fetching), store.Clock, NullLogger<IngestionRound>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        monitor.Dispose();
        await store.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task RunAsync_EveryFault_IsNamedAndTheHealthyAreComplete()
    {
        var results = await RunAsync(all: false);

        Assert.Equal(
            Faults.Select(fault => (fault.Key, (FetchFailure?)fault.Value.Expected)).Order(),
            results.Where(result => result.Failure is not null).Select(result => (result.Source, result.Failure)).Order());
        Assert.All(results.Where(result => result.Failure is null), result => Assert.Equal((ItemsEach, ItemsEach), (result.NewItems, result.Articles)));
        Assert.Equal(1, server.MostAtOnce);
        Assert.Equal((results.Count, Faults.Count, Healthy * ItemsEach), (monitor.Last!.Done, monitor.Last.Failed, monitor.Last.Articles));
        Assert.All(monitor.Last.Sources.Where(source => source.Failure is not null), source => Assert.NotEmpty(source.Cause!));
    }

    [Fact]
    public async Task RunAsync_AgainAndAgain_AsksConditionallyDoublesNothingAndWritesTheChecksAlone()
    {
        await RunAsync(all: false);
        var before = await TablesAsync();
        var asked = server.Asked.Count;
        for (var i = 0; i < 3; i++)
        {
            foreach (var result in (await RunAsync(all: true)).Where(result => result.Failure is null))
            {
                Assert.True(result.Unchanged);
            }
        }

        Assert.All(server.Asked.Skip(asked).Where(request => request.Path.StartsWith("/h", StringComparison.Ordinal) && request.Path != "/hanging"), request =>
        {
            Assert.EndsWith("/feed", request.Path, StringComparison.Ordinal);
            Assert.NotNull(request.IfNoneMatch);
        });
        var after = await TablesAsync();
        Assert.All(before, table => Assert.Equal(table.Value, after[table.Key]));
        await using var db = await store.OpenAsync();
        Assert.All(await db.Fetches.Where(f => f.WasUnchanged).ToListAsync(), check => Assert.Equal(3, check.Times));
    }

    private Task<IReadOnlyList<SourceResult>> RunAsync(bool all) => round.RunAsync(new RoundRequest(all, Only: null, IsLive: false), null, CancellationToken.None);

    /// <summary>Every row of every table but the sources, their checks and the lease.</summary>
    private async Task<IReadOnlyDictionary<string, string>> TablesAsync()
    {
        await using var db = await store.OpenAsync();
        var tables = await db.Database.SqlQueryRaw<string>(
            "SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND name NOT IN ('Sources', 'Fetches', 'Leases', 'sqlite_sequence') ORDER BY name").ToListAsync();
        var contents = new Dictionary<string, string>(StringComparer.Ordinal);
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of tables come from the store alone
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            var text = new StringBuilder();
            while (await rows.ReadAsync())
            {
                var values = new object[rows.FieldCount];
                rows.GetValues(values);
                text.AppendJoin('|', values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value)).Append('\n');
            }

            contents[table] = text.ToString();
        }

        return contents;
    }

    private static SeedSource Source(string id, Uri feed) => new(id, id, "rss", feed.AbsoluteUri, feed.AbsoluteUri, "en", 1, "news", [], null, null);

    private static string Feed(int n) =>
        $"<rss version=\"2.0\"><channel><title>Outlet {n}</title>"
        + string.Concat(Enumerable.Range(0, ItemsEach).Select(i => $"<item><title>Report {i} of {n}</title><link>/h{n}/{i}</link><guid isPermaLink=\"false\">{n}-{i}</guid></item>"))
        + "</channel></rss>";

    private static string Page(int n, int i) =>
        $"""
        <html lang="en"><body><article><h1>Report {i} of outlet {n} about the market</h1>
        <p>Amazon said in its report number {i} that the production of its chips will be extended in the coming year, according to the outlet with the number {n}.</p>
        <p>Neither prices nor customers have been named so far, while Nvidia still dominates the market for accelerators by a wide margin.</p>
        </article></body></html>
        """;
}
