using Bunit;
using ChipWatch.Pages.Vendors;

namespace ChipWatch.Tests.App.Pages.Vendors;

public sealed class VendorPageTests : PageContext
{
    [Fact]
    public void Vendor_Stories_AreItsOwnAndFiltersStayOnItsPage()
    {
        var page = Open("amazon", "");

        Assert.Equal("Amazon", page.Find("h1").TextContent);
        Assert.Single(page.FindAll("article.sr"));
        Assert.Empty(page.FindAll("#facet-Vendor, .token"));
        Assert.Equal("/vendors/amazon?topic=sovereign-ai", page.FindAll(".f a.go").Single(link => link.TextContent == "Sovereign AI").GetAttribute("href"));
        Assert.Contains("Trainium3 1", page.Find(".facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Vendor_Star_OffersTheOtherStateAtThisMachineAlone()
    {
        var page = Open("amazon", "");

        Assert.Equal("/follow/vendor/amazon", page.Find(".follow").GetAttribute("action"));
        Assert.Equal("no", page.Find(".follow input[name=follow]").GetAttribute("value"));
        Assert.Equal("true", page.Find(".follow button").GetAttribute("aria-pressed"));
        MayChange = false;
        Assert.Empty(Open("amazon", "").FindAll(".follow"));
    }

    [Fact]
    public void Vendor_OtherVendorAskedFor_DoesNotWidenTheList() => Assert.Single(Open("amazon", "?vendor=qualcomm").FindAll("article.sr"));

    [Fact]
    public void Vendor_FilterWithoutStories_OffersToDropIt()
    {
        var page = Open("amazon", "?status=confirmed");

        Assert.Equal("No story matches this filter", page.Find(".em h2").TextContent);
        Assert.Equal("/vendors/amazon", page.Find(".em a.pri").GetAttribute("href"));
    }

    [Fact]
    public void Vendor_NotInTheCatalogue_IsNotFound()
    {
        Open("nobody", "");

        Assert.True(IsMissing);
    }

    [Fact]
    public void Vendors_List_FoldsThoseWithoutStories()
    {
        GoTo("/vendors");
        var page = Render<VendorsPage>();

        Assert.Equal(["Amazon"], page.FindAll(".vs .v").Select(vendor => vendor.TextContent));
        Assert.Equal("1 without stories so far", page.Find("details summary").TextContent);
    }

    private IRenderedComponent<VendorPage> Open(string id, string query)
    {
        GoTo($"/vendors/{id}{query}");
        return Render<VendorPage>(page => page.Add(vendor => vendor.Id, id));
    }
}
