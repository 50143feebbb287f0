namespace ChipWatch;

/// <summary>Where the program keeps its data, and whether it takes the samples in.</summary>
public sealed class ChipWatchOptions
{
    /// <summary>Where these options stand in the configuration.</summary>
    public const string Section = "ChipWatch";

    /// <summary>Where the SQLite file, keys and backups live; made if missing. Relative to the working directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>What a new store is filled with.</summary>
    public SeedsOptions Seeds { get; set; } = new();
}

/// <summary>What a new store is filled with.</summary>
public sealed class SeedsOptions
{
    /// <summary>Take the sample corpus into a new store.</summary>
    public bool Samples { get; set; } = true;

    /// <summary>Take the starter pack of sources into the store.</summary>
    public bool Sources { get; set; } = true;
}
