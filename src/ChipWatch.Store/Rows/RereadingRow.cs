using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>When an article that came from its page is read again, and how to ask. Articles whose text the feed gave have none.</summary>
internal sealed class RereadingRow
{
    public required long ArticleId { get; init; }

    /// <summary>What is asked; may differ from the canonical address.</summary>
    public required string Url { get; set; }

    public string? ETag { get; set; }

    public string? LastModified { get; set; }

    /// <summary>Null once the schedule is through, or the page is gone.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public required DateTimeOffset LastAt { get; set; }

    /// <summary>How often it was read again.</summary>
    public int Times { get; set; }

    /// <summary>Why the last attempt brought nothing, in one sentence.</summary>
    public string? Cause { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<RereadingRow>
    {
        public void Configure(EntityTypeBuilder<RereadingRow> builder)
        {
            builder.ToTable("Rereadings").HasKey(r => r.ArticleId);
            builder.Property(r => r.ArticleId).ValueGeneratedNever();
            builder.HasIndex(r => r.NextAt);
            builder.HasOne<ArticleRow>().WithMany().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
