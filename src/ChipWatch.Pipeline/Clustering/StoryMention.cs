using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>A company, chip or concept of an article, by its place. In JSON one string, "^tariff 3" for three times with the headline: a signature holds dozens.</summary>
/// <param name="Id">Its id; concepts have theirs in <c>story-concepts.txt</c>.</param>
/// <param name="Count">How often headline and text speak of it, at least 1.</param>
/// <param name="InTitle">Whether the headline does.</param>
[JsonConverter(typeof(Converter))]
public sealed record StoryMention(string Id, int Count, bool InTitle)
{
    private const string OfTitle = "^";

    private sealed class Converter : JsonConverter<StoryMention>
    {
        public override StoryMention Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var written = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A mention is a string.");
            var start = written.StartsWith(OfTitle, StringComparison.Ordinal) ? 1 : 0;
            var gap = written.IndexOf(' ', StringComparison.Ordinal);
            var count = 1;
            return gap < 0 || int.TryParse(written.AsSpan(gap + 1), NumberStyles.None, CultureInfo.InvariantCulture, out count)
                ? new(gap < 0 ? written[start..] : written[start..gap], count, start == 1)
                : throw new JsonException("A mention has no count.");
        }

        public override void Write(Utf8JsonWriter writer, StoryMention value, JsonSerializerOptions options) =>
            writer.WriteStringValue($"{(value.InTitle ? OfTitle : "")}{value.Id}{(value.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {value.Count}"))}");
    }
}
