using System.ComponentModel.DataAnnotations;

namespace ChipWatch.Store;

/// <summary>Which database holds the news.</summary>
public sealed class StoreOptions
{
    /// <summary>Where these options stand in the configuration.</summary>
    public const string Section = "ChipWatch:Store";

    /// <summary>The database; so far only Sqlite.</summary>
    [RegularExpression("^Sqlite$", ErrorMessage = "ChipWatch:Store:Provider must be Sqlite.")]
    public string Provider { get; set; } = "Sqlite";

    /// <summary>How to reach it; empty for chipwatch.db in the data directory.</summary>
    public string ConnectionString { get; set; } = "";
}
