using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>A number of an article.</summary>
internal sealed class QuantityRow
{
    public required long ArticleId { get; init; }

    /// <summary>Its place in the article, from 0.</summary>
    public required int Ordinal { get; init; }

    public required double Value { get; init; }

    public required string Unit { get; init; }

    /// <summary>The words of the article around it; what it measures in few words is read from them.</summary>
    public required string What { get; init; }

    public string? Hedge { get; init; }

    public required bool Hypothetical { get; init; }

    /// <summary>Spans as JSON.</summary>
    public required string Evidence { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<QuantityRow>
    {
        public void Configure(EntityTypeBuilder<QuantityRow> builder)
        {
            builder.ToTable("Quantities").HasKey(q => new { q.ArticleId, q.Ordinal });
            builder.HasOne<ArticleRow>().WithMany().HasForeignKey(q => q.ArticleId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
