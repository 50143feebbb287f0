using ChipWatch.Store.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>One decision about stories that a person made. Kept for good: undoing it adds a date, nothing else ever changes.</summary>
internal sealed class StoryDecisionRow
{
    /// <summary>Counts up: later decisions go before earlier ones.</summary>
    public long Id { get; init; }

    public required StoryDecisionKind Kind { get; init; }

    /// <summary>The story that was decided about: split, merged away, or pinned to.</summary>
    public required long StoryId { get; init; }

    /// <summary>Split: the new story. Merge: the story that took the articles. Pin: none.</summary>
    public long? OtherStoryId { get; init; }

    /// <summary>Ids of the articles that were moved or pinned, as JSON.</summary>
    public required string Articles { get; init; }

    /// <summary>Split: ids of the articles that stayed, as JSON. They must not follow the others when all is grouped again.</summary>
    public required string Stays { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<StoryDecisionRow>
    {
        public void Configure(EntityTypeBuilder<StoryDecisionRow> builder) => builder.ToTable("StoryDecisions").HasKey(d => d.Id);
    }
}
