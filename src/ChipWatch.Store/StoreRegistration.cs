using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Follows;
using ChipWatch.Store.Leases;
using ChipWatch.Store.Seeding;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Sqlite;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Today;
using ChipWatch.Store.Upkeep;
using ChipWatch.Store.Vendors;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChipWatch.Store;

/// <summary>The only way into the store.</summary>
public static class StoreRegistration
{
    /// <summary>Adds the store with its questions and writers. The database itself is made by <see cref="IStoreSetup.PrepareAsync"/>.</summary>
    /// <param name="services">The container; must hold a TimeProvider.</param>
    /// <param name="options">Which database.</param>
    /// <param name="dataDirectory">Where the SQLite file lives; made if missing.</param>
    /// <param name="catalogue">Names of companies, chips and topics.</param>
    public static IServiceCollection AddChipWatchStore(
        this IServiceCollection services, StoreOptions options, string dataDirectory, Func<IServiceProvider, NewsCatalogue> catalogue)
    {
        var connection = ConnectionString(options, dataDirectory);
        var fence = new IngestFence();
        services.AddSingleton(fence);
        services.AddDbContextFactory<SqliteDb>(context => context
            .UseSqlite(connection)
            .AddInterceptors(new SqlitePragmas(), new FenceCheck(fence), new QueryLimit()));
        services.AddSingleton<IDbContextFactory<ChipWatchDb>, SharedFactory<SqliteDb>>();

        services.AddSingleton(options);
        services.TryAddSingleton(new RereadSchedule(RereadSchedule.Default));
        services.AddSingleton<WriteGate>();
        services.AddSingleton(catalogue);
        services.AddSingleton<LiveCatalogue>();
        services.AddSingleton(provider => new TagNames(provider.GetRequiredService<LiveCatalogue>()));
        services.AddSingleton<StoryCards>();
        services.AddSingleton<StoryQuestions>();
        services.AddSingleton<StoryAdditions>();
        services.AddSingleton<IFollows, FollowStore>();

        services.AddSingleton(StoreFiles.Of(connection));
        services.TryAddSingleton<IDiskSpace, SystemDiskSpace>();
        services.AddSingleton<StoreNotices>();
        services.AddSingleton<IngestLease>();
        services.AddSingleton(provider => new IngestPermit(
            provider.GetRequiredService<IngestLease>(), provider.GetRequiredService<StoreFiles>(), provider.GetRequiredService<IDiskSpace>(), provider.GetRequiredService<StoreNotices>(), options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IStoreBackup, StoreBackup>();
        services.AddSingleton(provider => new StoreRestore(
            provider.GetRequiredService<IDbContextFactory<ChipWatchDb>>(), provider.GetRequiredService<StoreFiles>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new StoreDoctor(
            provider.GetRequiredService<IDbContextFactory<ChipWatchDb>>(), provider.GetRequiredService<StoreFiles>(), provider.GetRequiredService<IDiskSpace>(), options, provider.GetRequiredService<TimeProvider>()));

        services.AddSingleton<IStoreSetup, StoreSetup>();
        services.AddSingleton<ICatalogueStore, CatalogueStore>();
        services.AddSingleton<IProposals, ProposalQueue>();
        services.AddQuestions<ICatalogueQueries, CatalogueQueries>();
        services.AddSingleton<ISourceStore, SourceStore>();
        services.AddSingleton<ISourceCatalogue, SourceCatalogue>();
        services.AddSingleton<IArticleStore, ArticleStore>();
        services.AddSingleton<IRereadingStore, RereadingStore>();
        services.AddSingleton<IRetagStore, RetagStore>();
        services.AddSingleton<IStoryGrouper, StoryGrouper>();
        services.AddSingleton<IStoryDecisions, StoryDecisions>();

        services.AddSingleton<QuestionFactory>();
        services.AddQuestions<ITimelineQueries, TimelineQueries>();
        services.AddQuestions<IStoryQueries, StoryQueries>();
        services.AddQuestions<IArticleQueries, ArticleQueries>();
        services.AddQuestions<IVendorQueries, VendorQueries>();
        services.AddQuestions<ISourceQueries, SourceQueries>();
        services.AddQuestions<ITodayQueries, TodayQueries>();
        services.AddSingleton<DigestQueries>();
        services.AddSingleton<IDigestQueries>(provider => provider.GetRequiredService<DigestQueries>());
        services.AddSingleton<IDigestStore>(provider => provider.GetRequiredService<DigestQueries>());
        return services;
    }

    /// <summary>Questions of pages, over contexts that end what takes too long.</summary>
    private static void AddQuestions<TQuestions, TAnswers>(this IServiceCollection services)
        where TQuestions : class
        where TAnswers : class, TQuestions =>
        services.AddSingleton<TQuestions>(provider => ActivatorUtilities.CreateInstance<TAnswers>(provider, provider.GetRequiredService<QuestionFactory>()));

    private static string ConnectionString(StoreOptions options, string dataDirectory)
    {
        if (options.ConnectionString.Length > 0)
        {
            return options.ConnectionString;
        }

        Directory.CreateDirectory(dataDirectory);
        return new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataDirectory, "chipwatch.db") }.ToString();
    }

    /// <summary>Hands the one configured context out as the model that all databases share.</summary>
    private sealed class SharedFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<ChipWatchDb>
        where TContext : ChipWatchDb
    {
        public ChipWatchDb CreateDbContext() => contexts.CreateDbContext();

        public async Task<ChipWatchDb> CreateDbContextAsync(CancellationToken cancellationToken) =>
            await contexts.CreateDbContextAsync(cancellationToken);
    }
}
