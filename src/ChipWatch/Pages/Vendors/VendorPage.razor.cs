using ChipWatch.Components;
using ChipWatch.Pages.Timeline;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Vendors;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Vendors;

/// <summary>A vendor and the stories that name it.</summary>
public sealed record VendorPageView(VendorView Vendor, TimelineView List);

/// <summary>One vendor: what it is, what is said of it, and its own timeline.</summary>
public partial class VendorPage
{
    /// <summary>The company.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    // Declared so that a new query in the address asks again; the request itself is read as a whole.
    [SupplyParameterFromQuery(Name = "vendor")] private string[]? Vendor { get; set; }
    [SupplyParameterFromQuery(Name = "chip")] private string[]? Chip { get; set; }
    [SupplyParameterFromQuery(Name = "topic")] private string[]? Topic { get; set; }
    [SupplyParameterFromQuery(Name = "event")] private string[]? Event { get; set; }
    [SupplyParameterFromQuery(Name = "status")] private string[]? Status { get; set; }
    [SupplyParameterFromQuery(Name = "outlet")] private string[]? Outlet { get; set; }
    [SupplyParameterFromQuery(Name = "lang")] private string[]? Lang { get; set; }
    [SupplyParameterFromQuery(Name = "q")] private string? Words { get; set; }
    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }
    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }
    [SupplyParameterFromQuery(Name = "after")] private string? After { get; set; }
    [SupplyParameterFromQuery(Name = "order")] private string? Order { get; set; }

    [Inject] private IVendorQueries Vendors { get; set; } = null!;

    [Inject] private ITimelineQueries Timelines { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task<VendorPageView?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await Vendors.FindAsync(Id, cancellationToken) is not { } vendor)
        {
            return null;
        }

        var request = TimelineRequest.Read(Navigation.Uri);
        // other vendors asked for would widen the list, not narrow it: values of a facet are alternatives
        var narrowed = request with { Filter = request.Filter with { Included = [.. request.Filter.Included.Where(choice => choice.Facet is not Facet.Vendor)] } };
        return new VendorPageView(vendor, await TimelineReader.ReadAsync(Timelines, narrowed, new FacetChoice(Facet.Vendor, vendor.Name.Id), Clock.GetUtcNow(), cancellationToken));
    }

    private string Href(TimelineFilter filter, string? after) => Href(filter, after, View!.List.Request.Order);

    private string Href(TimelineFilter filter, string? after, TimelineOrder order) => ChipWatchUrls.Vendor(View!.Vendor.Name.Id, filter, after, order);
}
