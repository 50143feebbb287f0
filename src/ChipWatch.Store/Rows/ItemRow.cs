using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>How far an item is.</summary>
internal enum ItemState
{
    /// <summary>Its page is still to be read.</summary>
    Pending,

    /// <summary>Its article is stored.</summary>
    Stored,

    /// <summary>Its page could not be read and is not asked for again.</summary>
    Failed,
}

/// <summary>One entry of a source's feed. What the feed says of it is kept until its page has been read.</summary>
internal sealed class ItemRow
{
    public long Id { get; init; }

    public required string SourceId { get; init; }

    /// <summary>SHA-256 of the entry's own id: what makes it the same entry next time.</summary>
    public required byte[] IdHash { get; init; }

    /// <summary>SHA-256 of what the feed says of it: another one is a change of the entry. Null for entries from before this was kept.</summary>
    public byte[]? ContentHash { get; set; }

    public required string Url { get; set; }

    public required string Title { get; set; }

    public DateTimeOffset? PublishedAt { get; init; }

    public string? Author { get; init; }

    public string? Summary { get; init; }

    public string? ContentHtml { get; set; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public ItemState State { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    public string? Cause { get; set; }

    public long? ArticleId { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ItemRow>
    {
        public void Configure(EntityTypeBuilder<ItemRow> builder)
        {
            builder.ToTable("Items").HasKey(i => i.Id);
            builder.HasIndex(i => new { i.SourceId, i.IdHash }).IsUnique();
            builder.HasIndex(i => new { i.SourceId, i.State, i.NextAttemptAt });
            builder.HasIndex(i => new { i.SourceId, i.PublishedAt });
            builder.HasOne<SourceRow>().WithMany().HasForeignKey(i => i.SourceId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
