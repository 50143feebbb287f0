using ChipWatch.Pipeline.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>One change of the catalogue that a person made. Kept for good: undoing it adds a date, nothing else ever changes.</summary>
internal sealed class CatalogueChangeRow
{
    /// <summary>Counts up: changes are laid over the seeds in this order.</summary>
    public long Id { get; init; }

    public required EntryKind Kind { get; init; }

    public required string EntryId { get; init; }

    /// <summary>What differs, as JSON.</summary>
    public required string Edit { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<CatalogueChangeRow>
    {
        public void Configure(EntityTypeBuilder<CatalogueChangeRow> builder)
        {
            builder.ToTable("CatalogueChanges").HasKey(c => c.Id);
            builder.HasIndex(c => new { c.Kind, c.EntryId });
        }
    }
}
