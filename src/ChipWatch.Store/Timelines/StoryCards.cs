using System.Text.Json;
using ChipWatch.Pipeline.Text;
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
        [.. Ids(story.Vendors).Select(names.Company)],
        [.. Ids(story.Chips).Select(names.Chip)],
        [.. Ids(story.Topics).Select(names.Topic)],
        story.Origin,
        story.OriginIsRead,
        story.Origins,
        story.Relays,
        story.ArticleCount,
        story.IsSample);

    private static List<string> Ids(string json) => JsonSerializer.Deserialize<List<string>>(json, PipelineJson.Options) ?? [];
}
