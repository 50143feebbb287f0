using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ChipWatch.Sources;

/// <summary>
/// What a person has begun and not saved: an address that was looked at, a list that was read, a form that was refused. Kept here rather than in
/// the browser, so that the page's address holds only a ticket, a reload shows the same, and all of it works without scripts.
/// </summary>
/// <param name="clock">Measures the hour after which a draft is forgotten.</param>
public sealed class SourceDrafts(TimeProvider clock)
{
    /// <summary>How many are kept; the oldest go first.</summary>
    public const int Most = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, (object Draft, long Since)> drafts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    /// <summary>Keeps a draft.</summary>
    /// <returns>The ticket that <see cref="Find"/> asks for.</returns>
    public string Keep(object draft)
    {
        var ticket = RandomNumberGenerator.GetHexString(32, lowercase: true);
        drafts[ticket] = (draft, clock.GetTimestamp());
        order.Enqueue(ticket);
        while (order.Count > Most && order.TryDequeue(out var oldest))
        {
            drafts.TryRemove(oldest, out _);
        }

        return ticket;
    }

    /// <summary>The draft of a ticket; null where it is unknown, of another kind, or forgotten.</summary>
    public T? Find<T>(string? ticket)
        where T : class =>
        ticket is not null && drafts.TryGetValue(ticket, out var kept) && clock.GetElapsedTime(kept.Since) <= Patience ? kept.Draft as T : null;
}
