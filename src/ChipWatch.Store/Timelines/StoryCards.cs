using ChipWatch.Store.Rows;

namespace ChipWatch.Store.Timelines;

/// <summary>Turns story rows into the cards that every list shows.</summary>
internal sealed class StoryCards(TagNames names)
{
    /// <summary>One row as a card.</summary>
    public StoryCard Of(StoryRow story) => new(
        story.Id,
        story.Slug,
        story.Headline,
        story.Language,
        story.Claim,
        story.FirstAt,
        story.LatestAt,
        story.EventType,
        story.Status,
        [.. StoredJson.ReadList<string>(story.Vendors).Select(names.Company)],
        [.. StoredJson.ReadList<string>(story.Chips).Select(names.Chip)],
        [.. StoredJson.ReadList<string>(story.Topics).Select(names.Topic)],
        story.Origin,
        story.OriginIsRead,
        story.Origins,
        story.Relays,
        story.ArticleCount,
        story.IsSample);
}
