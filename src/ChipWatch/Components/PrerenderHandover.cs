using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ChipWatch.Components;

/// <summary>
/// Carries what a page loaded while it was prerendered to the circuit that takes it over, so that nothing is asked twice.
/// Only a ticket travels through the browser: a circuit's messages are limited to 32 KB, a page of stories is more.
/// A view that nobody takes is forgotten after half a minute, and when more than <see cref="Most"/> wait.
/// </summary>
public sealed class PrerenderHandover(TimeProvider clock)
{
    /// <summary>How many views may wait.</summary>
    public const int Most = 256;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Waiting> waiting = new();
    private readonly ConcurrentQueue<string> order = new();

    /// <summary>Keeps a view.</summary>
    /// <returns>The ticket that <see cref="Take"/> asks for.</returns>
    public string Keep(string address, object view)
    {
        var ticket = RandomNumberGenerator.GetHexString(32);
        var now = clock.GetTimestamp();
        waiting[ticket] = new Waiting(address, view, now);
        order.Enqueue(ticket);
        while (order.TryPeek(out var oldest)
            && (order.Count > Most || !waiting.TryGetValue(oldest, out var entry) || clock.GetElapsedTime(entry.Since, now) > Patience)
            && order.TryDequeue(out var forgotten))
        {
            waiting.TryRemove(forgotten, out _);
        }

        return ticket;
    }

    /// <summary>Hands a view over, once.</summary>
    /// <returns>Null where the ticket is unknown, was used, is too old or is for another address.</returns>
    public object? Take(string ticket, string address) =>
        waiting.TryRemove(ticket, out var entry) && entry.Address == address && clock.GetElapsedTime(entry.Since) <= Patience ? entry.View : null;

    private sealed record Waiting(string Address, object View, long Since);
}
