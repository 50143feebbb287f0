using ChipWatch.Pipeline.Fetching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>An address that is polled, with what is known of its last checks.</summary>
internal sealed class SourceRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string OutletId { get; init; }

    public required string Kind { get; init; }

    public required string Url { get; set; }

    public required string SiteUrl { get; init; }

    public string? Language { get; init; }

    public int Tier { get; init; }

    public bool IsSample { get; init; }

    public bool IsPaused { get; set; }

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
