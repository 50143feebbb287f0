using System.Text.Json;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Commands;

/// <summary>What `parse-feed` says of a feed.</summary>
internal sealed record FeedAnswer(FeedKind? Kind, string? Title, IReadOnlyList<FeedItem> Items, string? Error) : IFilterAnswer
{
    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("kind", Kind is { } kind ? PipelineJson.Name(kind) : null);
        json.WriteString("title", Title);
        json.WriteStartArray("items");
        foreach (var item in Items)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("url", item.Url);
            json.WriteString("title", item.Title);
            json.WriteInstant("published", item.Published);
            json.WriteString("author", item.Author);
            json.WriteString("summary", item.Summary);
            json.WriteString("contentHtml", item.ContentHtml);
            json.WriteStrings("categories", item.Categories);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("error", Error);
    }
}
