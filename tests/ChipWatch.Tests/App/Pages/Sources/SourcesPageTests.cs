using Bunit;
using ChipWatch.Components;
using ChipWatch.Live;
using ChipWatch.Pages.Sources;
using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Tests.App.Pages.Sources;

public sealed class SourcesPageTests : PageContext
{
    [Fact]
    public void Sources_Ailing_NameCauseAndRemedy()
    {
        GoTo("/sources");
        var page = Render<SourcesPage>();

        Assert.Equal(["Techzine", "Nikkei Asia", "Old Wire", "New Wire", "The Register"], page.FindAll(".src")[0].QuerySelectorAll(".nm b").Select(name => name.TextContent.Trim()));
        Assert.Contains("Name not found (techzine.eu).", page.Find(".cause").TextContent, StringComparison.Ordinal);
        Assert.Contains(SourceWords.Remedy(FetchFailure.Dns), page.Find(".cause").TextContent, StringComparison.Ordinal);
        Assert.Contains("robots.txt asks us not to read it.", page.FindAll(".cause")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("1 sample source", page.Find("details summary").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("a[href^='sample:']"));
    }

    [Fact]
    public void Sources_RoundRuns_IsShownUntilItEnds()
    {
        GoTo("/sources");
        var page = Render<SourcesPage>();
        Assert.Empty(page.FindAll(".rnd"));

        Notifier.Tell(new RoundProgress(31, 120, 84, 2));
        page.WaitForAssertion(() => Assert.Contains("Reading 31 of 120", page.Find(".rnd").TextContent, StringComparison.Ordinal));

        Notifier.Tell((RoundProgress?)null);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".rnd")));
    }

    [Fact]
    public void Remedy_EveryFailure_HasOneOfItsOwn() =>
        Assert.All(Enum.GetValues<FetchFailure>(), failure => Assert.True(SourceWords.Cause(failure).Length > 10 && SourceWords.Remedy(failure) != "Check the address."));
}
