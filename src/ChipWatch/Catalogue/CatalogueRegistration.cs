using ChipWatch.Api;
using ChipWatch.Sources;
using ChipWatch.Store.Catalogue;

namespace ChipWatch.Catalogue;

/// <summary>What changing the catalogue needs.</summary>
internal static class CatalogueRegistration
{
    /// <summary>Adds the desk, and what lets articles follow the catalogue, for pages and verbs.</summary>
    public static IServiceCollection AddCatalogueDesk(this IServiceCollection services)
    {
        services.AddSingleton<CatalogueRetagging>();
        services.AddSingleton<CatalogueWorker>();
        services.AddSingleton<CataloguePreviewer>();
        services.AddScoped(provider => new CatalogueDesk(
            provider.GetRequiredService<ICatalogueStore>(),
            provider.GetRequiredService<LiveCatalogue>(),
            provider.GetRequiredService<CataloguePreviewer>(),
            provider.GetRequiredService<CatalogueWorker>(),
            provider.GetRequiredService<IProposals>(),
            provider.GetRequiredService<SourceDrafts>(),
            provider.GetRequiredService<ChangeRights>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
