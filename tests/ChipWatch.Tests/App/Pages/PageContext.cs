using Bunit;
using ChipWatch.Components;
using ChipWatch.Live;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Timelines;
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
        Services.AddSingleton<ISourceQueries>(new FixedSources(new SourceSummary(113, 6, 1, 4, Clock.GetUtcNow())));
    }

    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-06-26T08:00Z"));

    protected StoryNotifier Notifier { get; } = new();

    internal FixedTimelines Timelines { get; } = new(SampleStories.All);

    protected void GoTo(string address)
    {
        Services.AddSingleton<ITimelineQueries>(Timelines);
        Services.AddSingleton<IArticleQueries>(new FixedArticles(SampleArticle.View));
        SetRendererInfo(new RendererInfo("Server", true));
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
    }
}
