using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Seeding;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Sqlite;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Today;
using ChipWatch.Store.Vendors;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        services.AddDbContextFactory<SqliteDb>(context => context
            .UseSqlite(ConnectionString(options, dataDirectory))
            .AddInterceptors(new SqlitePragmas()));
        services.AddSingleton<IDbContextFactory<ChipWatchDb>, SharedFactory<SqliteDb>>();

        services.AddSingleton<WriteGate>();
        services.AddSingleton(catalogue);
        services.AddSingleton<TagNames>();
        services.AddSingleton<StoryCards>();

        services.AddSingleton<IStoreSetup, StoreSetup>();
        services.AddSingleton<ISourceStore, SourceStore>();
        services.AddSingleton<ISourceCatalogue, SourceCatalogue>();
        services.AddSingleton<IArticleStore, ArticleStore>();
        services.AddSingleton<IStoryGrouper, StoryGrouper>();

        services.AddSingleton<ITimelineQueries, TimelineQueries>();
        services.AddSingleton<IStoryQueries, StoryQueries>();
        services.AddSingleton<IArticleQueries, ArticleQueries>();
        services.AddSingleton<IVendorQueries, VendorQueries>();
        services.AddSingleton<ISourceQueries, SourceQueries>();
        services.AddSingleton<ITodayQueries, TodayQueries>();
        services.AddSingleton<DigestQueries>();
        services.AddSingleton<IDigestQueries>(provider => provider.GetRequiredService<DigestQueries>());
        services.AddSingleton<IDigestStore>(provider => provider.GetRequiredService<DigestQueries>());
        return services;
    }

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
