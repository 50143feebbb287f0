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

    /// <summary>Time for one question of a page; what takes longer is ended.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "ChipWatch:Store:QueryTime must be 1 second to 1 minute.")]
    public TimeSpan QueryTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Entries kept of one source: what feeds say, not the articles that came of it.</summary>
    [Range(100, 50_000, ErrorMessage = "ChipWatch:Store:ItemsPerSource must be 100 to 50000.")]
    public int ItemsPerSource { get; set; } = 5000;

    /// <summary>Free mebibytes on the disk below which no source is read.</summary>
    [Range(50, 10_240, ErrorMessage = "ChipWatch:Store:LeastFreeMebibytes must be 50 to 10240.")]
    public int LeastFreeMebibytes { get; set; } = 200;

    /// <summary>The same in bytes: what is stored must stay readable, and writable in small.</summary>
    internal long LeastFreeBytes => LeastFreeMebibytes * 1024L * 1024;
}
