using System.Net;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Whether and where the fetcher would connect.</summary>
/// <param name="Allowed">Whether a connection would be opened.</param>
/// <param name="ConnectsTo">"ip:port" of the connection; null where refused.</param>
/// <param name="Reason">One sentence where refused.</param>
public sealed record AddressVerdict(bool Allowed, string? ConnectsTo, string? Reason);

/// <summary>Whose wish leads to an address.</summary>
internal enum Reach
{
    /// <summary>The allow-list counts: the address was given to us, or a listed server led here.</summary>
    Listed,

    /// <summary>Public addresses alone: a public server led here by a redirect.</summary>
    PublicOnly,
}

/// <summary>
/// Decides which addresses the fetcher may reach. The filter `check-url` and the connector of the one client ask the same object,
/// in the same two steps: the name before it is resolved, then its answers.
/// </summary>
public sealed class AddressPolicy
{
    private static readonly string[] ForbiddenNames =
    [
        "localhost", "local", "lan", "internal", "intranet", "home.arpa", "localdomain", "svc", "onion", "test", "invalid",
    ];

    private readonly AllowList allowed;

    /// <param name="allow">Entries of <see cref="FetchingOptions.Allow"/>.</param>
    /// <exception cref="ArgumentException">An entry cannot be read; the message is for people.</exception>
    public AddressPolicy(IEnumerable<string> allow) => allowed = new AllowList(allow);

    /// <summary>The ports that are open on public addresses.</summary>
    internal static IReadOnlyList<int> UsualPorts { get; } = [80, 443, 8080, 8443];

    /// <summary>Judges an address text with the answers that names would give.</summary>
    /// <param name="url">The address as typed.</param>
    /// <param name="answers">Addresses by lower-case name; a name that is absent has none.</param>
    public AddressVerdict Check(string url, IReadOnlyDictionary<string, IReadOnlyList<IPAddress>> answers)
    {
        var refusal = AddressTarget.Read(url, out _, out var target);
        if (refusal is not null || target is null)
        {
            return new(false, null, refusal);
        }

        if (Refuse(target, Reach.Listed) is { } reason)
        {
            return new(false, null, reason);
        }

        IReadOnlyList<IPAddress> given = target.Literal is { } literal ? [literal] : answers.TryGetValue(target.Host, out var known) ? known : [];
        var judgement = Judge(target, given, Reach.Listed);
        return new(judgement.Reason is null, judgement.Reason is null ? judgement.Endpoints[0].ToString() : null, judgement.Reason);
    }

    /// <summary>Judges what can be judged of a typed address before its name is resolved.</summary>
    /// <returns>Why it is refused, as one sentence; null where its answers decide.</returns>
    public string? Refuse(string url) => AddressTarget.Read(url, out _, out var target) ?? (target is null ? null : Refuse(target, Reach.Listed));

    /// <summary>Judges what can be judged before a name is resolved.</summary>
    /// <returns>Why the target is refused, as one sentence; null where its answers decide.</returns>
    internal string? Refuse(AddressTarget target, Reach reach)
    {
        var listing = reach == Reach.Listed;
        if (target.Literal is { } literal)
        {
            return Judge(target, [literal], reach).Reason;
        }

        var isListed = listing && allowed.HasName(target.Host);
        if (!isListed && RefuseName(target.Host) is { } reason)
        {
            return reason;
        }

        return UsualPorts.Contains(target.Port) || (listing && (allowed.HasAddresses || allowed.Opens(target.Host, target.Port)))
            ? null
            : RefusedPort(target.Port);
    }

    /// <summary>Judges the answers of a name, or a literal address.</summary>
    /// <remarks>One refused answer refuses the name: else the choice of the address would be the stranger's who answers.</remarks>
    internal AddressJudgement Judge(AddressTarget target, IReadOnlyList<IPAddress> answers, Reach reach)
    {
        if (answers.Count == 0)
        {
            return AddressJudgement.Refused($"The name {target.Host} has no address.");
        }

        var byListing = false;
        var endpoints = new IPEndPoint[answers.Count];
        for (var i = 0; i < answers.Count; i++)
        {
            var address = PublicAddresses.Plain(answers[i]);
            var isPublic = PublicAddresses.Contains(address);
            if (!isPublic || !UsualPorts.Contains(target.Port))
            {
                if (reach == Reach.PublicOnly || !IsListed(target, address))
                {
                    return AddressJudgement.Refused(isPublic ? RefusedPort(target.Port) : RefusedAddress(target, address));
                }

                byListing = true;
            }

            endpoints[i] = new IPEndPoint(address, target.Port);
        }

        return new(null, endpoints, byListing);
    }

    private bool IsListed(AddressTarget target, IPAddress address) =>
        allowed.Opens(address, target.Port)
        || (target.Literal is null && !PublicAddresses.IsLinkLocal(address) && allowed.Opens(target.Host, target.Port));

    private static string? RefuseName(string name)
    {
        var lastDot = name.LastIndexOf('.');
        var lastLabel = name.AsSpan(lastDot + 1);
        if (lastLabel.StartsWith("0x", StringComparison.Ordinal) || !lastLabel.ContainsAnyExceptInRange('0', '9'))
        {
            return $"The host {name} looks like an address but is none.";
        }

        if (lastDot < 0)
        {
            return $"The name {name} has no domain; such names belong to a local network.";
        }

        foreach (var forbidden in ForbiddenNames)
        {
            if (name.EndsWith(forbidden, StringComparison.Ordinal) && (name.Length == forbidden.Length || name[^(forbidden.Length + 1)] == '.'))
            {
                return $"The name {name} is kept for local use.";
            }
        }

        return null;
    }

    private static string RefusedPort(int port) => $"Port {port} is not one of {string.Join(", ", UsualPorts)}.";

    private static string RefusedAddress(AddressTarget target, IPAddress address) =>
        target.Literal is null ? $"The name {target.Host} leads to {address}, which is not a public address." : $"{address} is not a public address.";
}

/// <summary>What the policy says of a name's answers.</summary>
/// <param name="Reason">Why nothing may be connected to; null where the endpoints may be.</param>
/// <param name="Endpoints">Where to connect, in the order of the answers.</param>
/// <param name="ByListing">Whether only the allow-list opens them.</param>
internal sealed record AddressJudgement(string? Reason, IReadOnlyList<IPEndPoint> Endpoints, bool ByListing)
{
    public static AddressJudgement Refused(string reason) => new(reason, [], false);
}
