namespace ChipWatch.Pipeline.Fetching;

/// <summary>Lets one request at a time through to a host, with a pause after each; remembers hosts that asked for a rest. Safe for parallel use; hosts at peace are forgotten.</summary>
internal sealed class HostGate(TimeSpan gap, int maxPerHost, TimeProvider clock)
{
    private const int SweepAbove = 512;
    private readonly Dictionary<string, Door> doors = new(StringComparer.Ordinal);
    private readonly Lock changing = new();

    /// <summary>The hosts that are remembered now.</summary>
    internal int Count
    {
        get
        {
            lock (changing)
            {
                return doors.Count;
            }
        }
    }

    /// <summary>What shares a gate: http and https of a host do, another port is another server.</summary>
    public static string KeyOf(Uri url) => url.IsDefaultPort ? url.IdnHost : $"{url.IdnHost}:{url.Port}";

    /// <summary>The host asked not to be asked for a while.</summary>
    public void Rest(Uri url, TimeSpan pause)
    {
        var key = KeyOf(url);
        lock (changing)
        {
            var door = doors.TryGetValue(key, out var known) ? known : doors[key] = new Door(maxPerHost);
            door.RestsUntil = Math.Max(door.RestsUntil, After(pause));
        }
    }

    /// <summary>How long the host's rest still lasts; null where it asked for none.</summary>
    public TimeSpan? RestOf(Uri url)
    {
        lock (changing)
        {
            return doors.TryGetValue(KeyOf(url), out var door) && clock.GetElapsedTime(clock.GetTimestamp(), door.RestsUntil) is var left && left > TimeSpan.Zero ? left : null;
        }
    }

    /// <summary>Waits for the host's turn. Dispose what comes back when the answer has been read.</summary>
    /// <param name="url">What will be asked.</param>
    /// <param name="askedGap">A longer pause that the host asks for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IDisposable> EnterAsync(Uri url, TimeSpan askedGap, CancellationToken cancellationToken)
    {
        var key = KeyOf(url);
        var pause = askedGap > gap ? askedGap : gap;
        Door door;
        lock (changing)
        {
            door = doors.TryGetValue(key, out var known) ? known : doors[key] = new Door(maxPerHost);
            door.Users++;
        }

        try
        {
            await door.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(key, door, rested: null, releasesTurn: false);
            throw;
        }

        try
        {
            var wait = clock.GetElapsedTime(clock.GetTimestamp(), door.OpensAt);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }

            return new Lease(() => Leave(key, door, pause, releasesTurn: true));
        }
        catch
        {
            Leave(key, door, rested: null, releasesTurn: true);
            throw;
        }
    }

    private void Leave(string key, Door door, TimeSpan? rested, bool releasesTurn)
    {
        lock (changing)
        {
            if (rested is { } pause)
            {
                door.OpensAt = After(pause);
            }

            door.Users--;
            if (releasesTurn)
            {
                door.Turn.Release();
            }

            if (door.IsAtPeace(clock.GetTimestamp()))
            {
                doors.Remove(key);
            }
            else if (doors.Count > SweepAbove)
            {
                Sweep();
            }
        }
    }

    private long After(TimeSpan pause) => clock.GetTimestamp() + (long)(pause.TotalSeconds * clock.TimestampFrequency);

    private void Sweep()
    {
        var now = clock.GetTimestamp();
        foreach (var (key, door) in doors)
        {
            if (door.IsAtPeace(now))
            {
                doors.Remove(key);
            }
        }
    }

    private sealed class Door(int maxPerHost)
    {
        public SemaphoreSlim Turn { get; } = new(maxPerHost);

        public int Users { get; set; }

        public long OpensAt { get; set; }

        public long RestsUntil { get; set; }

        public bool IsAtPeace(long now) => Users == 0 && OpensAt <= now && RestsUntil <= now;
    }

    private sealed class Lease(Action leave) : IDisposable
    {
        private Action? leave = leave;

        public void Dispose() => Interlocked.Exchange(ref leave, null)?.Invoke();
    }
}
