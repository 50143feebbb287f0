using ChipWatch.Api;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Sources;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChipWatch.Sources;

/// <summary>What managing sources needs.</summary>
internal static class SourcesRegistration
{
    /// <summary>Adds the desk with all behind it, for pages and verbs.</summary>
    public static IServiceCollection AddSourceDesk(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new SourceDiscovery(provider.GetRequiredService<IPageFetcher>()));
        services.AddSingleton<SourceDrafts>();
        services.AddSingleton<SourceFinder>();
        services.AddSingleton<SourceImport>();
        services.AddScoped<ChangeRights>();
        services.AddScoped<SourceDesk>();
        return services;
    }
}
