namespace ChipWatch.Store;

/// <summary>One page of a list that is read by cursor.</summary>
/// <param name="Items">The rows, in the list's order.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
