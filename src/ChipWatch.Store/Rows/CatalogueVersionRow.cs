using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>One state of the catalogue. Articles note by which one they were tagged.</summary>
internal sealed class CatalogueVersionRow
{
    /// <summary>Counts up.</summary>
    public long Id { get; init; }

    /// <summary>SHA-256 of what decides tags, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The change that led to it, done or undone; null where other seeds did.</summary>
    public long? ChangeId { get; init; }

    /// <summary>Spellings of which one stands in every article that it can touch, as JSON; "[]" where other seeds led to it.</summary>
    public required string Touched { get; init; }

    /// <summary>When the last article that it touches was tagged again; null: not yet.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<CatalogueVersionRow>
    {
        public void Configure(EntityTypeBuilder<CatalogueVersionRow> builder) => builder.ToTable("CatalogueVersions").HasKey(v => v.Id);
    }
}
