using System.ComponentModel.DataAnnotations;
using ChipWatch.Pipeline.Revisions;

namespace ChipWatch.Ingestion;

/// <summary>When articles are read again, to see whether they changed.</summary>
public sealed class RereadingOptions : IValidatableObject
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    /// <summary>Where these options stand in the configuration.</summary>
    public const string Section = "ChipWatch:Rereading";

    /// <summary>Read articles again at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Times after first sight, in rising order; empty for one hour, six hours, one day, three days, a week.</summary>
    public IReadOnlyList<TimeSpan> After { get; set; } = [];

    /// <summary>Articles read again in one round; the rest follows in the next.</summary>
    [Range(1, 1000)]
    public int PagesPerRound { get; set; } = 60;

    /// <summary>The schedule that these options make.</summary>
    public RereadSchedule Schedule => new(!Enabled ? [] : After.Count > 0 ? After : RereadSchedule.Default);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (After.Any(step => step < TimeSpan.FromMinutes(1) || step > Longest) || !After.SequenceEqual(After.Order()))
        {
            yield return new("ChipWatch:Rereading:After must be times of 1 minute to 60 days in rising order.", [nameof(After)]);
        }
    }
}
