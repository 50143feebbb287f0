using System.ComponentModel.DataAnnotations;

namespace ChipWatch.Ingestion;

/// <summary>How the sources are read in the background.</summary>
public sealed class IngestionOptions
{
    /// <summary>Where these options stand in the configuration.</summary>
    public const string Section = "ChipWatch:Ingestion";

    /// <summary>Background rounds of `serve`.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Time between two rounds; each round reads only what is due.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Time between two checks of a source that is well, asks for nothing else and whose rhythm is not known yet.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Documents fetched and read at the same time; never two of one host.</summary>
    [Range(1, 32)]
    public int MaxAtOnce { get; set; } = 8;

    /// <summary>Pages read of one source in one round; the rest follows in the next. 0: feeds alone are read.</summary>
    [Range(0, 500)]
    public int PagesPerRound { get; set; } = 30;
}
