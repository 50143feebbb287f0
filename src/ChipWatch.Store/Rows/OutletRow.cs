using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>Who publishes; its id is the slug of its name.</summary>
internal sealed class OutletRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<OutletRow>
    {
        public void Configure(EntityTypeBuilder<OutletRow> builder) => builder.ToTable("Outlets").HasKey(o => o.Id);
    }
}
