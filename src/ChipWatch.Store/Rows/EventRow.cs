using ChipWatch.Pipeline.Tagging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>The event that an article reports, with its proof and its credits.</summary>
internal sealed class EventRow
{
    public required long ArticleId { get; init; }

    public EventType? Type { get; init; }

    public EventStatus? Status { get; init; }

    /// <summary>Credited outlets, outermost first, as JSON.</summary>
    public required string ReportedBy { get; init; }

    /// <summary>Spans as JSON.</summary>
    public required string Evidence { get; init; }

    /// <summary>Spans of the credits as JSON.</summary>
    public required string CreditEvidence { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<EventRow>
    {
        public void Configure(EntityTypeBuilder<EventRow> builder)
        {
            builder.ToTable("Events").HasKey(e => e.ArticleId);
            builder.Property(e => e.ArticleId).ValueGeneratedNever();
            builder.HasOne<ArticleRow>().WithMany().HasForeignKey(e => e.ArticleId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
