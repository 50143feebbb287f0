using Bunit;
using ChipWatch.Components;
using ChipWatch.Live;
using ChipWatch.Pages.Sources;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ChipWatch.Tests.App.Pages.Sources;

public sealed class SourcesPageTests : PageContext
{
    [Fact]
    public void Sources_Ailing_NameCauseAndRemedy()
    {
        var page = Open("/sources");

        Assert.Equal(
            ["Techzine", "Nikkei Asia", "Old Wire", "New Wire", "TheElec", "Hacker News", "The Register"],
            page.FindAll(".src .nm a").Select(name => name.TextContent.Trim()));
        Assert.Contains("Name not found (techzine.eu).", page.Find(".cause").TextContent, StringComparison.Ordinal);
        Assert.Contains(SourceWords.Remedy(FetchFailure.Dns, othersAreWell: true), page.Find(".cause").TextContent, StringComparison.Ordinal);
        Assert.Contains("robots.txt asks us not to read it.", page.FindAll(".cause")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing new for 6 days, usually every 20 h.", page.FindAll(".cause")[4].TextContent, StringComparison.Ordinal);
        Assert.Contains("1 sample source", page.Find("details summary").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("a[href^='sample:']"));
    }

    [Fact]
    public void Sources_DayThatCouldNotBeRead_IsHatchedAndTold()
    {
        var bars = Open("/sources").Find(".src svg.days");

        Assert.Equal(2, bars.QuerySelectorAll("rect[fill='url(#source-gap)']").Length);
        Assert.EndsWith("not known, not known", bars.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sources?health=failing", 2)]
    [InlineData("/sources?health=stopped", 1)]
    [InlineData("/sources?health=silent", 1)]
    [InlineData("/sources?health=paused", 1)]
    [InlineData("/sources?health=nonsense", 7)]
    [InlineData("/sources?q=NIKKEI", 1)]
    [InlineData("/sources?health=well&q=nikkei", 0)]
    public void Sources_AddressAsksForSome_ShowsThoseAlone(string address, int expected) => Assert.Equal(expected, Open(address).FindAll(".src .nm").Count);

    [Fact]
    public void Sources_NeverRead_IsMarkedUnverified() =>
        Assert.Equal(["new"], Open("/sources").FindAll(".src .nm:has(.unv) a").Select(name => name.GetAttribute("href")!.Split('/')[^1]));

    [Fact]
    public void Sources_ReadNow_AsksForTheSourceAndTheRound()
    {
        var page = Open("/sources");

        page.Find("button[formaction='/sources/nikkei/check']").Click();

        Assert.Equal(["check nikkei"], Catalogue.Done);
        Assert.True(Monitor.Wishes.TryRead(out var wished));
        Assert.Equal("nikkei", wished);
    }

    [Fact]
    public void Sources_NotAtThisMachine_OfferNothingThatChanges()
    {
        MayChange = false;
        var page = Open("/sources");

        Assert.Empty(page.FindAll("main form[method=post] button, .src button, .add"));
        Assert.Contains("Read only.", page.Find(".note3").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_NotAtThisMachine_RefusesAForgedEvent()
    {
        MayChange = false;
        Open("/sources");
        var desk = Services.GetRequiredService<ChipWatch.Sources.SourceDesk>();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ActAsync("nikkei", "remove", CancellationToken.None));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.LookAsync("https://nikkei.example", CancellationToken.None));
        Assert.Empty(Catalogue.Done);
        Assert.Empty(Network.Asked);
    }

    [Fact]
    public void Sources_RoundRuns_IsShownATickASourceUntilItEnds()
    {
        var page = Open("/sources");
        Assert.Empty(page.FindAll(".rnd"));

        var round = Monitor.Begin([Due("techzine", "Techzine"), Due("nikkei", "Nikkei Asia")], CancellationToken.None);
        round.Put(new SourceProgress("techzine", "Techzine", SourceStage.Failed) { Failure = FetchFailure.Dns });
        round.Put(new SourceProgress("nikkei", "Nikkei Asia", SourceStage.ReadingPages) { NewItems = 12, Pages = 8, PagesRead = 2 });
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("Reading 1 of 2", page.Find(".rnd").TextContent, StringComparison.Ordinal));
        Assert.Equal(["c", "e"], page.FindAll(".ticks i").Select(tick => tick.ClassName));
        Assert.Contains("12 new items, page 3 of 8.", page.FindAll(".cause")[1].TextContent, StringComparison.Ordinal);

        page.Find(".rnd form").Submit();
        Assert.True(round.Stopping.IsCancellationRequested);
        round.Dispose();
        Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".rnd")));
    }

    [Fact]
    public void Sources_RoundRunsAlready_IsShownAfterAReload()
    {
        using var round = Monitor.Begin([Due("techzine", "Techzine")], CancellationToken.None);

        Assert.Contains("Reading 0 of 1", Open("/sources").Find(".rnd").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_PasteNothing_SaysSoAtTheField()
    {
        var page = Open("/sources");

        page.Find(".add").Submit();

        Assert.StartsWith("http://localhost/sources/add?look=", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_NoneCanBeReached_SaysSoOnceAboveAll()
    {
        Sources.Summary = Sources.Summary with { Line = new(true, DateTimeOffset.Parse("2026-06-26T07:12Z")) };
        var page = Open("/sources");

        Assert.StartsWith("No line to the outside since 26 June, 07:12 UTC: none of 6 sources could be reached.", page.Find(".note3.line").TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("check this machine", string.Concat(page.FindAll(".cause").Select(cause => cause.TextContent)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Remedy_EveryFailure_HasOneOfItsOwn() =>
        Assert.All(Enum.GetValues<FetchFailure>(), failure => Assert.True(SourceWords.Cause(failure).Length > 10 && SourceWords.Remedy(failure) != "Check the address."));

    private static DueSource Due(string id, string name) => new(id, name, "rss", new Uri($"https://{id}.example/feed"), "en", false, Validators.None, 0);

    private IRenderedComponent<SourcesPage> Open(string address)
    {
        GoTo(address);
        return Render<SourcesPage>();
    }
}
