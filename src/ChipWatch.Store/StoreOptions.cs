using System.ComponentModel.DataAnnotations;

namespace ChipWatch.Store;

/// <summary>Which database holds the news, and how long.</summary>
public sealed class StoreOptions
{
    /// <summary>Where these options stand in the configuration.</summary>
    public const string Section = "ChipWatch:Store";

    /// <summary>The database; so far only Sqlite.</summary>
    [RegularExpression("^Sqlite$", ErrorMessage = "ChipWatch:Store:Provider must be Sqlite.")]
    public string Provider { get; set; } = "Sqlite";

    /// <summary>How to reach it; empty for chipwatch.db in the data directory.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Days for which pages are kept as they were fetched, to be read again by better rules; 0 keeps none.</summary>
    [Range(0, 3650, ErrorMessage = "ChipWatch:Store:KeepOriginals must be 0 to 3650 days.")]
    public int KeepOriginals { get; set; } = 180;
}
