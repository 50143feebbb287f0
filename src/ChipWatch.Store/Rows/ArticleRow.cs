using ChipWatch.Pipeline.Tagging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>One page of one outlet, narrow enough to list: bodies lie with the revisions.</summary>
internal sealed class ArticleRow
{
    /// <summary>Follows publication time; see <see cref="Articles.ArticleIds"/>.</summary>
    public required long Id { get; init; }

    /// <summary>Where it is now; where it was before stands in <see cref="FormerAddressRow"/>.</summary>
    public required string Url { get; set; }

    public required string Slug { get; set; }

    public required string Title { get; set; }

    public required string OutletId { get; init; }

    public required string SourceId { get; init; }

    public string? Language { get; set; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public long RevisionId { get; set; }

    public long? StoryId { get; set; }

    /// <summary>Why it belongs to its story, in words.</summary>
    public string? StoryReason { get; set; }

    public EventType? EventType { get; set; }

    public EventStatus? Status { get; set; }

    /// <summary>The version of the catalogue by which it was tagged; 0 where that was not noted.</summary>
    public long CatalogueVersion { get; set; }

    public required bool IsSample { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ArticleRow>
    {
        public void Configure(EntityTypeBuilder<ArticleRow> builder)
        {
            builder.ToTable("Articles").HasKey(a => a.Id);
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.HasIndex(a => a.Url).IsUnique();
            builder.HasIndex(a => new { a.StoryId, a.Id });
            builder.HasIndex(a => a.SourceId);
            builder.HasIndex(a => a.IsSample);
            builder.HasIndex(a => a.FirstSeenAt);
            builder.HasIndex(a => a.CatalogueVersion);
            builder.Property(a => a.CatalogueVersion).HasDefaultValue(0L);
            // Holds only what waits to be grouped, so that asking for it costs nothing in a large store.
            builder.HasIndex(a => a.Id).HasDatabaseName("IX_Articles_Waiting").HasFilter("\"StoryReason\" IS NULL");
        }
    }
}
