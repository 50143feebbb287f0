using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>A name that the catalogue lacks and that articles use like one of a company or chip.</summary>
internal sealed class ProposalRow
{
    public long Id { get; init; }

    /// <summary>The name without case and blanks: one name, however it is spelled.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required bool IsChip { get; init; }

    /// <summary>Kept by the writer.</summary>
    public int Articles { get; set; }

    /// <summary>Kept by the writer.</summary>
    public int Outlets { get; set; }

    public required DateTimeOffset FirstAt { get; set; }

    public required DateTimeOffset LastAt { get; set; }

    /// <summary>When a person said that it is none; it is never counted again.</summary>
    public DateTimeOffset? RejectedAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ProposalRow>
    {
        public void Configure(EntityTypeBuilder<ProposalRow> builder)
        {
            builder.ToTable("Proposals").HasKey(p => p.Id);
            builder.HasIndex(p => new { p.Key, p.IsChip }).IsUnique();
            builder.HasIndex(p => new { p.RejectedAt, p.Outlets, p.Articles });
        }
    }
}

/// <summary>An article that uses a proposed name so, with the sentence.</summary>
internal sealed class ProposalMentionRow
{
    public required long ProposalId { get; init; }

    public required long ArticleId { get; init; }

    public required string OutletId { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The span as JSON.</summary>
    public required string Evidence { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ProposalMentionRow>
    {
        public void Configure(EntityTypeBuilder<ProposalMentionRow> builder)
        {
            builder.ToTable("ProposalMentions").HasKey(m => new { m.ProposalId, m.ArticleId });
            builder.HasIndex(m => m.ArticleId);
            builder.HasOne<ProposalRow>().WithMany().HasForeignKey(m => m.ProposalId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<ArticleRow>().WithMany().HasForeignKey(m => m.ArticleId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
