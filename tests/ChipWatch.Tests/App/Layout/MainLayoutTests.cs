using Bunit;
using ChipWatch.Layout;
using ChipWatch.Live;
using ChipWatch.Store.Sources;
using ChipWatch.Tests.App.Pages;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace ChipWatch.Tests.App.Layout;

public sealed class MainLayoutTests : PageContext
{
    public MainLayoutTests() => Services.AddScoped<AntiforgeryStateProvider, FixedAntiforgery>();

    [Fact]
    public void Layout_Samples_OfferOneActionThatRemovesThem()
    {
        var layout = Open("/timeline?q=hbm");

        var form = layout.Find("footer form");
        Assert.Equal(("post", "/samples/remove"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal("token", form.QuerySelector("input[type=hidden]")!.GetAttribute("value"));
        Assert.Equal("hbm", layout.Find("header input[name=q]").GetAttribute("value"));
    }

    [Fact]
    public void Layout_WhoMayChangeNothing_IsOfferedNothing()
    {
        MayChange = false;

        Assert.Empty(Open("/").FindAll("footer form"));
    }

    [Theory]
    [InlineData("/", "Today")]
    [InlineData("/timeline?vendor=amd", "Timeline")]
    [InlineData("/articles/4/x", "Timeline")]
    [InlineData("/digests/2026-W25", "Digests")]
    [InlineData("/about", null)]
    public void Layout_Place_IsMarkedOnceInEachNavigation(string address, string? expected)
    {
        var layout = Open(address);

        Assert.Equal(expected is null ? [] : [expected, expected], layout.FindAll("nav a[aria-current]").Select(place => place.TextContent.Trim()));
    }

    [Fact]
    public void Layout_Round_IsTold()
    {
        var layout = Open("/");
        Notifier.Tell(new RoundProgress(31, 120, 0, 0));

        layout.WaitForAssertion(() => Assert.Equal("Reading 31 of 120", layout.Find(".round").TextContent.Trim()));
    }

    [Fact]
    public void Layout_RoundEndsWithoutALine_IsTold()
    {
        Sources.Summary = Sources.Summary with { LastCheckAt = DateTimeOffset.Parse("2026-06-26T07:50Z") };
        var layout = Open("/");
        Assert.Equal("Read 26 Jun, 07:50", layout.Find(".round").TextContent.Trim());

        Notifier.Tell(new RoundProgress(120, 120, 0, 0));
        Sources.Summary = Sources.Summary with { LastCheckAt = DateTimeOffset.Parse("2026-06-26T07:58Z"), Line = new(true, null) };
        Notifier.Tell((RoundProgress?)null);

        layout.WaitForAssertion(() => Assert.Equal("No line, tried 26 Jun, 07:58", layout.Find(".round").TextContent.Trim()));
    }

    [Fact]
    public void Layout_PageFails_OtherPagesStillShow()
    {
        GoTo("/timeline");
        var layout = Render<MainLayout>(parameters => parameters.Add(page => page.Body, builder => builder.AddContent(0, new Func<string>(() => throw new InvalidOperationException("secret"))())));
        Assert.Equal("This page failed, your data did not", layout.Find("h1").TextContent);
        Assert.DoesNotContain("secret", layout.Markup, StringComparison.Ordinal);

        layout.Render(parameters => parameters.Add(page => page.Body, builder => builder.AddMarkupContent(0, "<h1>Next</h1>")));

        Assert.Equal("Next", layout.Find("h1").TextContent);
    }

    private IRenderedComponent<MainLayout> Open(string address)
    {
        GoTo(address);
        return Render<MainLayout>(parameters => parameters.Add(page => page.Body, builder => builder.AddMarkupContent(0, "<h1>Page</h1>")));
    }

    private sealed class FixedAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }
}

/// <summary>A store from which the samples are gone.</summary>
public sealed class MainLayoutWithoutSamplesTests : PageContext
{
    protected override SourceSummary Summary => new(113, 6, 1, 0, null);

    [Fact]
    public void Layout_NoSamples_OffersNothing()
    {
        GoTo("/");
        var layout = Render<MainLayout>(parameters => parameters.Add(page => page.Body, builder => builder.AddContent(0, "Page")));

        Assert.Empty(layout.FindAll("footer form"));
    }
}
