namespace ChipWatch.Catalogue;

/// <summary>What changing the catalogue needs.</summary>
internal static class CatalogueRegistration
{
    /// <summary>Adds what lets articles follow the catalogue, for pages and verbs.</summary>
    public static IServiceCollection AddCatalogueDesk(this IServiceCollection services)
    {
        services.AddSingleton<CatalogueRetagging>();
        services.AddSingleton<CatalogueWorker>();
        return services;
    }
}
