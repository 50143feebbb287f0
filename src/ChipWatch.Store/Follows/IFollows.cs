using ChipWatch.Store.Timelines;

namespace ChipWatch.Store.Follows;

/// <summary>What the reader follows; one list for the store until there are users.</summary>
/// <param name="Vendors">Ids of companies, sorted.</param>
/// <param name="Topics">Ids of topics, sorted.</param>
public sealed record FollowList(IReadOnlyList<string> Vendors, IReadOnlyList<string> Topics)
{
    /// <summary>Nothing followed.</summary>
    public static FollowList None { get; } = new([], []);

    /// <summary>Whether a vendor or topic is on it.</summary>
    public bool Has(Facet facet, string id) => (facet is Facet.Vendor ? Vendors : facet is Facet.Topic ? Topics : []).Contains(id);
}

/// <summary>Reads and changes what is followed.</summary>
public interface IFollows
{
    /// <summary>The list.</summary>
    Task<FollowList> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Puts a vendor or topic on the list, or takes it off; either may be so already.</summary>
    /// <returns>False where the catalogue has no such vendor or topic, or the facet cannot be followed.</returns>
    Task<bool> SetAsync(Facet facet, string id, bool isFollowed, CancellationToken cancellationToken);
}
