using ChipWatch.Pipeline.Listings;

namespace ChipWatch.Pipeline.Sources;

/// <summary>How to read a source that is no feed. Kept with the source as JSON; null for feeds, which explain themselves.</summary>
/// <param name="Listing">Selectors of an index page; null: the page's repeated structure is found without any.</param>
/// <param name="Mapping">Where a JSON answer keeps its entries.</param>
public sealed record SourceRules(ListingRules? Listing, JsonMapping? Mapping);
