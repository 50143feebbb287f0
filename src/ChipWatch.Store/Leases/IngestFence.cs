namespace ChipWatch.Store.Leases;

/// <summary>The number under which this process holds the lease; 0 while it does not. Read by every write transaction.</summary>
internal sealed class IngestFence
{
    private long held;

    /// <summary>The number.</summary>
    public long Held
    {
        get => Volatile.Read(ref held);
        set => Volatile.Write(ref held, value);
    }
}
