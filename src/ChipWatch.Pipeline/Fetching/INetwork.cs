using System.Net;
using System.Net.Sockets;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>The two things that touch the network: asking for a name's addresses and opening a connection.</summary>
internal interface INetwork
{
    /// <summary>All addresses of a name; empty or a <see cref="SocketException"/> where it has none.</summary>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string name, CancellationToken cancellationToken);

    /// <summary>Opens a connection to exactly this endpoint.</summary>
    Task<Stream> ConnectAsync(IPEndPoint endpoint, CancellationToken cancellationToken);
}

/// <summary>The operating system's resolver and sockets.</summary>
internal sealed class SystemNetwork : INetwork
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string name, CancellationToken cancellationToken) =>
        await Dns.GetHostAddressesAsync(name, cancellationToken);

    public async Task<Stream> ConnectAsync(IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
