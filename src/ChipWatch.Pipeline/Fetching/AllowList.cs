using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>What an administrator opened although it is not public: `ip:port`, CIDR ranges, host names.</summary>
internal sealed class AllowList
{
    private readonly List<IPEndPoint> endpoints = [];
    private readonly List<IPNetwork> networks = [];
    private readonly FrozenDictionary<string, FrozenSet<int>> names;

    /// <exception cref="ArgumentException">An entry cannot be read; the message is for people.</exception>
    public AllowList(IEnumerable<string> entries)
    {
        var portsOfNames = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (Read(entry) is not { } read)
            {
                throw new ArgumentException(FaultOf(entry), nameof(entries));
            }

            switch (read)
            {
                case IPNetwork network:
                    networks.Add(network);
                    break;
                case IPEndPoint endpoint:
                    endpoints.Add(endpoint);
                    break;
                case DnsEndPoint name:
                    var ports = portsOfNames.TryGetValue(name.Host, out var known) ? known : portsOfNames[name.Host] = [];
                    ports.UnionWith(name.Port == 0 ? AddressPolicy.UsualPorts : [name.Port]);
                    break;
            }
        }

        names = portsOfNames.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet(), StringComparer.Ordinal);
    }

    /// <summary>Whether some entry speaks of addresses: then a name on an unusual port must be resolved before it can be judged.</summary>
    public bool HasAddresses => networks.Count > 0 || endpoints.Count > 0;

    /// <summary>Whether the name itself is listed (any port).</summary>
    public bool HasName(string name) => names.ContainsKey(name);

    /// <summary>Whether the name is listed for the port.</summary>
    public bool Opens(string name, int port) => names.TryGetValue(name, out var ports) && ports.Contains(port);

    /// <summary>Whether the address itself is listed for the port.</summary>
    public bool Opens(IPAddress address, int port)
    {
        var plain = PublicAddresses.Plain(address);
        if (endpoints.Any(endpoint => endpoint.Port == port && endpoint.Address.Equals(plain)))
        {
            return true;
        }

        // A wide range that happens to cover the metadata address does not name it
        return networks.Any(network => network.Contains(plain) && (network.PrefixLength >= 16 || !PublicAddresses.IsLinkLocal(plain)));
    }

    /// <summary>What is wrong with an entry, as one sentence; null where nothing is.</summary>
    public static string? FaultOf(string entry) =>
        Read(entry) is not null ? null
        : $"{FetchingOptions.Section}:Allow cannot take \"{entry}\": write ip:port, a CIDR range of /8 or longer (IPv6 /32), or an exact host name; for one address on any port 192.0.2.7/32.";

    private static object? Read(string entry)
    {
        var text = entry.Trim();
        if (text.Contains('/', StringComparison.Ordinal))
        {
            return IPNetwork.TryParse(text, out var network) ? Narrow(network) : null;
        }

        if (IPAddress.TryParse(text, out _))
        {
            return null;
        }

        var colon = text.LastIndexOf(':');
        var port = 0;
        if (colon >= 0 && !(int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535))
        {
            return null;
        }

        var host = colon >= 0 ? text[..colon] : text;
        if (IPAddress.TryParse(host, out var address))
        {
            return new IPEndPoint(PublicAddresses.Plain(address), port);
        }

        return AddressTarget.ReadName(host) is { } name ? new DnsEndPoint(name, port) : null;
    }

    private static object? Narrow(IPNetwork network)
    {
        if (network.BaseAddress.IsIPv4MappedToIPv6 && network.PrefixLength >= 96)
        {
            network = new IPNetwork(network.BaseAddress.MapToIPv4(), network.PrefixLength - 96);
        }

        var shortest = network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 8 : 32;
        return network.PrefixLength >= shortest ? network : null;
    }
}
