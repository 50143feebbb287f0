using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace ChipWatch.Api;

/// <summary>Keeps count of live pages: of one address, new ones of it within a minute, in all. Safe for parallel use; addresses at peace are forgotten.</summary>
internal sealed class CircuitLimits(IOptions<ServerOptions> options, TimeProvider clock)
{
    private const int SweepAbove = 1024;
    private const int BytesOfOneHome = 8;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Dictionary<IPAddress, Visitor> visitors = [];
    private readonly Lock changing = new();
    private int open;

    /// <summary>Addresses that are remembered now.</summary>
    internal int Count
    {
        get
        {
            lock (changing)
            {
                return visitors.Count;
            }
        }
    }

    /// <summary>Whether an address may begin one more live page; counts it where it may.</summary>
    public bool MayBegin(IPAddress address)
    {
        lock (changing)
        {
            if (open >= options.Value.MaxCircuits)
            {
                return false;
            }

            if (IPAddress.IsLoopback(address))
            {
                return true;
            }

            var visitor = VisitorOf(address);
            if (clock.GetElapsedTime(visitor.Since) >= Window)
            {
                (visitor.Since, visitor.Begun) = (clock.GetTimestamp(), 0);
            }

            if (visitor.Open >= options.Value.MaxCircuitsPerAddress || visitor.Begun >= options.Value.NewCircuitsPerMinute)
            {
                return false;
            }

            visitor.Begun++;
            return true;
        }
    }

    /// <summary>Takes a place for the connection of a live page. Dispose what comes back when it ends.</summary>
    /// <returns>Null where there is none left.</returns>
    public IDisposable? Enter(IPAddress address)
    {
        lock (changing)
        {
            var visitor = IPAddress.IsLoopback(address) ? null : VisitorOf(address);
            if (open >= options.Value.MaxCircuits || visitor?.Open >= options.Value.MaxCircuitsPerAddress)
            {
                return null;
            }

            open++;
            if (visitor is not null)
            {
                visitor.Open++;
            }

            return new Place(() => Leave(visitor));
        }
    }

    private void Leave(Visitor? visitor)
    {
        lock (changing)
        {
            open--;
            if (visitor is not null)
            {
                visitor.Open--;
            }
        }
    }

    private Visitor VisitorOf(IPAddress address)
    {
        var home = HomeOf(address);
        if (visitors.TryGetValue(home, out var known))
        {
            return known;
        }

        if (visitors.Count >= SweepAbove)
        {
            foreach (var (old, visitor) in visitors)
            {
                if (visitor.Open == 0 && clock.GetElapsedTime(visitor.Since) >= Window)
                {
                    visitors.Remove(old);
                }
            }
        }

        return visitors[home] = new Visitor { Since = clock.GetTimestamp() };
    }

    /// <summary>One household has a whole /64 of IPv6.</summary>
    private static IPAddress HomeOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(BytesOfOneHome).Clear();
        return new IPAddress(bytes);
    }

    private sealed class Visitor
    {
        public int Open { get; set; }

        public int Begun { get; set; }

        public long Since { get; set; }
    }

    private sealed class Place(Action leave) : IDisposable
    {
        private Action? leave = leave;

        public void Dispose() => Interlocked.Exchange(ref leave, null)?.Invoke();
    }
}
