using Bunit;
using ChipWatch.Api;
using ChipWatch.Components;
using ChipWatch.Live;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Sources;
using ChipWatch.Store;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Follows;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Today;
using ChipWatch.Store.Upkeep;
using ChipWatch.Store.Vendors;
using ChipWatch.Tests.Fakes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace ChipWatch.Tests.App.Pages;

/// <summary>A page with queries in memory, in a circuit.</summary>
public abstract class PageContext : BunitContext
{
    protected PageContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(Notifier);
        Services.AddSingleton(Notices);
        Services.AddSingleton<PrerenderHandover>();
        Sources = new FixedSources(Summary, SampleViews.Sources);
        Monitor = new RoundMonitor(Clock);
        Services.AddSingleton<ISourceQueries>(Sources);
        Services.AddSingleton<ISourceCatalogue>(Catalogue);
        Services.AddSingleton(Monitor);
        Services.AddSingleton(new AddressPolicy([]));
        Services.AddSingleton<IPageFetcher>(Network);
        Services.AddSingleton(new LiveCatalogue(TestStore.Catalogue));
        Services.AddSingleton(new TagNames(TestStore.Catalogue));
        Services.AddSourceDesk();
        Services.AddScoped<AntiforgeryStateProvider, NoAntiforgery>();
        Services.AddSingleton<IFollows>(new FixedFollows(new(["amazon"], [])));
        Services.AddSingleton<ITimelineQueries>(Timelines);
        Services.AddSingleton<IArticleQueries>(Articles);
        Services.AddSingleton<IStoryQueries>(new FixedStories(SampleViews.Story));
        Services.AddSingleton<ITodayQueries>(Today);
        Services.AddSingleton<IVendorQueries>(new FixedVendors(SampleViews.Vendors));
        Services.AddSingleton<IDigestQueries>(new FixedDigests(SampleViews.Issue));
    }

    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-06-26T08:00Z"));

    protected StoryNotifier Notifier { get; } = new();

    protected StoreNotices Notices { get; } = new();

    internal FixedTimelines Timelines { get; } = new(SampleStories.All);

    internal FixedArticles Articles { get; } = new(SampleArticle.View);

    internal FixedToday Today { get; } = new(SampleViews.Today);

    internal FixedSources Sources { get; }

    internal FixedCatalogue Catalogue { get; } = new();

    internal FixedFetcher Network { get; } = new();

    protected RoundMonitor Monitor { get; }

    protected virtual SourceSummary Summary => SampleViews.Today.Sources;

    /// <summary>Whether the pages are asked for at this machine.</summary>
    protected bool MayChange { get; set; } = true;

    protected bool IsMissing { get; private set; }

    protected void GoTo(string address)
    {
        SetRendererInfo(new RendererInfo("Server", true));
        Services.GetRequiredService<ChangeRights>().Settle(MayChange);
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.OnNotFound += (_, _) => IsMissing = true;
        navigation.NavigateTo(address);
    }

    /// <summary>A page's token is the server's business; parts that hold one must render all the same.</summary>
    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
