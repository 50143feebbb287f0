using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>One weekly digest as it was made when its week ended.</summary>
internal sealed class IssueRow
{
    /// <summary>ISO week, "2026-W25".</summary>
    public required string Week { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required string Manifest { get; init; }

    /// <summary>The issue's model as JSON: what was once sent reads the same a month later.</summary>
    public required string Model { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<IssueRow>
    {
        public void Configure(EntityTypeBuilder<IssueRow> builder) => builder.ToTable("Issues").HasKey(i => i.Week);
    }
}
