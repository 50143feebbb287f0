using System.Net;
using System.Net.Sockets;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Which addresses belong to the public internet (IANA special-purpose registries): what is left over is never fetched unless it is listed.</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] RefusedV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Global unicast alone is open; what is cut out of it are protocols, documentation and addresses that carry another address
    private static readonly IPNetwork GlobalUnicastV6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] RefusedV6 =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48" }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork LinkLocalV4 = IPNetwork.Parse("169.254.0.0/16");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork[] V4InLastBytes = [IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("::/96")];

    /// <summary>The address that a connection would really go to: IPv4-mapped IPv6 becomes IPv4.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>Whether the address may be reached by anybody's wish.</summary>
    public static bool Contains(IPAddress address)
    {
        var plain = Plain(address);
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !IsIn(RefusedV4, plain),
            AddressFamily.InterNetworkV6 => plain.ScopeId == 0 && GlobalUnicastV6.Contains(plain) && !IsIn(RefusedV6, plain),
            _ => false,
        };
    }

    /// <summary>Whether the address is, or carries, a link-local one: where clouds keep their metadata service.</summary>
    public static bool IsLinkLocal(IPAddress address)
    {
        var plain = Plain(address);
        if (plain.AddressFamily == AddressFamily.InterNetwork)
        {
            return LinkLocalV4.Contains(plain);
        }

        var bytes = plain.GetAddressBytes();
        return plain.IsIPv6LinkLocal
            || (SixToFour.Contains(plain) && LinkLocalV4.Contains(new IPAddress(bytes.AsSpan(2, 4))))
            || (IsIn(V4InLastBytes, plain) && LinkLocalV4.Contains(new IPAddress(bytes.AsSpan(12, 4))));
    }

    private static bool IsIn(IPNetwork[] networks, IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }
}
