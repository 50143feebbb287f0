namespace ChipWatch.Pipeline.Tagging.Conflicts;

/// <summary>A number that one article of a story states.</summary>
/// <param name="ArticleId">Which article.</param>
/// <param name="Quantity">The number.</param>
public sealed record StatedQuantity(long ArticleId, Quantity Quantity);

/// <summary>One value that articles of a story give for a thing.</summary>
/// <param name="Statements">The numbers that agree but for rounding and hedges, oldest article first; at least one.</param>
public sealed record QuantityReading(IReadOnlyList<StatedQuantity> Statements)
{
    /// <summary>The number as the first of them gives it.</summary>
    public Quantity First => Statements[0].Quantity;
}

/// <summary>Numbers of one story that speak of the same thing.</summary>
/// <param name="What">What they count, in the words of the first.</param>
/// <param name="Unit">Their unit.</param>
/// <param name="Readings">Values that differ by more than rounding, smallest first.</param>
public sealed record QuantityGroup(string What, string Unit, IReadOnlyList<QuantityReading> Readings)
{
    /// <summary>Whether the articles contradict each other.</summary>
    public bool IsConflict => Readings.Count > 1;
}
