using ChipWatch.Pipeline.Tagging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>The facets that a tagger gives; the numbers stand in the database.</summary>
internal enum TagFacet
{
    Company = 0,
    Chip = 1,
    Topic = 2,
}

/// <summary>One tag of an article with its proof. Carries the article's date, so that one index lists a tag's articles by time.</summary>
internal sealed class TagRow
{
    public required long ArticleId { get; init; }

    public required TagFacet Facet { get; init; }

    public required string TagId { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required Salience Salience { get; init; }

    public required double Score { get; init; }

    /// <summary>Spans as JSON: always read whole, with their tag.</summary>
    public required string Evidence { get; init; }

    /// <summary>The addends of the score as JSON.</summary>
    public required string Parts { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<TagRow>
    {
        public void Configure(EntityTypeBuilder<TagRow> builder)
        {
            builder.ToTable("Tags").HasKey(t => new { t.ArticleId, t.Facet, t.TagId });
            builder.HasIndex(t => new { t.Facet, t.TagId, t.PublishedAt, t.ArticleId });
            builder.HasOne<ArticleRow>().WithMany().HasForeignKey(t => t.ArticleId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
