using Bunit;
using ChipWatch.Layout;
using ChipWatch.Store.Upkeep;
using ChipWatch.Tests.App.Pages;

namespace ChipWatch.Tests.App.Layout;

public sealed class StoreBannerTests : PageContext
{
    [Fact]
    public void Banner_NothingInTheWay_IsEmpty()
    {
        GoTo("/");

        Assert.Empty(Render<StoreBanner>().FindAll(".banner"));
    }

    [Theory]
    [InlineData(IngestHindrance.DiskShort, "warn")]
    [InlineData(IngestHindrance.StoreLocked, "warn")]
    [InlineData(IngestHindrance.AnotherReads, "info")]
    public void Banner_Hindrance_IsToldByItsSentence(IngestHindrance hindrance, string icon)
    {
        Notices.Tell(new(hindrance, "Sources are not read: <why>."));
        GoTo("/");

        var banner = Render<StoreBanner>();

        Assert.Equal("Sources are not read: <why>.", banner.Find("[role=status] .banner").TextContent.Trim());
        Assert.Contains($"#i-{icon}", banner.Find(".banner use").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Banner_HindranceComesAndGoes_IsFollowedLive()
    {
        GoTo("/");
        var banner = Render<StoreBanner>();

        Notices.Tell(new(IngestHindrance.DiskShort, "The disk is full."));
        banner.WaitForAssertion(() => Assert.Equal("The disk is full.", banner.Find(".banner").TextContent.Trim()));

        Notices.Tell(null);
        banner.WaitForAssertion(() => Assert.Empty(banner.FindAll(".banner")));
    }
}
