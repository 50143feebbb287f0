using ChipWatch.Api;
using ChipWatch.Components;
using ChipWatch.Pages.Timeline;
using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ChipWatch.Layout;

/// <summary>Bar, page, footer and, on a phone, tabs. Everything in it is a link or a form, so it works without a circuit.</summary>
public partial class MainLayout : IDisposable
{
    private readonly CancellableLoads loads = new();
    private ErrorBoundary? boundary;

    /// <summary>What is said of the sources, as when the page was prerendered.</summary>
    [PersistentState]
    public SourceGlance? Glance { get; set; }

    [Inject]
    private ISourceQueries Sources { get; set; } = null!;

    [Inject]
    private ChangeRights Rights { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Path => new Uri(Navigation.Uri).AbsolutePath;

    private string SkipTarget => new Uri(Navigation.Uri).PathAndQuery + "#content";

    private string? Words => Path == ChipWatchUrls.AllStories ? TimelineRequest.Read(Navigation.Uri).Filter.Query : null;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => Glance ??= await Sources.GlanceAsync(loads.Next());

    private async Task LookAgainAsync()
    {
        var look = loads.Next();
        try
        {
            Glance = await Sources.GlanceAsync(look);
        }
        catch (OperationCanceledException) when (look.IsCancellationRequested)
        {
            return; // the page is gone
        }
    }

    /// <summary>A page that failed does not keep the next one from showing.</summary>
    protected override void OnParametersSet() => boundary?.Recover();

    /// <inheritdoc/>
    public void Dispose()
    {
        loads.Dispose();
        GC.SuppressFinalize(this);
    }

    private string? Current(Place place) => place.Holds(Path) ? "page" : null;

    private sealed record Place(string Name, string Address, string Icon, params string[] Prefixes)
    {
        public static IReadOnlyList<Place> All { get; } =
        [
            new("Today", ChipWatchUrls.Today, "home"),
            new("Timeline", ChipWatchUrls.AllStories, "list", "/timeline", "/stories", "/articles"),
            new("Vendors", ChipWatchUrls.Vendors, "chip", "/vendors", "/catalogue", "/admin/catalogue"),
            new("Digests", ChipWatchUrls.Digests, "news", "/digests"),
            new("Sources", ChipWatchUrls.Sources, "plug", "/sources"),
        ];

        public bool Holds(string path) => path == Address || Prefixes.Any(prefix => path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
