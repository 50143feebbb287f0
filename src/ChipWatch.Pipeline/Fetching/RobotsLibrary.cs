using System.Text;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Keeps the robots.txt rules of sites for a day (RFC 9309, 2.4), in bounded memory. Safe for parallel use.</summary>
internal sealed class RobotsLibrary(SafeHttp http, HostGate gate, TimeProvider clock)
{
    private const int MaxBytes = 500 * 1024;
    private const int MaxSites = 2_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan LifetimeOfTrouble = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestCourtesy = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, Shelf> shelves = new(StringComparer.Ordinal);
    private readonly Lock changing = new();

    /// <summary>The pause that a site is known to ask for, at most 10 seconds; zero where its file was not read yet.</summary>
    public TimeSpan PauseOf(Uri url, Reach reach)
    {
        lock (changing)
        {
            return shelves.TryGetValue(SiteOf(url, reach), out var shelf) && shelf.Entry?.Rules.CrawlDelay is { } delay
                ? delay < LongestCourtesy ? delay : LongestCourtesy
                : TimeSpan.Zero;
        }
    }

    /// <summary>Whether the site lets us read the address; its robots.txt is fetched first where it is not at hand.</summary>
    /// <returns>Why not; null where it does.</returns>
    public async Task<FetchOutcome.Failed?> RefusalAsync(Uri url, Reach reach, CancellationToken cancellationToken)
    {
        var entry = await EntryAsync(url, reach, cancellationToken);
        return entry.Trouble ?? (entry.Rules.Allows(url.AbsoluteUri)
            ? null
            : new(FetchFailure.Robots, $"The robots.txt of {url.Authority} asks us not to read this address."));
    }

    private async Task<Entry> EntryAsync(Uri url, Reach reach, CancellationToken cancellationToken)
    {
        var shelf = ShelfOf(SiteOf(url, reach));
        if (shelf.Entry is { } fresh && IsFresh(fresh))
        {
            return fresh;
        }

        await shelf.Reading.WaitAsync(cancellationToken);
        try
        {
            if (shelf.Entry is { } other && IsFresh(other))
            {
                return other;
            }

            return shelf.Entry = await ReadAsync(new Uri(url, "/robots.txt"), reach, shelf.Entry, cancellationToken);
        }
        finally
        {
            shelf.Reading.Release();
        }
    }

    private async Task<Entry> ReadAsync(Uri robots, Reach reach, Entry? before, CancellationToken cancellationToken)
    {
        var answer = await http.GetAsync(
            new SafeRequest(robots, MaxBytes)
            {
                Accept = "text/plain, */*;q=0.5",
                CutAtLimit = true,
                Reach = reach,
                BeforeHop = async (hop, onward, token) => new(await gate.EnterAsync(hop, PauseOf(hop, onward), token), null),
            },
            cancellationToken);
        if (answer is SafeAnswer.Answered { Status: 429 or 503 } busy && AnswerTimes.RetryAfter(busy.Header("Retry-After"), clock.GetUtcNow()) is { } rest)
        {
            gate.Rest(busy.FinalUrl, rest);
        }

        switch (answer)
        {
            case SafeAnswer.Answered { Status: >= 200 and < 300 } read:
                return new(RobotsRules.Read(Encoding.UTF8.GetString(read.Body.Span), SafeHttp.ProductToken), null, clock.GetTimestamp());
            case SafeAnswer.Answered { Status: >= 500 } down when before is { Trouble: null }:
                // What it said yesterday still holds while it cannot be asked
                return before with { ReadAt = clock.GetTimestamp() - (long)((Lifetime - LifetimeOfTrouble).TotalSeconds * clock.TimestampFrequency) };
            case SafeAnswer.Answered { Status: >= 500 } down:
                return new(
                    RobotsRules.None,
                    new(FetchFailure.Robots, $"The robots.txt of {robots.Authority} cannot be read ({down.Status}), so nothing else is read there for now.", down.Status),
                    clock.GetTimestamp());
            case SafeAnswer.Answered:
                return new(RobotsRules.None, null, clock.GetTimestamp());
            // Too many redirects are "unavailable", as a 404 is (RFC 9309, 2.3.1.2); so is a file whose redirects lead where we do not go
            case SafeAnswer.Broken { Failure.Failure: FetchFailure.Redirects or FetchFailure.Protocol or FetchFailure.TooLarge }:
                return new(RobotsRules.None, null, clock.GetTimestamp());
            case SafeAnswer.Broken broken:
                // A site that cannot be reached for its robots.txt cannot be reached for the page: that is what went wrong
                return new(RobotsRules.None, broken.Failure, clock.GetTimestamp());
            default:
                throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}.");
        }
    }

    private bool IsFresh(Entry entry) => clock.GetElapsedTime(entry.ReadAt) < (entry.Trouble is null ? Lifetime : LifetimeOfTrouble);

    private Shelf ShelfOf(string site)
    {
        lock (changing)
        {
            if (shelves.TryGetValue(site, out var known))
            {
                return known;
            }

            if (shelves.Count >= MaxSites)
            {
                // The older half goes at once, so that making room stays cheap; whoever reads one now keeps it until done
                foreach (var old in shelves.OrderBy(pair => pair.Value.Entry?.ReadAt ?? long.MaxValue).Take(MaxSites / 2).Select(pair => pair.Key).ToList())
                {
                    shelves.Remove(old);
                }
            }

            return shelves[site] = new Shelf();
        }
    }

    /// <summary>A refusal to those who may reach public addresses alone says nothing about what an admin may.</summary>
    private static string SiteOf(Uri url, Reach reach) => $"{reach} {url.Scheme}://{url.IdnHost}:{url.Port}";

    private sealed record Entry(RobotsRules Rules, FetchOutcome.Failed? Trouble, long ReadAt);

    private sealed class Shelf
    {
        public SemaphoreSlim Reading { get; } = new(1);

        public Entry? Entry { get; set; }
    }
}
