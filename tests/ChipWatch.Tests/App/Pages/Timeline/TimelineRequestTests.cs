using ChipWatch.Pages.Timeline;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Tests.App.Pages.Timeline;

public sealed class TimelineRequestTests
{
    [Theory]
    [InlineData("/timeline", "")]
    [InlineData("/timeline?topic=sovereign-ai&vendor=amazon", "?vendor=amazon&topic=sovereign-ai")]
    [InlineData("/timeline?vendor=nvidia&vendor=amazon&vendor=nvidia", "?vendor=amazon&vendor=nvidia")]
    [InlineData("?status=-Rumor&STATUS=talks", "?status=talks&status=-rumor")]
    [InlineData("?lang=de&outlet=-ee-times&event=deal&chip=amazon-trainium3", "?chip=amazon-trainium3&event=deal&outlet=-ee-times&lang=de")]
    [InlineData("?q=+liquid+cooling+&from=2026-06-01&to=2026-06-30&after=abc&view=list", "?q=liquid%20cooling&from=2026-06-01&to=2026-06-30&after=abc")]
    [InlineData("?from=yesterday&to=2026-02-30&vendor=&vendor=-&q=%20", "")]
    [InlineData("?vendor=intel&vendor=-intel", "?vendor=-intel")]
    [InlineData("?order=Weight&after=30.1.2&q=hbm", "?q=hbm&order=weight&after=30.1.2")]
    [InlineData("?order=size", "")]
    [InlineData("?q=a%26b%3Dc%23d#fragment", "?q=a%26b%3Dc%23d")]
    [InlineData("?outlet=%EC%A0%84%EC%9E%90", "?outlet=%EC%A0%84%EC%9E%90")]
    public void Read_Address_WritesItsCanonicalForm(string address, string canonical)
    {
        var request = TimelineRequest.Read(address);

        Assert.Equal(canonical, ChipWatchUrls.Query(request));
        Assert.Equal(request, TimelineRequest.Read(ChipWatchUrls.Timeline(request.Filter, request.After, request.Order)));
    }

    [Fact]
    public void Read_TooMuch_IsCut()
    {
        var address = "?" + string.Join('&', Enumerable.Range(0, 500).Select(at => $"vendor=v{at}")) + "&chip=" + new string('x', 500) + "&q=" + new string('y', 900);

        var request = TimelineRequest.Read(address);

        Assert.Equal(60, request.Filter.Included.Count);
        Assert.Equal(200, request.Filter.Query!.Length);
    }

    [Fact]
    public void With_IncludedValueExcluded_MovesOver()
    {
        var intel = new FacetChoice(Facet.Vendor, "intel");
        var filter = TimelineFilter.All.With(intel, FacetState.Included).With(intel, FacetState.Excluded);

        Assert.Equal(FacetState.Excluded, filter.StateOf(intel));
        Assert.Empty(filter.Included);
        Assert.True(filter.With(intel, FacetState.Off).IsEmpty);
    }

    [Fact]
    public void Parts_AllKinds_EachCanBeTakenAway()
    {
        var filter = TimelineRequest.Read("?vendor=amazon&vendor=nvidia&status=-rumor&q=hbm&from=2026-06-01").Filter;

        var parts = filter.Parts(choice => choice.Value.ToUpperInvariant());

        Assert.Equal(["AMAZON|NVIDIA", "RUMOR", "“hbm”", "since 1 June 2026"], parts.Select(part => string.Join('|', part.Names)));
        Assert.Equal([false, true, false, false], parts.Select(part => part.IsExcluded));
        Assert.Empty(parts[0].Without.Included);
        Assert.Null(parts[3].Without.From);
    }
}
