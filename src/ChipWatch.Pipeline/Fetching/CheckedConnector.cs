using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Opens the client's connections: resolves a name once, has every answer judged, and connects to a judged address.</summary>
internal sealed class CheckedConnector(AddressPolicy policy, INetwork network)
{
    private const int MaxRemembered = 10_000;
    private static readonly TimeSpan PatienceWithOneOfMany = TimeSpan.FromSeconds(3);
    private readonly ConcurrentDictionary<(string Host, int Port), bool> reachedByListing = new();

    /// <summary>Whether the last connection to the host was open only by the allow-list.</summary>
    public bool IsReachedByListing(AddressTarget target) => reachedByListing.GetValueOrDefault((target.Host, target.Port));

    /// <summary>
    /// The same where this process may not have asked the host yet: a source whose pages are pending is not asked for its feed first.
    /// Opens nothing; a name without an address is reached by nothing.
    /// </summary>
    public async ValueTask<bool> WouldReachByListingAsync(AddressTarget target, CancellationToken cancellationToken)
    {
        if (reachedByListing.TryGetValue((target.Host, target.Port), out var known))
        {
            return known;
        }

        try
        {
            var judgement = policy.Refuse(target, Reach.Listed) is null ? policy.Judge(target, await ResolveAsync(target, cancellationToken), Reach.Listed) : null;
            var byListing = judgement is { Reason: null, ByListing: true };
            Remember(target, byListing);
            return byListing;
        }
        catch (NameUnknownException)
        {
            return false;
        }
    }

    /// <exception cref="AddressRefusedException">The policy refuses the name or one of its answers; nothing was opened.</exception>
    /// <exception cref="NameUnknownException">The name has no address.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint wanted, Reach reach, CancellationToken cancellationToken)
    {
        var target = AddressTarget.Of(wanted.Host, wanted.Port)
            ?? throw new AddressRefusedException("The host of this address is neither a name nor an address.");
        if (policy.Refuse(target, reach) is { } refusal)
        {
            throw new AddressRefusedException(refusal);
        }

        var judgement = policy.Judge(target, await ResolveAsync(target, cancellationToken), reach);
        if (judgement.Reason is { } reason)
        {
            throw new AddressRefusedException(reason);
        }

        Remember(target, judgement.ByListing);
        return await ConnectToFirstAsync(judgement.Endpoints, cancellationToken);
    }

    private async Task<IReadOnlyList<IPAddress>> ResolveAsync(AddressTarget target, CancellationToken cancellationToken)
    {
        if (target.Literal is { } literal)
        {
            return [literal];
        }

        try
        {
            var answers = await network.ResolveAsync(target.Host, cancellationToken);
            return answers.Count > 0 ? answers : throw new NameUnknownException(target.Host, null);
        }
        catch (SocketException cause)
        {
            throw new NameUnknownException(target.Host, cause);
        }
    }

    private async Task<Stream> ConnectToFirstAsync(IReadOnlyList<IPEndPoint> endpoints, CancellationToken cancellationToken)
    {
        for (var i = 0; i < endpoints.Count - 1; i++)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(PatienceWithOneOfMany);
            try
            {
                return await network.ConnectAsync(endpoints[i], patience.Token);
            }
            catch (Exception cause) when (cause is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // A dead address (often IPv6 without a route) is no reason to give up those after it; the last one's failure is reported
                continue;
            }
        }

        return await network.ConnectAsync(endpoints[^1], cancellationToken);
    }

    private void Remember(AddressTarget target, bool byListing)
    {
        // Forgetting closes: a redirect from a forgotten host may only go to public addresses
        if (reachedByListing.Count >= MaxRemembered)
        {
            reachedByListing.Clear();
        }

        reachedByListing[(target.Host, target.Port)] = byListing;
    }
}

/// <summary>The address policy refuses; the message is for people.</summary>
internal sealed class AddressRefusedException(string message) : Exception(message);

/// <summary>A name without an address.</summary>
internal sealed class NameUnknownException(string name, Exception? cause) : Exception($"The name {name} has no address.", cause);
