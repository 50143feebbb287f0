using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>That the story which an article founded tells a later step of an earlier story. It names articles, so that it holds whatever stories they are in.</summary>
internal sealed class FollowUpRow
{
    /// <summary>The article that founded the later story.</summary>
    public required long ArticleId { get; init; }

    /// <summary>The article that founded the earlier story.</summary>
    public required long FollowsId { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<FollowUpRow>
    {
        public void Configure(EntityTypeBuilder<FollowUpRow> builder)
        {
            builder.ToTable("FollowUps").HasKey(f => f.ArticleId);
            builder.Property(f => f.ArticleId).ValueGeneratedNever();
            builder.HasIndex(f => f.FollowsId);
            builder.HasOne<ArticleRow>().WithMany().HasForeignKey(f => f.ArticleId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
