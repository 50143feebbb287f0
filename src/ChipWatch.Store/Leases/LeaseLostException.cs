namespace ChipWatch.Store.Leases;

/// <summary>Another instance has become the one that reads the sources: what this one still had to write is refused.</summary>
public sealed class LeaseLostException : IOException
{
    /// <summary>With the usual sentence.</summary>
    public LeaseLostException()
        : base("Another ChipWatch reads the sources of this store now; this one wrote nothing more.")
    {
    }

    /// <summary>With a message.</summary>
    public LeaseLostException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    public LeaseLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
