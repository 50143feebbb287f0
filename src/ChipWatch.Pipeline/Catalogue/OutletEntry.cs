namespace ChipWatch.Pipeline.Catalogue;

/// <summary>An outlet or agency that texts credit.</summary>
/// <param name="Name">Its usual name.</param>
/// <param name="Aliases">Other ways to write it, in every script.</param>
/// <param name="Kind">"analyst" or "bank" for houses that research, null for those that report.</param>
/// <param name="NeedsCredit">The name is also another word or name; only a strong phrase of credit right beside it makes it the outlet.</param>
/// <param name="Native">At home in a script of East Asia: a text in such a script keeps its spelling, others show <paramref name="Name"/>.</param>
public sealed record OutletEntry(string Name, IReadOnlyList<string> Aliases, string? Kind = null, bool NeedsCredit = false, bool Native = false)
{
    /// <summary>Its slug where it was changed or added by hand; null: that of its name.</summary>
    public string? Id { get; init; }

    /// <summary>Host of its site, without "www."; null where it is not known.</summary>
    public string? Site { get; init; }
}
