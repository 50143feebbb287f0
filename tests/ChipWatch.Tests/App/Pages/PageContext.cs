using Bunit;
using ChipWatch.Components;
using ChipWatch.Live;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Today;
using ChipWatch.Store.Vendors;
using ChipWatch.Tests.Fakes;
using Microsoft.AspNetCore.Components;
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
        Services.AddSingleton<PrerenderHandover>();
        Services.AddSingleton<ISourceQueries>(new FixedSources(Summary, SampleViews.Sources));
        Services.AddSingleton<ITimelineQueries>(Timelines);
        Services.AddSingleton<IArticleQueries>(Articles);
        Services.AddSingleton<IStoryQueries>(new FixedStories(SampleViews.Story));
        Services.AddSingleton<ITodayQueries>(Today);
        Services.AddSingleton<IVendorQueries>(new FixedVendors(SampleViews.Vendors));
        Services.AddSingleton<IDigestQueries>(new FixedDigests(SampleViews.Issue));
    }

    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-06-26T08:00Z"));

    protected StoryNotifier Notifier { get; } = new();

    internal FixedTimelines Timelines { get; } = new(SampleStories.All);

    internal FixedArticles Articles { get; } = new(SampleArticle.View);

    internal FixedToday Today { get; } = new(SampleViews.Today);

    protected virtual SourceSummary Summary => SampleViews.Today.Sources;

    protected bool IsMissing { get; private set; }

    protected void GoTo(string address)
    {
        SetRendererInfo(new RendererInfo("Server", true));
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.OnNotFound += (_, _) => IsMissing = true;
        navigation.NavigateTo(address);
    }
}
