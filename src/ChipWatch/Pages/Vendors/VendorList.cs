using ChipWatch.Store.Follows;
using ChipWatch.Store.Vendors;

namespace ChipWatch.Pages.Vendors;

/// <summary>All companies, and which of them the reader follows.</summary>
public sealed record VendorList(IReadOnlyList<VendorLine> Vendors, FollowList Followed);
