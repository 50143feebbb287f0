using System.Text.Json;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Commands;

/// <summary>What `extract` says of a page.</summary>
internal sealed record ArticleAnswer(
    string Title,
    string? Byline,
    DateTimeOffset? Published,
    string? Language,
    string Text,
    string Html,
    string? Image,
    IReadOnlyList<Block> Blocks,
    DateTimeOffset? Updated,
    string? CanonicalUrl,
    string? ImageAlt,
    IReadOnlyList<string> SiteTags,
    bool IsTeaser,
    string? Error) : IFilterAnswer
{
    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("title", Title);
        json.WriteString("byline", Byline);
        json.WriteInstant("published", Published);
        json.WriteString("language", Language);
        json.WriteString("text", Text);
        json.WriteString("html", Html);
        json.WriteString("image", Image);
        json.WriteStartArray("blocks");
        foreach (var block in Blocks)
        {
            json.WriteStartObject();
            json.WriteString("role", PipelineJson.Name(block.Role));
            json.WriteString("kind", PipelineJson.Name(block.Kind));
            json.WriteNumber("start", block.Start);
            json.WriteNumber("length", block.Length);
            json.WriteString("language", block.Language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteInstant("updated", Updated);
        json.WriteString("canonicalUrl", CanonicalUrl);
        json.WriteString("imageAlt", ImageAlt);
        json.WriteStrings("siteTags", SiteTags);
        json.WriteBoolean("isTeaser", IsTeaser);
        json.WriteString("error", Error);
    }
}
