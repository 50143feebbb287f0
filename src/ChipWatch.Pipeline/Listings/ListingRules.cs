namespace ChipWatch.Pipeline.Listings;

/// <summary>CSS selectors of an index page. All but the first are asked within an item; null: the item's own text, link and date are found.</summary>
/// <param name="Item">Each entry.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Link">Its link.</param>
/// <param name="Date">Its date.</param>
public sealed record ListingRules(string Item, string? Title, string? Link, string? Date);
