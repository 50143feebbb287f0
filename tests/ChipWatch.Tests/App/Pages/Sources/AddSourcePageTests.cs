using Bunit;
using ChipWatch.Pages.Sources;
using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ChipWatch.Tests.App.Pages.Sources;

public sealed class AddSourcePageTests : PageContext
{
    private const string Feed =
        """
        <rss version="2.0"><channel><title>Chip Wire</title><link>https://wire.example/</link>
        <item><title>Memory makers plan more HBM</title><link>https://wire.example/1</link><guid>1</guid><pubDate>Thu, 18 Jun 2026 08:00:00 GMT</pubDate><description>Short.</description></item>
        <item><title>Undated note</title><link>https://wire.example/2</link><guid>2</guid></item>
        </channel></rss>
        """;

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Add_AddressInTheLink_IsFilledInAndAsksNobody()
    {
        GoTo("/sources/add?url=https%3A%2F%2Fwire.example%2F");
        var page = Render<AddSourcePage>();

        Assert.Equal("https://wire.example/", page.Find(".add input[name=url]").GetAttribute("value"));
        Assert.Empty(Network.Asked);
    }

    [Fact]
    public void Add_Feed_ShowsItsItemsBeforeAnythingIsSaved_ThenSavesAndReads()
    {
        var page = Look("https://wire.example/feed.xml");

        Assert.Equal(["18 Jun, 08:00", "no date"], page.FindAll(".preview .at").Select(at => at.TextContent.Trim()));
        Assert.Equal(["Memory makers plan more HBM", "Undated note"], page.FindAll(".preview .hl").Select(title => title.TextContent.Trim()));
        Assert.Equal("Chip Wire", page.Find("#f-name").GetAttribute("value"));
        Assert.Empty(Catalogue.Done);

        page.Find("#f-name").Change("Wire");
        page.Find(".keep").Submit();

        Assert.Equal(["add https://wire.example/feed.xml"], Catalogue.Done);
        Assert.Equal("http://localhost/sources/wire", Navigation.Uri);
        Assert.True(Monitor.Wishes.TryRead(out var wished));
        Assert.Equal("wire", wished);
    }

    [Fact]
    public void Add_NothingThere_SaysWhyAndKeepsWhatWasTyped()
    {
        var page = Look("https://nowhere.example/");

        Assert.Equal("https://nowhere.example/", page.Find(".add input[name=url]").GetAttribute("value"));
        Assert.Equal("true", page.Find(".add input[name=url]").GetAttribute("aria-invalid"));
        Assert.NotEmpty(page.Find("#address-fault").TextContent);
        Assert.Empty(page.FindAll(".offer"));
    }

    [Fact]
    public void Add_ReadAlready_LeadsThere()
    {
        Catalogue.Answer = new SourceChange.AlreadyThere("nikkei", "Nikkei Asia");
        var page = Look("https://wire.example/feed.xml");

        Assert.Equal("/sources/nikkei", page.Find(".offer .note3 a").GetAttribute("href"));
        Assert.Empty(page.FindAll(".keep"));
    }

    [Fact]
    public void Add_Refused_KeepsTheForm()
    {
        var page = Look("https://wire.example/feed.xml");

        page.Find("#f-name").Change(new string('x', 201));
        page.Find(".keep").Submit();

        Assert.Equal("true", page.Find("#f-name").GetAttribute("aria-invalid"));
        Assert.Equal(201, page.Find("#f-name").GetAttribute("value")!.Length);
        Assert.Empty(Catalogue.Done);
    }

    private IRenderedComponent<AddSourcePage> Look(string address)
    {
        Network.Answer("https://wire.example/feed.xml", Feed, "application/rss+xml");
        GoTo("/sources/add");
        var page = Render<AddSourcePage>();
        page.Find(".add input[name=url]").Change(address);
        page.Find(".add").Submit();
        page.WaitForAssertion(() => Assert.Contains("look=", Navigation.Uri, StringComparison.Ordinal));
        return Render<AddSourcePage>();
    }
}
