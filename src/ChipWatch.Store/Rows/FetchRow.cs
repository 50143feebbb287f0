using ChipWatch.Pipeline.Fetching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>One check of a source.</summary>
internal sealed class FetchRow
{
    public long Id { get; init; }

    public required string SourceId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null where the check went well.</summary>
    public FetchFailure? Failure { get; init; }

    public string? Cause { get; init; }

    public bool WasUnchanged { get; init; }

    public int SeenItems { get; init; }

    public int NewItems { get; init; }

    public long DurationMilliseconds { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<FetchRow>
    {
        public void Configure(EntityTypeBuilder<FetchRow> builder)
        {
            builder.ToTable("Fetches").HasKey(f => f.Id);
            builder.HasIndex(f => new { f.SourceId, f.At });
            builder.HasOne<SourceRow>().WithMany().HasForeignKey(f => f.SourceId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
