using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>An address under which an article was found before it moved, or besides its own. No two articles share one.</summary>
internal sealed class FormerAddressRow
{
    public required string Url { get; init; }

    public required long ArticleId { get; init; }

    public required DateTimeOffset Until { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<FormerAddressRow>
    {
        public void Configure(EntityTypeBuilder<FormerAddressRow> builder)
        {
            builder.ToTable("FormerAddresses").HasKey(a => a.Url);
            builder.HasIndex(a => a.ArticleId);
            builder.HasOne<ArticleRow>().WithMany().HasForeignKey(a => a.ArticleId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
