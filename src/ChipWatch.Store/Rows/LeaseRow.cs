using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>Who may do what only one process may do at a time.</summary>
internal sealed class LeaseRow
{
    public required string Name { get; init; }

    public required string Owner { get; set; }

    /// <summary>Rises with every change of owner; a writer with an older one is refused.</summary>
    public required long Fence { get; set; }

    /// <summary>Unix milliseconds by the database's own clock.</summary>
    public required long ExpiresAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<LeaseRow>
    {
        public void Configure(EntityTypeBuilder<LeaseRow> builder) => builder.ToTable("Leases").HasKey(l => l.Name);
    }
}
