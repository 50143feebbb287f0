using System.Net;

namespace ChipWatch.Api;

/// <summary>Whether a request comes from this very machine, to an address of this very machine. Without sign-in that is the only door for changes.</summary>
internal static class LoopbackOnly
{
    /// <summary>Both ends must be loopback: a server that listens wider takes no changes from the network.</summary>
    public static bool Allows(HttpContext context) =>
        context.Connection is { LocalIpAddress: { } local, RemoteIpAddress: { } remote } && IPAddress.IsLoopback(local) && IPAddress.IsLoopback(remote);
}
