using ChipWatch.Pipeline.Tagging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>A story as lists show it; all of it follows from its articles and is rewritten when one joins.</summary>
internal sealed class StoryRow
{
    /// <summary>Id of the article that founded it: follows time and never changes.</summary>
    public required long Id { get; init; }

    public required string Slug { get; set; }

    public required string Headline { get; set; }

    public string? Language { get; set; }

    public string? Claim { get; set; }

    public required DateTimeOffset FirstAt { get; set; }

    public required DateTimeOffset LatestAt { get; set; }

    public EventType? EventType { get; set; }

    public EventStatus? Status { get; set; }

    /// <summary>Company ids, primary ones first, as JSON.</summary>
    public required string Vendors { get; set; }

    /// <summary>Chip ids, most salient first, as JSON.</summary>
    public required string Chips { get; set; }

    /// <summary>Topic ids, most salient first, as JSON.</summary>
    public required string Topics { get; set; }

    public string? Origin { get; set; }

    public bool OriginIsRead { get; set; }

    public int Origins { get; set; }

    public int Relays { get; set; }

    public int ArticleCount { get; set; }

    public long LeadArticleId { get; set; }

    public bool IsSample { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<StoryRow>
    {
        public void Configure(EntityTypeBuilder<StoryRow> builder)
        {
            builder.ToTable("Stories").HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.HasIndex(s => new { s.LatestAt, s.Id });
        }
    }
}

/// <summary>One rung of a story's ladder.</summary>
internal sealed class StoryRungRow
{
    public required long StoryId { get; init; }

    /// <summary>From 0, by time.</summary>
    public required int Ordinal { get; init; }

    public required EventStatus Status { get; init; }

    public required DateTimeOffset At { get; init; }

    public required long ArticleId { get; init; }

    public string? Quote { get; init; }

    /// <summary>The later story whose article set this rung; null where the article is the story's own.</summary>
    public long? FromStoryId { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<StoryRungRow>
    {
        public void Configure(EntityTypeBuilder<StoryRungRow> builder)
        {
            builder.ToTable("StoryRungs").HasKey(r => new { r.StoryId, r.Ordinal });
            builder.HasIndex(r => r.At);
            builder.HasOne<StoryRow>().WithMany().HasForeignKey(r => r.StoryId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>One value under which a story is found; carries the story's date, so that one index lists a value's stories by time.</summary>
internal sealed class StoryFacetRow
{
    public required long StoryId { get; init; }

    public required Timelines.Facet Facet { get; init; }

    public required string Value { get; init; }

    public required DateTimeOffset LatestAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<StoryFacetRow>
    {
        public void Configure(EntityTypeBuilder<StoryFacetRow> builder)
        {
            builder.ToTable("StoryFacets").HasKey(f => new { f.StoryId, f.Facet, f.Value });
            builder.HasIndex(f => new { f.Facet, f.Value, f.LatestAt, f.StoryId });
            builder.HasOne<StoryRow>().WithMany().HasForeignKey(f => f.StoryId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>A key under which a story is a candidate for new articles.</summary>
/// <remarks>
/// The table's own order is by story, so that what is written lies together; the one index by key holds all that a search asks for. Each article
/// touches dozens of keys anywhere in that index: a second one would double what a transaction writes.
/// </remarks>
internal sealed class StoryKeyRow
{
    public required string Key { get; init; }

    public required long StoryId { get; init; }

    public required DateTimeOffset LatestAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<StoryKeyRow>
    {
        public void Configure(EntityTypeBuilder<StoryKeyRow> builder)
        {
            builder.ToTable("StoryKeys").HasKey(k => new { k.StoryId, k.Key });
            builder.HasIndex(k => new { k.Key, k.LatestAt, k.StoryId });
            builder.HasOne<StoryRow>().WithMany().HasForeignKey(k => k.StoryId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>How many stories a facet's value has; kept by the writer so that the open timeline never counts.</summary>
internal sealed class FacetCountRow
{
    public required Timelines.Facet Facet { get; init; }

    public required string Value { get; init; }

    public int Stories { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<FacetCountRow>
    {
        public void Configure(EntityTypeBuilder<FacetCountRow> builder) => builder.ToTable("FacetCounts").HasKey(c => new { c.Facet, c.Value });
    }
}
