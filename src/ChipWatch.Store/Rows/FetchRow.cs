using ChipWatch.Pipeline.Fetching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>One check of a source, or a run of checks of one day that all found it unchanged: years of polling must not fill the file.</summary>
internal sealed class FetchRow
{
    public long Id { get; init; }

    public required string SourceId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The last check of a run; null where it is one check.</summary>
    public DateTimeOffset? LastAt { get; set; }

    /// <summary>How many checks it stands for.</summary>
    public int Times { get; set; } = 1;

    /// <summary>Null where the check went well.</summary>
    public FetchFailure? Failure { get; init; }

    public string? Cause { get; init; }

    public bool WasUnchanged { get; init; }

    public int SeenItems { get; init; }

    public int NewItems { get; init; }

    /// <summary>How long the last one took.</summary>
    public long DurationMilliseconds { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<FetchRow>
    {
        public void Configure(EntityTypeBuilder<FetchRow> builder)
        {
            builder.ToTable("Fetches").HasKey(f => f.Id);
            builder.Property(f => f.Times).HasDefaultValue(1);
            builder.HasIndex(f => new { f.SourceId, f.At });
            builder.HasOne<SourceRow>().WithMany().HasForeignKey(f => f.SourceId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
