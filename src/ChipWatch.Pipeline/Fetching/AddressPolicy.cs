using System.Net;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Whether and where the fetcher would connect.</summary>
/// <param name="Allowed">Whether a connection would be opened.</param>
/// <param name="ConnectsTo">"ip:port" of the connection; null where refused.</param>
/// <param name="Reason">One sentence where refused.</param>
public sealed record AddressVerdict(bool Allowed, string? ConnectsTo, string? Reason);

/// <summary>Decides which addresses the fetcher may reach. The filter `check-url` and the connector of the one client ask the same object.</summary>
public sealed class AddressPolicy
{
    /// <summary>Judges an address text with the answers that names would give.</summary>
    /// <param name="url">The address as typed.</param>
    /// <param name="answers">Addresses by lower-case name; a name that is absent has none.</param>
    public static AddressVerdict Check(string url, IReadOnlyDictionary<string, IReadOnlyList<IPAddress>> answers) => new(answers is null, null, url);
}
