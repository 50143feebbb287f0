using System.CommandLine;
using ChipWatch.Api;
using ChipWatch.Catalogue;
using ChipWatch.Ingestion;
using ChipWatch.Layout;

namespace ChipWatch.Commands;

/// <summary>`serve`: the dashboard, and the background rounds that fill it.</summary>
internal static class ServeCommand
{
    internal const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on.", DefaultValueFactory = _ => DefaultUrls };
        var command = new Command("serve", "Serve the dashboard and read the sources in the background.") { urls };
        command.SetAction((parsed, cancellationToken) => RunAsync(settings, parsed.GetValue(urls) ?? DefaultUrls, cancellationToken));
        return command;
    }

    /// <summary>Serves until it is told to stop.</summary>
    internal static async Task<int> RunAsync(IReadOnlyList<string> settings, string urls, CancellationToken cancellationToken)
    {
        await using var app = Build(settings, urls);
        await ChipWatchHost.PrepareStoreAsync(app.Services, cancellationToken);
        await app.StartAsync(cancellationToken);
        Console.WriteLine($"ChipWatch is at {string.Join(" and ", app.Urls)}");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>The server, not started yet and its store not prepared.</summary>
    internal static WebApplication Build(IReadOnlyList<string> settings, string urls)
    {
        var builder = ChipWatchHost.CreateBuilder(settings);
        builder.WebHost.UseUrls(urls.Split(';'));
        builder.WebHost.UseStaticWebAssets();
        builder.AddServerLimits();
        builder.Services.AddChipWatchPages(hub => ServerLimits.Apply(hub, ServerLimits.Of(builder.Configuration)));
        if (builder.Configuration.GetSection(IngestionOptions.Section).Get<IngestionOptions>()?.Enabled ?? true)
        {
            builder.Services.AddHostedService<IngestionService>();
        }

        builder.Services.AddHostedService(provider => provider.GetRequiredService<CatalogueWorker>());

        var app = builder.Build();
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ReadAccess>();
        app.UseMiddleware<CircuitDoor>();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapDigests();
        app.MapSamples();
        app.MapSources();
        app.MapStories();
        app.MapCatalogue();
        app.MapFollows();
        app.MapChipWatchPages();
        return app;
    }
}
