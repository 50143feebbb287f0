namespace ChipWatch.Pipeline.Listings;

/// <summary>Where a JSON answer keeps its entries. Paths are property names parted by dots, from the root for <paramref name="Items"/>, from an entry for the others.</summary>
/// <param name="Items">The array of entries; empty where the answer is the array itself.</param>
/// <param name="Id">What identifies an entry.</param>
/// <param name="Url">Address of its page.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Published">Its date: ISO 8601, a day, or Unix seconds.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Summary">Its short text.</param>
/// <param name="UrlTemplate">Address for entries without one of their own; "{id}" stands for the id.</param>
public sealed record JsonMapping(
    string Items, string Id, string Url, string Title, string? Published, string? Author, string? Summary, string? UrlTemplate);
