using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>What the store remembers of itself: when it was seeded, that samples were removed.</summary>
internal sealed class SettingRow
{
    public required string Key { get; init; }

    public required string Value { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<SettingRow>
    {
        public void Configure(EntityTypeBuilder<SettingRow> builder) => builder.ToTable("Settings").HasKey(s => s.Key);
    }
}
