namespace ChipWatch.Store.Upkeep;

/// <summary>The store's file is damaged, or no store at all. Nothing was changed; the message says how to go on.</summary>
public sealed class StoreDamagedException : IOException
{
    /// <summary>With a message alone.</summary>
    public StoreDamagedException(string message)
        : base(message)
    {
    }

    /// <summary>With its cause.</summary>
    public StoreDamagedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Without a message.</summary>
    public StoreDamagedException()
    {
    }

    /// <summary>What to tell the person before the program.</summary>
    internal static StoreDamagedException Of(StoreFiles files, string finding, Exception? cause = null)
    {
        var way = files.BackupFiles() is [var newest, ..]
            ? $"The newest backup is {newest}: run `chipwatch restore {newest}`; the present file is kept aside."
            : "There is no automatic backup; if you have one, run `chipwatch restore FILE`. The present file is kept aside.";
        var message = $"The store {files.Database} is damaged ({finding}). Nothing was changed. {way}";
        return cause is null ? new(message) : new(message, cause);
    }
}
