using ChipWatch.Components;
using ChipWatch.Live;
using ChipWatch.Store.Upkeep;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using MudBlazor.Services;

namespace ChipWatch.Layout;

/// <summary>The pages and what they need besides the store's queries.</summary>
public static class PageRegistration
{
    /// <summary>Adds Razor components with circuits, MudBlazor, and what carries a page from prerendering to its circuit.</summary>
    /// <param name="services">The container.</param>
    /// <param name="limits">Sets the limits of the hub that circuits speak with; its own where null.</param>
    public static IServiceCollection AddChipWatchPages(this IServiceCollection services, Action<HubOptions>? limits = null)
    {
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomLeft;
            mud.SnackbarConfiguration.PreventDuplicates = true;
            mud.SnackbarConfiguration.MaxDisplayedSnackbars = 1;
        });
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(limits ?? (_ => { }));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<StoryNotifier>();
        services.TryAddSingleton<RoundMonitor>();
        services.TryAddSingleton<StoreNotices>();
        services.AddSingleton<PrerenderHandover>();
        return services;
    }

    /// <summary>Maps the pages and their files. The page's own Content-Security-Policy says who may frame it, so Blazor adds no second one.</summary>
    public static void MapChipWatchPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
