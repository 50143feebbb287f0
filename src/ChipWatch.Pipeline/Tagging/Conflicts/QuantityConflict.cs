namespace ChipWatch.Pipeline.Tagging.Conflicts;

/// <summary>A number that one article of a story states.</summary>
/// <param name="ArticleId">Which article.</param>
/// <param name="Quantity">The number.</param>
public sealed record StatedQuantity(long ArticleId, Quantity Quantity);

/// <summary>Numbers of one story that speak of the same thing and differ by more than rounding.</summary>
/// <param name="What">Words that they share, in the order of the first.</param>
/// <param name="Unit">Their unit.</param>
/// <param name="Statements">The numbers, smallest first.</param>
public sealed record QuantityConflict(string What, string Unit, IReadOnlyList<StatedQuantity> Statements);
