using ChipWatch.Pipeline.Fetching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>An address that is polled, with what is known of its last checks.</summary>
internal sealed class SourceRow
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string OutletId { get; set; }

    public required string Kind { get; set; }

    public required string Url { get; set; }

    public required string SiteUrl { get; set; }

    public string? Language { get; set; }

    public int Tier { get; init; }

    public bool IsSample { get; init; }

    /// <summary>How to read a source that is no feed, as JSON; null for feeds.</summary>
    public string? Rules { get; set; }

    /// <summary>Added by a person rather than by the seeds.</summary>
    public bool IsAdded { get; init; }

    /// <summary>Group that a person sorts it into; OPML's folder.</summary>
    public string? Folder { get; set; }

    public bool IsPaused { get; set; }

    /// <summary>Paused by a person: no round and no upgrade of the seeds wakes it.</summary>
    public bool IsPausedByHand { get; set; }

    /// <summary>The rhythm that a person set; null: learned.</summary>
    public TimeSpan? CheckEvery { get; set; }

    /// <summary>The rhythm learned from when its items were published; null until enough were seen.</summary>
    public TimeSpan? Rhythm { get; set; }

    /// <summary>What its feed asks of those who poll it (ttl, skipHours, skipDays), as JSON; null for nothing.</summary>
    public string? Wishes { get; set; }

    /// <summary>Where permanent redirects of late led to, and how many checks in a row saw them.</summary>
    public string? MovedTo { get; set; }

    public int MovedSeen { get; set; }

    /// <summary>Addresses that it had before, as JSON, oldest first.</summary>
    public string FormerUrls { get; set; } = "[]";

    public DateTimeOffset NextCheckAt { get; set; }

    public DateTimeOffset? LastCheckAt { get; set; }

    public DateTimeOffset? LastSuccessAt { get; set; }

    public string? ETag { get; set; }

    public string? LastModified { get; set; }

    public int FailuresInARow { get; set; }

    public FetchFailure? Failure { get; set; }

    public string? Cause { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<SourceRow>
    {
        public void Configure(EntityTypeBuilder<SourceRow> builder)
        {
            builder.ToTable("Sources").HasKey(s => s.Id);
            builder.HasIndex(s => s.NextCheckAt);
        }
    }
}
