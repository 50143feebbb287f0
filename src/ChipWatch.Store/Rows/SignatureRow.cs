using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>What of an article decides its story.</summary>
internal sealed class SignatureRow
{
    public required long ArticleId { get; init; }

    /// <summary>The signature as JSON: how signatures were written once, empty in those of now.</summary>
    public string Signature { get; init; } = "";

    /// <summary>The packed signature; null in rows of before, which the next `retag` writes anew.</summary>
    public byte[]? Packed { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<SignatureRow>
    {
        public void Configure(EntityTypeBuilder<SignatureRow> builder)
        {
            builder.ToTable("Signatures").HasKey(s => s.ArticleId);
            builder.Property(s => s.ArticleId).ValueGeneratedNever();
            builder.HasOne<ArticleRow>().WithMany().HasForeignKey(s => s.ArticleId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
