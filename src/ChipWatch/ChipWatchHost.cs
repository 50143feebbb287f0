using ChipWatch.Api;
using ChipWatch.Catalogue;
using ChipWatch.Ingestion;
using ChipWatch.Live;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Sources;
using ChipWatch.Store;
using ChipWatch.Store.Seeding;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Events;

namespace ChipWatch;

/// <summary>The container: what every verb with a store shares. What only `serve` adds stands in <see cref="Commands.ServeCommand"/>.</summary>
internal static class ChipWatchHost
{
    /// <summary>How long a stop may take: steps under way are finished or rolled back.</summary>
    public static TimeSpan ShutdownTime { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Configuration from appsettings.json beside the program, the environment and the arguments; logs on standard error.</summary>
    /// <param name="settings">Arguments of the form --ChipWatch:Key=value.</param>
    public static WebApplicationBuilder CreateBuilder(IReadOnlyList<string> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. settings],
            // The program finds its files beside itself, whatever folder it was started from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Services.AddSerilog(log => log
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .ReadFrom.Configuration(builder.Configuration)
            .WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                standardErrorFromLevel: LogEventLevel.Verbose,
                formatProvider: System.Globalization.CultureInfo.InvariantCulture));
        if (UnknownSettings.In(builder.Configuration) is { Count: > 0 } unknown)
        {
            throw new OptionsValidationException("ChipWatch", typeof(ChipWatchOptions), unknown);
        }

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTime);
        AddNews(builder.Services, builder.Configuration);
        return builder;
    }

    /// <summary>Makes or opens the store and adds what the seeds bring.</summary>
    public static async Task PrepareStoreAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        var seeds = services.GetRequiredService<IOptions<ChipWatchOptions>>().Value.Seeds;
        var catalogue = services.GetRequiredService<NewsCatalogue>();
        await services.GetRequiredService<IStoreSetup>().PrepareAsync(
            seeds.Sources ? catalogue : catalogue with { Sources = [] },
            seeds.Samples ? SampleWeb.Load(SampleWeb.Folder) : null,
            cancellationToken);
    }

    /// <summary>Adds what the seeds bring to a store that is up to date.</summary>
    /// <returns>How many sources were added.</returns>
    public static Task<int> SeedStoreAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var seeds = services.GetRequiredService<IOptions<ChipWatchOptions>>().Value.Seeds;
        var catalogue = services.GetRequiredService<NewsCatalogue>();
        return services.GetRequiredService<IStoreSetup>().SeedAsync(
            seeds.Sources ? catalogue : catalogue with { Sources = [] }, seeds.Samples ? SampleWeb.Load(SampleWeb.Folder) : null, cancellationToken);
    }

    private static void AddNews(IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddOptions<ChipWatchOptions>().BindConfiguration(ChipWatchOptions.Section);
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section);
        services.AddOptions<IngestionOptions>().BindConfiguration(IngestionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var store = configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new StoreOptions();
        var dataDirectory = configuration[$"{ChipWatchOptions.Section}:{nameof(ChipWatchOptions.DataDirectory)}"] ?? new ChipWatchOptions().DataDirectory;
        services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddChipWatchStore(store, Path.GetFullPath(dataDirectory), _ => NewsCatalogue.LoadSeeds());

        services.AddSingleton(_ => new ArticleExtractor(SiteRules.Load(NewsCatalogue.SeedsFolder)));
        services.AddSingleton<PageReading>();
        services.AddFetching();
        services.AddSingleton(new SampleFetcher(SampleWeb.Folder));
        services.AddSingleton<SourceIngester>();
        services.AddOptions<RereadingOptions>().BindConfiguration(RereadingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RereadingOptions>>().Value.Schedule);
        services.AddSingleton<ArticleRereading>();
        services.AddSingleton<ArticleRetagging>();
        services.AddSingleton<IngestionRound>();
        services.AddSingleton<StoryNotifier>();
        services.AddSourceDesk();
        services.AddCatalogueDesk();
        services.AddSingleton<RoundMonitor>();
    }
}
