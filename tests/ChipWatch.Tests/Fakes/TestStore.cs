using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Proposals;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Seeding;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Upkeep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.Fakes;

/// <summary>A real store in a folder of its own, with a clock that stands at 1 July 2026, noon UTC.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly bool ownsFolder;

    private readonly NewsCatalogue news;

    private TestStore(IReadOnlyList<SeedSource>? seeds = null, string? folder = null, StoreOptions? options = null, NewsCatalogue? catalogue = null)
    {
        ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("chipwatch-").FullName;
        news = (catalogue ?? Catalogue) with { Sources = seeds ?? [] };
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IDiskSpace>(Disk)
            .AddChipWatchStore(options ?? new StoreOptions(), Folder, _ => news)
            .BuildServiceProvider();
    }

    public string Folder { get; }

    /// <summary>The disk as the store sees it; has room unless a test says otherwise.</summary>
    public FixedDisk Disk { get; } = new();

    /// <summary>A store without tables yet, in a folder of its own or over the files of another.</summary>
    public static TestStore Bare(string? folder = null, StoreOptions? options = null) => new(null, folder, options);

    /// <summary>A store over the files of another, with other seeds.</summary>
    public static TestStore Over(string folder, NewsCatalogue seeds) => new(null, folder, null, seeds);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    public static NewsCatalogue Catalogue { get; } = new(
        [Company("amazon", "Amazon"), Company("nvidia", "NVIDIA"), Company("tsmc", "TSMC")],
        [],
        [Topic("sovereign-ai", "Sovereign AI"), Topic("memory-hbm", "Memory and HBM")],
        []);

    public static SampleWeb Samples { get; } = new(
        [new("bloomberg", "Bloomberg", "en", "https://samples.invalid/bloomberg", "https://samples.invalid/"), new("cyberivy", "cyberivy", "en", "https://samples.invalid/cyberivy", "https://samples.invalid/")],
        []);

    public static async Task<TestStore> CreateAsync(bool samples = true, params IReadOnlyList<SeedSource> seeds)
    {
        var store = new TestStore(seeds);
        await store.Get<IStoreSetup>().PrepareAsync(store.news, samples ? Samples : null, CancellationToken.None);
        return store;
    }

    /// <summary>A store over a catalogue and outlets of one's own.</summary>
    public static async Task<TestStore> CreateAsync(NewsCatalogue catalogue, SampleWeb outlets)
    {
        var store = new TestStore(catalogue: catalogue);
        await store.Get<IStoreSetup>().PrepareAsync(store.news, outlets, CancellationToken.None);
        return store;
    }

    /// <summary>What the program does with its store at every start.</summary>
    public Task RestartAsync() => Get<IStoreSetup>().PrepareAsync(news, null, CancellationToken.None);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<ChipWatchDb> OpenAsync() => Get<IDbContextFactory<ChipWatchDb>>().CreateDbContextAsync();

    /// <summary>Stores an article as if its item had come in a feed and its page had been read.</summary>
    public Task<StoredAs> AddAsync(TestArticle article) => AddAsync(article, "sample-" + article.Outlet);

    /// <summary>The same from a source of one's own.</summary>
    public Task<StoredAs> AddAsync(TestArticle article, string source) => AddAsync(article.Read(source));

    /// <summary>The same of one that went through the steps before.</summary>
    public async Task<StoredAs> AddAsync(ReadArticle read)
    {
        var item = new FeedItem(read.CanonicalUrl, read.CanonicalUrl, read.Article.Title, read.PublishedAt, null, null, null, []);
        await Get<ISourceStore>().StoreCheckAsync(
            new SourceCheck(read.SourceId, TimeSpan.Zero, Clock.GetUtcNow().AddHours(1), null, null, Validators.None, [item], false, null, false), CancellationToken.None);
        await using var db = await OpenAsync();
        var itemId = await db.Items.Where(i => i.SourceId == read.SourceId && i.Url == read.CanonicalUrl).Select(i => i.Id).SingleAsync();
        return await Get<IArticleStore>().StoreAsync(itemId, read, CancellationToken.None);
    }

    public async Task AddAndGroupAsync(params TestArticle[] articles)
    {
        foreach (var article in articles)
        {
            await AddAsync(article);
        }

        await Get<IStoryGrouper>().GroupAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    public static Company Company(string id, string name) => new(id, name, [], ["designer"], "US", null, null, null, null, null, "#123456");

    private static Topic Topic(string id, string name) => new(id, name, name, null, [], new Dictionary<string, string>());
}

/// <summary>A disk with as much room as a test wants.</summary>
internal sealed class FixedDisk : IDiskSpace
{
    public long? Free { get; set; } = 10L * 1024 * 1024 * 1024;

    public long? FreeBytes(string folder) => Free;
}

/// <summary>An article made by hand; every default may be overridden.</summary>
internal sealed record TestArticle(string Url, string Title, string Day)
{
    public string Outlet { get; init; } = "cyberivy";

    public string Text { get; init; } = "Amazon says that talks are under way.";

    public IReadOnlyList<string> Companies { get; init; } = ["amazon"];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public EventType Type { get; init; } = EventType.Talks;

    public EventStatus Status { get; init; } = EventStatus.Talks;

    public IReadOnlyList<string> ReportedBy { get; init; } = [];

    public string Language { get; init; } = "en";

    public long CatalogueVersion { get; init; }

    /// <summary>Unknown names that it uses like companies.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public DateTimeOffset Published => DateTimeOffset.Parse(Day + "Z", System.Globalization.CultureInfo.InvariantCulture);

    public ReadArticle Read(string sourceId)
    {
        var evidence = TextSpan.Of(TextField.Text, Text, 0, Text.Length);
        Tag Tagged(string id) => new(id, Salience.Primary, 0.9, [evidence]) { Parts = [new ScorePart("in the text", 1)] };
        var tags = new ArticleTags(
            [.. Companies.Select(Tagged)], [], [.. Topics.Select(Tagged)], new ArticleEvent(Type, Status, ReportedBy, [evidence]), [])
        {
            Names = [.. Names.Select(name => new NameProposal(name, IsChip: false, evidence))],
        };
        var article = new ExtractedArticle(Title, null, Published, Language, Text, $"<p>{Text}</p>", null, [new Block(BlockRole.Fact, BlockKind.Paragraph, 0, Text.Length)]);
        var text = new ArticleText(Url, Url, Outlet, Language, Published, Title, Text, article.Blocks);
        return new(sourceId, Outlet, Url, Published, article, tags, StorySignature.Of(text, tags), "<html></html>"u8.ToArray()) { CatalogueVersion = CatalogueVersion };
    }
}
